using CityGuard.Abstractions.Security;

namespace CityGuard.Grains.Tests.Cluster;

/// <summary>Keys <c>all</c>, <c>ingest</c>, <c>read</c> and <c>command</c>, each with what it says.</summary>
internal sealed class OpenDoor : ICallerVerifier
{
    public static Credential Key { get; } = new("all");

    public ValueTask<Caller?> Verify(Credential credential) => ValueTask.FromResult(credential.ApiKey switch
    {
        "all" => new Caller("tester", Scope.Ingest | Scope.Read | Scope.Command, true),
        "ingest" => new Caller("tracker", Scope.Ingest, false),
        "read" => new Caller("reader", Scope.Read, false),
        "command" => new Caller("chief", Scope.Command, false),
        _ => (Caller?)null,
    });
}
