using CityGuard.Cities;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Geography;
using CityGuard.Field;
using CityGuard.Field.Calls;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Field;

public sealed class CallSourceTests(ITestOutputHelper output)
{
    // Monday 2026-03-02 00:00 in the sample city's own time zone (UTC+8).
    private static readonly long _monday = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(8)).ToUnixTimeMilliseconds() / CallSource.SpanMs;

    [Theory]
    [InlineData(1)]
    [InlineData(20_260_302)]
    public void Calls_of_a_week_follow_the_demand_by_hour_cell_and_mix(int seed)
    {
        output.WriteLine($"seed {seed}");
        using var city = SampleCity.Build();
        var source = new CallSource(city, new FieldOptions { Seed = (ulong)seed, CallsFactor = 30, TargetShare = 0 });

        var calls = Enumerable.Range(0, 672).SelectMany(span => source.Span(_monday + span)).ToArray();

        var expected = city.Demand.CallsPerDay * 30 * 7 * city.Demand.HourFactor.Average();
        ((double)calls.Length).ShouldBe(expected, 5 * Math.Sqrt(expected));
        Fits(calls.GroupBy(call => (int)(((call.At / CallSource.SpanMs) - _monday) / 4)), [.. city.Demand.HourFactor.Select(factor => (double)factor)], calls.Length);
        Fits(calls.GroupBy(call => CellOf(city, call)), [.. city.Demand.CellShare.Select(share => (double)share)], calls.Length);
        Fits(calls.GroupBy(call => Index(city, call)), [.. city.Demand.Mix.Select(mix => mix.Share)], calls.Length);
    }

    [Fact]
    public void The_same_seed_makes_the_same_calls_whenever_it_starts_and_another_makes_others()
    {
        using var city = SampleCity.Build();
        Call[] Day(ulong seed) => [.. Enumerable.Range(0, 96).SelectMany(span => new CallSource(city, new FieldOptions { Seed = seed }).Span(_monday + span))];

        Day(1).ShouldBe(Day(1));
        Day(1).Select(call => call.At).ShouldNotBe(Day(2).Select(call => call.At));
        Day(1).Select(call => call.Report.SourceId).ShouldBeUnique();
        Day(1).Select(call => call.At).ShouldBeInOrder();
        Day(1).ShouldAllBe(call => call.Report.OccurredAt == DateTimeOffset.FromUnixTimeMilliseconds(call.At));
    }

    [Fact]
    public void Some_calls_come_from_open_targets_and_none_from_a_closed_one()
    {
        using var city = SampleCity.Build();
        var source = new CallSource(city, new FieldOptions { CallsFactor = 20, TargetShare = 0.5 });

        var calls = Enumerable.Range(0, 672).SelectMany(span => source.Span(_monday + span)).Where(call => call.Report.Location.Target is not null).ToArray();

        calls.Length.ShouldBeGreaterThan(1_000);
        foreach (var call in calls)
        {
            city.TryTarget(call.Report.Location.Target!, out var target).ShouldBeTrue();
            var local = DateTimeOffset.FromUnixTimeMilliseconds(call.At).ToOffset(TimeSpan.FromHours(8));
            city.Targets[target].Hours.IsOpen(((((int)local.DayOfWeek + 6) % 7) * 1440) + (int)local.TimeOfDay.TotalMinutes).ShouldBeTrue();
        }
    }

    [Fact]
    public void Nobody_calls_when_the_factor_is_zero()
    {
        using var city = SampleCity.Build();

        Enumerable.Range(0, 672).SelectMany(span => new CallSource(city, new FieldOptions { CallsFactor = 0 }).Span(_monday + span)).ShouldBeEmpty();
    }

    // Pearson's statistic is about chi-squared; its mean is the degrees of freedom k, its deviation the root of 2k: six deviations is a fault, not chance.
    private static void Fits(IEnumerable<IGrouping<int, Call>> groups, double[] shares, int count)
    {
        var observed = new double[shares.Length];
        foreach (var group in groups)
            observed[group.Key] = group.Count();
        var sum = shares.Sum();
        var statistic = shares.Select((share, i) => Math.Pow(observed[i] - (count * share / sum), 2) / (count * share / sum)).Sum();
        statistic.ShouldBeLessThan(shares.Length - 1 + (6 * Math.Sqrt(2.0 * (shares.Length - 1))));
    }

    private static int CellOf(CityModel city, Call call)
    {
        var place = new GeoPoint(call.Report.Location.Lon!.Value, call.Report.Location.Lat!.Value);
        var cell = Enumerable.Range(0, city.Cells.Count).First(cell => Outline.Contains(city.Cells.Outlines[cell].AsSpan(), place));
        return cell;
    }

    private static int Index(CityModel city, Call call)
        => city.Demand.Mix.IndexOf(city.Demand.Mix.Single(mix => mix.Type == call.Report.Type && mix.Severity == call.Report.Severity));
}
