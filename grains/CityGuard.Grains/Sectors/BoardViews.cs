using CityGuard.Abstractions.Readiness;
using CityGuard.Domain;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Sectors;

/// <summary>What people read of a board.</summary>
internal sealed class BoardViews(ReadinessBoard board)
{
    /// <summary>Reachers shown of a circle.</summary>
    private const int MostReachers = 12;

    private readonly SectorMap _map = board.Map;

    private CityIndex Index => _map.Index;

    public CircleView Cell(int local, DateTimeOffset now)
    {
        var target = board.Hours.Governing(local);
        return Circle(Index.City.Cells.Id(_map.Range.First + local).Value, null, board.Cell(local), board.StandardOf(local), local, target, now) with { PatrolledAt = board.Patrolled[local] };
    }

    public CircleView Target(int local, DateTimeOffset now)
    {
        var profile = Index.City.Targets[_map.Targets[local]];
        return Circle(profile.Id.Value, profile.Name, board.Target(local), _map.TargetStandards[local], _map.TargetCells[local], local, now);
    }

    public IReadOnlyList<FragileTarget> Fragile()
    {
        var fragile = new List<FragileTarget>();
        for (var t = 0; t < _map.Targets.Length; t++)
        {
            var state = board.Target(t);
            if (state.Told is not (ReadinessLevel.Thin or ReadinessLevel.Incomplete or ReadinessLevel.Late or ReadinessLevel.Dark))
                continue;
            var profile = Index.City.Targets[_map.Targets[t]];
            var sole = state.Assessment.Sole >= 0 ? Index.City.Responders[state.Assessment.Sole] : null;
            fragile.Add(new FragileTarget(
                profile.Id, profile.Name, profile.Grade, state.Told, state.Since, sole?.Id, sole?.CallSign,
                KeyMask.Keys(Index.KindIds, state.Assessment.MissingKinds), SectorArea.Id));
        }

        return fragile;
    }

    private Area SectorArea => Index.City.Areas[_map.Range.Area];

    private CircleView Circle(string subject, BilingualName? name, PlaceState state, CompiledStandard standard, int cell, int target, DateTimeOffset now)
    {
        var because = target >= 0 ? Index.City.Targets[_map.Targets[target]].Id : default(Domain.Targets.TargetId?);
        var reachers = state.Told == ReadinessLevel.Closed ? [] : Reachers(cell, target, standard);
        var known = state.Told != ReadinessLevel.Unknown;
        return new CircleView(
            subject, name, state.Told, state.Since, standard.Standard, because, reachers,
            known && state.Assessment.Sole >= 0 ? Index.City.Responders[state.Assessment.Sole].Id : null,
            known ? KeyMask.Keys(Index.KindIds, state.Assessment.MissingKinds) : [], now);
    }

    private Reacher[] Reachers(int cell, int target, CompiledStandard standard)
    {
        var arrivals = board.Arrivals(cell, target, standard.Rule.OutermostDeciseconds).ToArray();
        Array.Sort(arrivals, (a, b) => (a.Deciseconds, a.Responder).CompareTo((b.Deciseconds, b.Responder)));
        return [.. arrivals.Take(MostReachers).Select(a =>
        {
            var profile = Index.City.Responders[a.Responder];
            return new Reacher(profile.Id, profile.CallSign, profile.Kind, Travel.ToSeconds(a.Deciseconds), WithinItsRing(standard.Rule, a), Counts(standard.Rule, a));
        })];
    }

    private static bool Counts(in StandardRule rule, Arrival arrival)
    {
        foreach (var ring in rule.Rings.Span)
            if ((ring.Kinds & (1UL << arrival.Kind)) != 0)
                return true;
        return false;
    }

    /// <summary>Within the tightest ring that wants its kind.</summary>
    private static bool WithinItsRing(in StandardRule rule, Arrival arrival)
    {
        foreach (var ring in rule.Rings.Span)
            if ((ring.Kinds & (1UL << arrival.Kind)) != 0)
                return arrival.Deciseconds <= ring.Deciseconds;
        return false;
    }
}
