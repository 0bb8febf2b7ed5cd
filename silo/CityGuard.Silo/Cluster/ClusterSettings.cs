using System.Net;
using CityGuard.Storage.AzureTables;

namespace CityGuard.Silo.Cluster;

/// <summary>What a node must know to be one of many. Read from the settings file, then the environment, then the command line; the last one wins.</summary>
internal sealed record ClusterSettings
{
    /// <summary>Name of the cluster: every node of one has the same, and all its tables begin with it.</summary>
    public string Name { get; init; } = "cityguard";

    /// <summary>Where the silos find each other.</summary>
    public required RedisAddress Redis { get; init; }

    /// <summary>Where journal, vault and keys are.</summary>
    public required TableAddress Tables { get; init; }

    /// <summary>Where this silo is reached by the others; port 0: a free one.</summary>
    public IPEndPoint Endpoint { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Port where web nodes reach this silo; 0: a free one.</summary>
    public int GatewayPort { get; init; }

    /// <summary>What this node proves itself with, and what the others must prove; null: plain connections, on loopback only.</summary>
    public NodeCertificates? Certificates { get; init; }
}
