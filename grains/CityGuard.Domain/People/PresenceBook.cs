using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.People;

/// <summary>What a person does at an incident.</summary>
public enum Attention : byte
{
    /// <summary>Has gone to another one, or home.</summary>
    Left,

    /// <summary>Has it open.</summary>
    Looking,

    /// <summary>Is about to give a command.</summary>
    Deciding,
}

/// <summary>One window in which a person has an incident open.</summary>
/// <param name="Window">The window, so that one person may have two.</param>
/// <param name="Name">The person.</param>
/// <param name="Incident">What is open.</param>
/// <param name="Sector">Where that is.</param>
/// <param name="Attention">What the person does.</param>
/// <param name="Role">The role that a command is about; null: none in particular.</param>
/// <param name="Since">Since when it has been so.</param>
/// <param name="Until">End of the lease.</param>
public sealed record Presence(string Window, string Name, IncidentId Incident, AreaId Sector, Attention Attention, string? Role, DateTimeOffset Since, DateTimeOffset Until);

/// <summary>Who has which incident open. Each window's word is a lease: a window that dies is forgotten without being told.</summary>
/// <param name="Leases">By window.</param>
public sealed record PresenceBook(ImmutableDictionary<string, Presence> Leases)
{
    /// <summary>How long a word holds; a window repeats it about three times as often.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Nobody.</summary>
    public static PresenceBook Empty { get; } = new(ImmutableDictionary<string, Presence>.Empty);

    /// <summary>The book after a window's word; what has run out is dropped in passing.</summary>
    public PresenceBook Hear(string window, string name, IncidentId incident, AreaId sector, Attention attention, string? role, DateTimeOffset now)
    {
        var current = Leases.Values.Where(lease => lease.Until <= now).Aggregate(Leases, (leases, over) => leases.Remove(over.Window));
        if (attention is Attention.Left)
            // A window that has gone on to another incident is not taken off that one by the late news of its leaving.
            return new(current.TryGetValue(window, out var there) && there.Incident == incident ? current.Remove(window) : current);
        var since = current.TryGetValue(window, out var before) && before.Incident == incident && before.Attention == attention && before.Role == role ? before.Since : now;
        return new(current.SetItem(window, new Presence(window, name, incident, sector, attention, role, since, now + Lease)));
    }

    /// <summary>Those whose word still holds, each person once an incident: as deciding when one of his windows is.</summary>
    public IReadOnlyList<Presence> At(DateTimeOffset now)
        => [.. Leases.Values.Where(lease => now < lease.Until).GroupBy(lease => (lease.Incident, lease.Name))
            .Select(windows => windows.OrderByDescending(lease => lease.Attention).ThenBy(lease => lease.Since).First())
            .OrderBy(lease => lease.Incident.Value, StringComparer.Ordinal).ThenBy(lease => lease.Name, StringComparer.Ordinal)];
}
