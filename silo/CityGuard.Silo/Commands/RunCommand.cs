using System.CommandLine;
using CityGuard.Domain.Plans;
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
        var dispatch = CommonOptions.OneOf("--dispatch", "Send by itself, recommend and wait for a person within the plan's clock, or leave the choice to a person.", "automatic", "recommend", "manual");
        var root = new RootCommand("CityGuard: a city's safety force as a living system.") { urls, data, city, field, dispatch };
        root.SetAction((parsed, cancel) => CityHost.Run(
            new CityOptions
            {
                Urls = parsed.GetRequiredValue(urls),
                Data = Path.GetFullPath(parsed.GetRequiredValue(data)),
                City = parsed.GetValue(city) is { } path ? Path.GetFullPath(path) : null,
                Field = parsed.GetValue(field) == "on",
                Mode = Enum.Parse<DispatchMode>(parsed.GetRequiredValue(dispatch), ignoreCase: true),
            },
            cancel));
        return root;
    }
}
