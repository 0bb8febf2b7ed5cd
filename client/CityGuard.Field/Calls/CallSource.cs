using System.Globalization;
using CityGuard.Abstractions.Incidents;
using CityGuard.Cities;
using CityGuard.Domain.Targets;
using CityGuard.Field.Draws;

namespace CityGuard.Field.Calls;

/// <summary>
/// Calls as a Poisson process whose rate follows the city's demand: by cell, by hour of the week and by mix of types.
/// Drawn per quarter of an hour of absolute time, so that a field that starts again goes on with the same calls and the same source ids:
/// what was reported before the stop is recognised, not doubled.
/// </summary>
internal sealed class CallSource
{
    /// <summary>Every time zone is a whole number of quarters off, so the rate is constant within one.</summary>
    public const long SpanMs = 15 * 60 * 1000;

    private readonly CityModel _city;
    private readonly DrawKey _key;
    private readonly string _name;
    private readonly double _perSpan, _targetShare;
    private readonly TimeZoneInfo _zone;
    private readonly CumulativeShares _cells, _mix;
    private readonly ILookup<string, KeyTargetProfile> _targets;

    public CallSource(CityModel city, FieldOptions options)
    {
        _city = city;
        _key = DrawKey.Of(options.Seed, "calls");
        _name = string.Create(CultureInfo.InvariantCulture, $"{options.Seed}-{options.CallsFactor:0.###}");
        _perSpan = city.Demand.CallsPerDay * options.CallsFactor / 96;
        _targetShare = options.TargetShare;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(city.Manifest.TimeZone);
        _cells = new CumulativeShares([.. city.Demand.CellShare.Select(share => (double)share)]);
        _mix = new CumulativeShares([.. city.Demand.Mix.Select(mix => mix.Share)]);
        _targets = city.Targets.ToLookup(target => target.Cell.Value);
    }

    /// <summary>The calls of one span (Unix milliseconds divided by <see cref="SpanMs"/>), in order of time.</summary>
    public IEnumerable<Call> Span(long span)
    {
        var rate = Rate(span);
        if (rate <= 0)
            yield break;
        var gaps = new Xoshiro256(_key.With(span));
        var at = gaps.Exponential(SpanMs / rate);
        for (var number = 0; at < SpanMs; number++, at += gaps.Exponential(SpanMs / rate))
            yield return Make(span, number, (span * SpanMs) + (long)at);
    }

    /// <summary>Expected calls in one span.</summary>
    public double Rate(long span) => _perSpan * _city.Demand.HourFactor[MinuteOfWeek(span * SpanMs) / 60];

    private Call Make(long span, int number, long at)
    {
        var draws = new Xoshiro256(_key.With(span).With(number));
        var cell = _cells.Pick(draws.Uniform());
        var mix = _city.Demand.Mix[_mix.Pick(draws.Uniform())];
        var location = Location(cell, MinuteOfWeek(at), ref draws);
        var id = string.Create(CultureInfo.InvariantCulture, $"{_name}-{span}-{number}");
        return new Call(at, new IncidentReport("field", id, mix.Type, mix.Severity, location, DateTimeOffset.FromUnixTimeMilliseconds(at), "110"));
    }

    private Location Location(int cell, int minuteOfWeek, ref Xoshiro256 draws)
    {
        if (draws.Uniform() < _targetShare)
        {
            var open = _targets[_city.Cells.Ids[cell].Value].Where(target => target.Hours.IsOpen(minuteOfWeek)).ToArray();
            if (open.Length > 0)
                return new Location(Target: open[draws.Below(open.Length)].Id.Value);
        }

        var place = PlaceInCell.Draw(_city.Cells, cell, ref draws);
        return new Location(place.Lat, place.Lon);
    }

    private int MinuteOfWeek(long unixMs)
    {
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(unixMs), _zone);
        return ((((int)local.DayOfWeek + 6) % 7) * 1440) + (int)local.TimeOfDay.TotalMinutes;
    }
}
