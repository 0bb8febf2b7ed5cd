namespace CityGuard.Silo.Cluster;

/// <summary>Why a node is not in its cluster, in one line that says what to look at.</summary>
internal static class JoinFault
{
    private const string Reach = "Look whether this machine reaches the others at their endpoints and they reach it at its own, and whether either all nodes have certificates or none.";

    /// <summary>Of a silo that gave up.</summary>
    /// <param name="cluster">Its name.</param>
    /// <param name="log">What became of its connections.</param>
    /// <param name="fault">What Orleans says, where no handshake says more.</param>
    public static string Ended(string cluster, ConnectionLog? log, string? fault)
        => $"this silo could not join the cluster {cluster}: {Handshake(log) ?? $"{First(fault)} {Reach}"}";

    /// <summary>Of a web node, which goes on trying.</summary>
    public static string Waiting(string cluster, ConnectionLog log, string fault)
        => $"this web node goes on trying to reach a silo of the cluster {cluster}: {Handshake(log) ?? First(fault)}";

    private static string? Handshake(ConnectionLog? log)
        => log?.Refused is { } refused ? $"{refused} Compare certificate, certificateKey and authority of both nodes." : null;

    // Orleans goes on with the whole membership as its reason.
    private static string? First(string? text) => text?.Split(["\n", " Reason:"], 2, StringSplitOptions.None)[0].TrimEnd();
}
