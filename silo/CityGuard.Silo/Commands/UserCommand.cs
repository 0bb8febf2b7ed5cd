using System.CommandLine;
using CityGuard.Domain.People;
using CityGuard.Silo.Security;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard user add|list|link|remove</c>: people, their roles and areas; works while the city runs.</summary>
internal static class UserCommand
{
    public static Command Create() => new("user", "People who sign in.") { Add(), List(), Link(), Remove() };

    private static Command Add()
    {
        var (data, url, city) = (CommonOptions.Data(), CommonOptions.Url(), AreaOption.City());
        var name = Name("Who; 1 to 64 characters, in the journal as who gave a command.");
        var role = new Option<string>("--role") { Description = "viewer looks; dispatcher commands incidents; commander also duty, automation, aid and posts.", Required = true };
        role.AcceptOnlyFromAmong(RoleOption.Words);
        var area = new Option<string>("--area") { Description = "The area the person is responsible for, e.g. d-440104.", Required = true };
        var command = new Command("add", "Registers a person and prints a one-time sign-in link.") { data, url, city, name, role, area };
        command.SetAction(parsed =>
        {
            var (who, what, where) = (parsed.GetRequiredValue(name), RoleOption.Parse(parsed.GetRequiredValue(role)), parsed.GetRequiredValue(area));
            var folder = parsed.GetRequiredValue(data);
            if (PersonRules.Check(who, what, AreaOption.Find(where, parsed.GetValue(city), folder).Kind) is { } objection)
                throw new CommandException(ExitCodes.Input, $"{objection.Reason}.");
            if (new ApiKeyStore(folder, TimeProvider.System).List().Any(key => string.Equals(key.Name, who, StringComparison.OrdinalIgnoreCase)))
                throw new CommandException(ExitCodes.Input, $"an API key is named '{who}': the journal could not tell the two apart.");
            if (new UserStore(folder, TimeProvider.System).Add(who, what, where) is not { } person)
                throw new CommandException(ExitCodes.Input, $"there is a person named '{who}' already.");
            Print(parsed.GetRequiredValue(url), folder, person);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "Names, roles and areas of the people.") { data };
        command.SetAction(parsed =>
        {
            foreach (var person in new UserStore(parsed.GetRequiredValue(data), TimeProvider.System).List())
                Console.WriteLine($"{person.Name}\t{PersonRules.NameOf(person.Role)}\t{person.Area}\t{person.CreatedAt:u}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Link()
    {
        var (data, url, name) = (CommonOptions.Data(), CommonOptions.Url(), Name("Whose link."));
        var command = new Command("link", "Prints another one-time sign-in link of a person.") { data, url, name };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data);
            var person = new UserStore(folder, TimeProvider.System).Find(parsed.GetRequiredValue(name)) ?? throw Nobody(parsed.GetRequiredValue(name));
            Print(parsed.GetRequiredValue(url), folder, person);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Remove()
    {
        var (data, name) = (CommonOptions.Data(), Name("Whom."));
        var command = new Command("remove", "Removes a person: what he is signed in with ends at its next check.") { data, name };
        command.SetAction(parsed =>
        {
            if (!new UserStore(parsed.GetRequiredValue(data), TimeProvider.System).Remove(parsed.GetRequiredValue(name)))
                throw Nobody(parsed.GetRequiredValue(name));
            Console.WriteLine($"removed {parsed.GetRequiredValue(name)}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Option<string> Name(string description) => new("--name") { Description = description, Required = true };

    private static void Print(string url, string data, UserRecord person)
        => Console.WriteLine(CommonOptions.SignInAddress(url, new SignInLinks(data, TimeProvider.System).Create(person)));

    private static CommandException Nobody(string name) => new(ExitCodes.Input, $"there is no person named '{name}'.");
}
