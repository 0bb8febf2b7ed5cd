using System.CommandLine;
using CityGuard.Domain.People;
using CityGuard.Silo.Security;
using CityGuard.Storage.Secrets;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard user add|list|link|remove</c>: people, their roles and areas; works while the city runs.</summary>
internal static class UserCommand
{
    public static Command Create() => new("user", "People who sign in.") { Add(), List(), Link(), Remove() };

    private static Command Add()
    {
        var (url, city) = (CommonOptions.Url(), AreaOption.City());
        var name = Name("Who; 1 to 64 characters, in the journal as who gave a command.");
        var role = new Option<string>("--role") { Description = "viewer looks; dispatcher commands incidents; commander also duty, automation, aid and posts.", Required = true };
        role.AcceptOnlyFromAmong(RoleOption.Words);
        var area = new Option<string>("--area") { Description = "The area the person is responsible for, e.g. d-440104.", Required = true };
        var command = new Command("add", "Registers a person and prints a one-time sign-in link.") { url, city, name, role, area };
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var (who, what, where) = (parsed.GetRequiredValue(name), RoleOption.Parse(parsed.GetRequiredValue(role)), parsed.GetRequiredValue(area));
            if (PersonRules.Check(who, what, AreaOption.Find(where, parsed.GetValue(city), store.Data(parsed)).Kind) is { } objection)
                throw new CommandException(ExitCodes.Input, $"{objection.Reason}.");
            var files = await store.Secrets(parsed, cancel);
            if ((await new ApiKeyStore(files, TimeProvider.System).List()).Any(key => string.Equals(key.Name, who, StringComparison.OrdinalIgnoreCase)))
                throw new CommandException(ExitCodes.Input, $"an API key is named '{who}': the journal could not tell the two apart.");
            if (await new UserStore(files, TimeProvider.System).Add(who, what, where) is not { } person)
                throw new CommandException(ExitCodes.Input, $"there is a person named '{who}' already.");
            await Print(parsed.GetRequiredValue(url), files, person);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Names, roles and areas of the people.");
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            foreach (var person in await new UserStore(await store.Secrets(parsed, cancel), TimeProvider.System).List())
                Console.WriteLine($"{person.Name}\t{PersonRules.NameOf(person.Role)}\t{person.Area}\t{person.CreatedAt:u}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Link()
    {
        var (url, name) = (CommonOptions.Url(), Name("Whose link."));
        var command = new Command("link", "Prints another one-time sign-in link of a person.") { url, name };
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var files = await store.Secrets(parsed, cancel);
            var person = await new UserStore(files, TimeProvider.System).Find(parsed.GetRequiredValue(name)) ?? throw Nobody(parsed.GetRequiredValue(name));
            await Print(parsed.GetRequiredValue(url), files, person);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Remove()
    {
        var name = Name("Whom.");
        var command = new Command("remove", "Removes a person: what he is signed in with ends at its next check.") { name };
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            if (!await new UserStore(await store.Secrets(parsed, cancel), TimeProvider.System).Remove(parsed.GetRequiredValue(name)))
                throw Nobody(parsed.GetRequiredValue(name));
            Console.WriteLine($"removed {parsed.GetRequiredValue(name)}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Option<string> Name(string description) => new("--name") { Description = description, Required = true };

    private static async Task Print(string url, ISecretFiles files, UserRecord person)
        => Console.WriteLine(CommonOptions.SignInAddress(url, await new SignInLinks(files, TimeProvider.System).Create(person)));

    private static CommandException Nobody(string name) => new(ExitCodes.Input, $"there is no person named '{name}'.");
}
