using System.CommandLine;
using CityGuard.Silo.Security;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard link</c>: another one-time sign-in link, while the city runs.</summary>
internal static class LinkCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var url = CommonOptions.Url();
        var role = CommonOptions.OneOf("--role", "What the person may do.", RoleOption.Words);
        var command = new Command("link", "Prints a one-time sign-in link for the whole city, nobody's in particular; a person's own is made by user.") { data, url, role };
        command.SetAction(parsed =>
        {
            var token = new SignInLinks(parsed.GetRequiredValue(data), TimeProvider.System).Create(RoleOption.Parse(parsed.GetRequiredValue(role)));
            Console.WriteLine(CommonOptions.SignInAddress(parsed.GetRequiredValue(url), token));
            return ExitCodes.Ok;
        });
        return command;
    }
}
