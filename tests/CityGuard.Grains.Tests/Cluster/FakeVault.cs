using System.Collections.Concurrent;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Tests.Cluster;

internal sealed class FakeVault : IVault
{
    private readonly ConcurrentDictionary<string, (IncidentId Incident, PersonalData Data)> _sealed = new();

    private readonly ConcurrentDictionary<IncidentId, bool> _erased = new();

    public int Seals => _sealed.Count;

    public Task<string?> Seal(IncidentId incident, PersonalData data, CancellationToken cancel = default)
    {
        if (_erased.ContainsKey(incident))
            return Task.FromResult<string?>(null);
        var reference = Guid.NewGuid().ToString("N");
        _sealed[reference] = (incident, data);
        return Task.FromResult<string?>(reference);
    }

    public Task<PersonalData?> Open(string reference, CancellationToken cancel = default)
        => Task.FromResult(_sealed.TryGetValue(reference, out var kept) ? kept.Data : null);

    public Task<bool> Erase(IncidentId incident, CancellationToken cancel = default)
    {
        _erased[incident] = true;
        var erased = _sealed.Where(kept => kept.Value.Incident == incident).Select(kept => kept.Key).ToArray();
        foreach (var reference in erased)
            _sealed.TryRemove(reference, out _);
        return Task.FromResult(erased.Length > 0);
    }
}
