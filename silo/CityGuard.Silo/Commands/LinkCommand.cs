using System.CommandLine;
using CityGuard.Silo.Security;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard link</c>: another one-time sign-in link, while the city runs.</summary>
internal static class LinkCommand
{
    public static Command Create()
    {
        var url = CommonOptions.Url();
        var role = CommonOptions.OneOf("--role", "What the person may do.", RoleOption.Words);
        var command = new Command("link", "Prints a one-time sign-in link for the whole city, nobody's in particular; a person's own is made by user.") { url, role };
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var token = await new SignInLinks(await store.Secrets(parsed, cancel), TimeProvider.System).Create(RoleOption.Parse(parsed.GetRequiredValue(role)));
            Console.WriteLine(CommonOptions.SignInAddress(parsed.GetRequiredValue(url), token));
            return ExitCodes.Ok;
        });
        return command;
    }
}
