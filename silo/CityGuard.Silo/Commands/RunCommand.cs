using System.CommandLine;
using CityGuard.Domain.Plans;
using CityGuard.Silo.Cluster;
using CityGuard.Silo.Hosting;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard</c>: runs the city.</summary>
internal static class RunCommand
{
    public static RootCommand Create(Action<IServiceCollection>? change)
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => CityOptions.DefaultUrl };
        var city = new Option<string?>("--city") { Description = "Folder of a compiled city package; without it the default city." };
        var field = new Option<string?>("--field") { Description = "Play callers, patrols and crews: on or off; without it on, in a cluster off." };
        field.AcceptOnlyFromAmong("on", "off");
        var dispatch = CommonOptions.OneOf("--dispatch", "Send by itself, recommend and wait for a person within the plan's clock, or leave the choice to a person.", "automatic", "recommend", "manual");
        var role = CommonOptions.OneOf("--role", "In a cluster: host actors, or be a client of the silos that only serves page and API.", "silo", "web");
        var endpoint = new Option<string?>("--endpoint") { Description = "In a cluster: where the other silos reach this one, as 10.0.0.5:11111; without it a free port on loopback." };
        var dashboard = CommonOptions.OneOf("--dashboard", "Serve the Orleans dashboard at /orleans to commanders who are signed in; it measures every call, which a busy city feels.", "off", "on");
        var root = new RootCommand("CityGuard: a city's safety force as a living system.") { urls, city, field, dispatch, role, endpoint, dashboard };
        var store = StoreOptions.On(root);
        root.Validators.Add(parsed =>
        {
            if (parsed.GetValue(role) == "web" && parsed.GetValue(dashboard) == "on")
                parsed.AddError("--dashboard is served by silos, not by a web node.");
        });
        root.SetAction((parsed, cancel) => CityHost.Run(
            new CityOptions
            {
                Urls = parsed.GetRequiredValue(urls),
                Data = store.Data(parsed),
                City = parsed.GetValue(city) is { } path ? Path.GetFullPath(path) : null,
                Cluster = Cluster(store, parsed, role, endpoint),
                Role = Enum.Parse<NodeRole>(parsed.GetRequiredValue(role), ignoreCase: true),
                // Alone, a city without a field would show nothing; in a cluster somebody plays it only when asked to.
                Field = (parsed.GetValue(field) ?? (store.IsCluster(parsed) ? "off" : "on")) == "on",
                Dashboard = parsed.GetValue(dashboard) == "on",
                Mode = Enum.Parse<DispatchMode>(parsed.GetRequiredValue(dispatch), ignoreCase: true),
            },
            change,
            cancel));
        return root;
    }

    private static ClusterSettings? Cluster(StoreOptions store, ParseResult parsed, Option<string> role, Option<string?> endpoint)
    {
        if (store.IsCluster(parsed))
            return store.Settings(parsed).ForNode(parsed.GetValue(endpoint), TimeProvider.System);
        return parsed.GetValue(endpoint) is null && parsed.GetRequiredValue(role) == "silo"
            ? null
            : throw new CommandException(ExitCodes.Input, "--role and --endpoint are of a node in a cluster: they need --mode cluster.");
    }
}
