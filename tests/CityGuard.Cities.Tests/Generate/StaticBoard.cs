using System.Runtime.InteropServices;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Tests.Generate;

/// <summary>The readiness of every cell at one moment, by the rule that the live boards use, everyone fresh and free where he is said to be.</summary>
internal sealed class StaticBoard
{
    public const int Away = -1;

    private readonly CityModel _city;
    private readonly string[] _kinds;
    private readonly Dictionary<string, StandardRule> _standards;
    private readonly ILookup<string, KeyTargetProfile> _targets;
    private readonly ILookup<TargetId, Arrival> _units;

    public StaticBoard(CityModel city)
    {
        _city = city;
        _kinds = [.. city.Rules.Kinds.Select(k => k.Id)];
        _standards = city.Rules.Standards.ToDictionary(s => s.Id, s => StandardCompiler.Compile(s, _kinds));
        _targets = city.Targets.ToLookup(t => t.Cell.Value);
        _units = Enumerable.Range(0, city.Responders.Length).Where(r => city.Responders[r].Premises is not null)
            .ToLookup(r => city.Responders[r].Premises!.Value, r => new Arrival(r, Kind(r), (ushort)(city.Responders[r].TurnoutSeconds * 10)));
    }

    /// <summary>Levels by cell, at a minute of the week, with each responder that drives in the cell that <paramref name="whereIs"/> says, or <see cref="Away"/>.</summary>
    public ReadinessLevel[] Levels(int minuteOfWeek, Func<int, int> whereIs)
    {
        var arrivals = Arrivals(whereIs);
        var levels = new ReadinessLevel[_city.Cells.Count];
        Parallel.For(0, levels.Length, cell =>
        {
            var standard = _city.Cells.Standard[cell];
            var open = _targets[_city.Cells.Ids[cell].Value].Where(t => t.Hours.IsOpen(minuteOfWeek)).OrderBy(t => t.Grade).FirstOrDefault();
            if (open is not null)
            {
                standard = open.Standard;
                arrivals[cell].AddRange(_units[open.Id]);
            }

            levels[cell] = ReadinessRule.Evaluate(_standards[standard], CollectionsMarshal.AsSpan(arrivals[cell])).Level;
        });
        return levels;
    }

    /// <summary>Levels of these targets by their own circle, open or not.</summary>
    public ReadinessLevel[] Targets(KeyTargetProfile[] targets, Func<int, int> whereIs)
    {
        var arrivals = Arrivals(whereIs);
        return [.. targets.Select(t =>
        {
            _city.TryCell(t.Cell.Value, out var cell);
            Arrival[] all = [.. arrivals[cell], .. _units[t.Id]];
            return ReadinessRule.Evaluate(_standards[t.Standard], all).Level;
        })];
    }

    private List<Arrival>[] Arrivals(Func<int, int> whereIs)
    {
        var arrivals = Enumerable.Range(0, _city.Cells.Count).Select(_ => new List<Arrival>()).ToArray();
        for (var r = 0; r < _city.Responders.Length; r++)
        {
            if (_city.Rules.Kinds[Kind(r)].PremisesOnly || whereIs(r) is var at && at == Away)
                continue;
            foreach (var sector in _city.Travel.Sectors(at))
            {
                var slice = _city.Travel.Slice(at, sector);
                for (var i = 0; i < slice.Length; i++)
                    if (slice[i] != Travel.Beyond)
                        arrivals[_city.Cells.Sectors[sector].First + i].Add(new(r, Kind(r), (ushort)Math.Min(Travel.Beyond - 1, slice[i] + (_city.Responders[r].TurnoutSeconds * 10))));
            }
        }

        return arrivals;
    }

    private byte Kind(int responder) => (byte)Array.IndexOf(_kinds, _city.Responders[responder].Kind);
}
