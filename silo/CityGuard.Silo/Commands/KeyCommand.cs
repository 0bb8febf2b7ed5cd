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
        var name = new Option<string>("--name") { Description = "Whose key; 1 to 60 characters.", Required = true };
        var scopes = new Option<string[]>("--scope") { Description = "ingest, read or command; may be repeated.", Required = true, AllowMultipleArgumentsPerToken = true };
        var personal = new Option<bool>("--personal") { Description = "May read descriptions and phone numbers." };
        var area = new Option<string?>("--area") { Description = "Commands only in this city, district or sector; without it anywhere." };
        var city = AreaOption.City();
        var command = new Command("add", "Makes a key and prints it once, as the last word.") { name, scopes, personal, area, city };
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var wanted = Scope.None;
            foreach (var text in parsed.GetRequiredValue(scopes))
                wanted |= ParseScope(text);
            if (parsed.GetValue(area) is { } within && !PersonRules.CanBeCommanded(AreaOption.Find(within, parsed.GetValue(city), store.Data(parsed)).Kind))
                throw new CommandException(ExitCodes.Input, $"--area takes a city, district or sector, which {within} is not.");
            var keys = new ApiKeyStore(await store.Secrets(parsed, cancel), TimeProvider.System);
            var key = await keys.Add(parsed.GetRequiredValue(name), wanted, parsed.GetValue(personal), parsed.GetValue(area));
            Console.WriteLine($"Key of {parsed.GetRequiredValue(name)} ({wanted}), shown only now: {key}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Names and scopes of the keys.");
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            foreach (var record in await new ApiKeyStore(await store.Secrets(parsed, cancel), TimeProvider.System).List())
                Console.WriteLine($"{record.Name}\t{record.Scopes}\t{record.Area ?? "city"}\t{record.CreatedAt:u}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Revoke()
    {
        var name = new Option<string>("--name") { Description = "Whose keys.", Required = true };
        var command = new Command("revoke", "Ends all keys of a name, within five seconds.") { name };
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var ended = await new ApiKeyStore(await store.Secrets(parsed, cancel), TimeProvider.System).Revoke(parsed.GetRequiredValue(name));
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
