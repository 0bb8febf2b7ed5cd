using CityGuard.Abstractions.Desk;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;

namespace CityGuard.Grains.Desk;

/// <summary>Keeps the book of a district.</summary>
[GrainType("presence")]
internal sealed class PresenceGrain(TimeProvider time) : Grain, IPresenceGrain
{
    private PresenceBook _book = PresenceBook.Empty;

    public Task Hear(string window, string name, IncidentId incident, AreaId sector, Attention attention, string? role)
    {
        _book = _book.Hear(window, name, incident, sector, attention, role, time.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PresenceView>> Present(IReadOnlyList<string> sectors)
        => Task.FromResult<IReadOnlyList<PresenceView>>([.. _book.At(time.GetUtcNow()).Where(p => sectors.Contains(p.Sector.Value))
            .Select(p => new PresenceView(p.Incident, p.Name, p.Attention, p.Role, p.Since))]);
}
