using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;

namespace CityGuard.Grains.Tests.Cluster;

/// <summary>
/// Keys <c>all</c>, <c>ingest</c>, <c>read</c> and <c>command</c>, each with what it says; <c>command@AREA</c> commands there only; tickets
/// <c>ROLE@AREA</c> are people of that role who are named after it.
/// </summary>
internal sealed class OpenDoor : ICallerVerifier
{
    public static Credential Key { get; } = new("all");

    public static Credential Person(PersonRole role, string area) => new(null, $"{role}@{area}");

    public ValueTask<Caller?> Verify(Credential credential) => ValueTask.FromResult(credential.Ticket is { } ticket ? PersonOf(ticket) : credential.ApiKey switch
    {
        "all" => new Caller("tester", Scope.Ingest | Scope.Read | Scope.Command, true),
        "ingest" => new Caller("tracker", Scope.Ingest, false),
        "read" => new Caller("reader", Scope.Read, false),
        "command" => new Caller("chief", Scope.Command, false),
        { } key when key.StartsWith("command@", StringComparison.Ordinal) => new Caller("chief", Scope.Command, false, Area: AreaId.Parse(key[8..])),
        _ => (Caller?)null,
    });

    private static Caller PersonOf(string ticket)
    {
        var (role, area) = (Enum.Parse<PersonRole>(ticket.Split('@')[0]), AreaId.Parse(ticket.Split('@')[1]));
        return new Caller(PersonRules.NameOf(role), role is PersonRole.Viewer ? Scope.Read : Scope.Read | Scope.Command, role is not PersonRole.Viewer, role, area);
    }
}
