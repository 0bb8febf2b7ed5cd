using System.Collections.Immutable;
using CityGuard.Cities;
using CityGuard.Domain;
using CityGuard.Domain.Geography;

namespace CityGuard.Grains.Hosting;

/// <summary>What boards need of every responder, as columns by responder index.</summary>
internal sealed class ResponderColumns
{
    public ResponderColumns(CityModel city, IReadOnlyList<string> kinds)
    {
        var kindIndex = kinds.Select((id, i) => (id, i)).ToDictionary(k => k.id, k => (byte)k.i);
        Kind = [.. city.Responders.Select(r => kindIndex.TryGetValue(r.Kind, out var k) ? k : throw new FormatException($"Responder {r.Id} is of unknown kind '{r.Kind}'."))];
        Capabilities = [.. city.Responders.Select(r => KeyMask.Of(city.Rules.Capabilities, r.Capabilities))];
        Turnout = [.. city.Responders.Select(r => Travel.FromSeconds(r.TurnoutSeconds))];
        Premises = [.. city.Responders.Select(r => r.Premises is { } p && city.TryTarget(p.Value, out var target) ? target : -1)];
        PremisesOnly = [.. Kind.Select(k => city.Rules.Kinds[k].PremisesOnly)];
    }

    /// <summary>Kind index.</summary>
    public ImmutableArray<byte> Kind { get; }

    /// <summary>Capability mask.</summary>
    public ImmutableArray<ulong> Capabilities { get; }

    /// <summary>Turnout, deciseconds.</summary>
    public ImmutableArray<ushort> Turnout { get; }

    /// <summary>Target a premises-bound unit stands in, -1 when it stands in none.</summary>
    public ImmutableArray<int> Premises { get; }

    /// <summary>Never sent out of its premises.</summary>
    public ImmutableArray<bool> PremisesOnly { get; }

    /// <summary>True when a responder is bound to premises that are not this target; -1: no target.</summary>
    public bool IsElsewhere(int responder, int target) => PremisesOnly[responder] && (target < 0 || Premises[responder] != target);
}
