using System.CommandLine;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.People;
using CityGuard.Silo.Security;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard key add|list|revoke</c>: works while the city runs.</summary>
internal static class KeyCommand
{
    public static Command Create() => new("key", "API keys.") { Add(), List(), Revoke() };

    private static Command Add()
    {
        var data = CommonOptions.Data();
        var name = new Option<string>("--name") { Description = "Whose key; 1 to 60 characters.", Required = true };
        var scopes = new Option<string[]>("--scope") { Description = "ingest, read or command; may be repeated.", Required = true, AllowMultipleArgumentsPerToken = true };
        var personal = new Option<bool>("--personal") { Description = "May read descriptions and phone numbers." };
        var area = new Option<string?>("--area") { Description = "Commands only in this city, district or sector; without it anywhere." };
        var city = AreaOption.City();
        var command = new Command("add", "Makes a key and prints it once, as the last word.") { data, name, scopes, personal, area, city };
        command.SetAction(parsed =>
        {
            var wanted = Scope.None;
            foreach (var text in parsed.GetRequiredValue(scopes))
                wanted |= ParseScope(text);
            if (parsed.GetValue(area) is { } within && !PersonRules.CanBeCommanded(AreaOption.Find(within, parsed.GetValue(city), parsed.GetRequiredValue(data)).Kind))
                throw new CommandException(ExitCodes.Input, $"--area takes a city, district or sector, which {within} is not.");
            var store = new ApiKeyStore(parsed.GetRequiredValue(data), TimeProvider.System);
            var key = store.Add(parsed.GetRequiredValue(name), wanted, parsed.GetValue(personal), parsed.GetValue(area));
            Console.WriteLine($"Key of {parsed.GetRequiredValue(name)} ({wanted}), shown only now: {key}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "Names and scopes of the keys.") { data };
        command.SetAction(parsed =>
        {
            foreach (var record in new ApiKeyStore(parsed.GetRequiredValue(data), TimeProvider.System).List())
                Console.WriteLine($"{record.Name}\t{record.Scopes}\t{record.Area ?? "city"}\t{record.CreatedAt:u}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Revoke()
    {
        var data = CommonOptions.Data();
        var name = new Option<string>("--name") { Description = "Whose keys.", Required = true };
        var command = new Command("revoke", "Ends all keys of a name, within five seconds.") { data, name };
        command.SetAction(parsed =>
        {
            var ended = new ApiKeyStore(parsed.GetRequiredValue(data), TimeProvider.System).Revoke(parsed.GetRequiredValue(name));
            if (ended == 0)
                throw new CommandException(ExitCodes.Input, $"there is no key named '{parsed.GetRequiredValue(name)}'.");
            Console.WriteLine($"{ended} revoked");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Scope ParseScope(string text)
        => Enum.TryParse<Scope>(text, ignoreCase: true, out var scope) && scope is Scope.Ingest or Scope.Read or Scope.Command
            ? scope
            : throw new CommandException(ExitCodes.Input, $"--scope takes ingest, read or command, not '{text}'.");
}
