using System.CommandLine;
using CityGuard.Silo.Security;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard link</c>: another one-time sign-in link, while the city runs.</summary>
internal static class LinkCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var url = new Option<string>("--url") { Description = "Address of the page.", DefaultValueFactory = _ => CityOptions.DefaultUrl };
        var role = CommonOptions.OneOf("--role", "What the person may do.", "commander", "viewer");
        var command = new Command("link", "Prints a one-time sign-in link.") { data, url, role };
        command.SetAction(parsed =>
        {
            var token = new SignInLinks(parsed.GetRequiredValue(data), TimeProvider.System).Create(parsed.GetValue(role) == "viewer" ? SignInRole.Viewer : SignInRole.Commander);
            Console.WriteLine($"{parsed.GetRequiredValue(url).TrimEnd('/')}/signin?token={token}");
            return ExitCodes.Ok;
        });
        return command;
    }
}
