using System.CommandLine;
using CityGuard.Silo.Hosting;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard</c>: runs the city.</summary>
internal static class RunCommand
{
    public static RootCommand Create()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => CityOptions.DefaultUrl };
        var data = CommonOptions.Data();
        var city = new Option<string?>("--city") { Description = "Folder of a compiled city package; without it the default city." };
        var field = CommonOptions.OneOf("--field", "Play callers, patrols and crews.", "on", "off");
        var dispatch = CommonOptions.OneOf("--dispatch", "Send by itself, or recommend and wait for a person.", "automatic", "recommend");
        var root = new RootCommand("CityGuard: a city's safety force as a living system.") { urls, data, city, field, dispatch };
        root.SetAction((parsed, cancel) => CityHost.Run(
            new CityOptions
            {
                Urls = parsed.GetRequiredValue(urls),
                Data = Path.GetFullPath(parsed.GetRequiredValue(data)),
                City = parsed.GetValue(city) is { } path ? Path.GetFullPath(path) : null,
                Field = parsed.GetValue(field) == "on",
                Automatic = parsed.GetValue(dispatch) == "automatic",
            },
            cancel));
        return root;
    }
}
