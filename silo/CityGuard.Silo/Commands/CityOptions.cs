using CityGuard.Domain.Plans;
using CityGuard.Silo.Cluster;

namespace CityGuard.Silo.Commands;

/// <summary>What the host was asked to do.</summary>
internal sealed record CityOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where to listen.</summary>
    public string Urls { get; init; } = DefaultUrl;

    /// <summary>Journal, vault, keys and compiled default city.</summary>
    public string Data { get; init; } = "data";

    /// <summary>Folder of a compiled city package; null: the default city, compiled on the first run.</summary>
    public string? City { get; init; }

    /// <summary>Play the field: callers, patrols and crews, through the SDK.</summary>
    public bool Field { get; init; } = true;

    /// <summary>What makes this node one of a cluster; null: the whole city in this process.</summary>
    public ClusterSettings? Cluster { get; init; }

    /// <summary>What this node of a cluster does.</summary>
    public NodeRole Role { get; init; } = NodeRole.Silo;

    /// <summary>Serve the Orleans dashboard to commanders.</summary>
    public bool Dashboard { get; init; }

    /// <summary>How much goes by itself where no area has said otherwise.</summary>
    public DispatchMode Mode { get; init; } = DispatchMode.Automatic;
}

/// <summary>What a node does. Every node serves the page and the API.</summary>
internal enum NodeRole
{
    /// <summary>Hosts actors.</summary>
    Silo,

    /// <summary>Hosts none: a client of the silos.</summary>
    Web,
}
