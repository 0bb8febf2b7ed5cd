using CityGuard.Cities;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Targets;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Simulation.Demand;

/// <summary>
/// Rates of calls from past records. What a cell has seen is little, so it is drawn towards its sector, that towards its district and that towards the city: Poisson counts
/// with gamma priors whose means are spread by residents, and whose strengths are those under which the counts are most likely (empirical Bayes).
/// </summary>
public sealed class DemandFit
{
    private const int HoursOfWeek = 168;
    private const int LeastOfType = 50;
    private const double HeldOut = 0.25;
    private static readonly double[] Strengths = [.. Enumerable.Range(-4, 25).Select(i => Math.Pow(2, i))];

    private readonly CityModel _city;
    private readonly TimeZoneInfo _zone;
    private readonly int[] _sectorOf, _districtOf;
    private readonly double[] _people;

    private DemandFit(CityModel city)
    {
        _city = city;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(city.Manifest.TimeZone);
        var districts = city.Cells.Sectors.Select(s => s.District).Distinct().ToList();
        _sectorOf = [.. city.Cells.Sector.Select(s => (int)s)];
        _districtOf = [.. city.Cells.Sectors.Select(s => districts.IndexOf(s.District))];
        // A cell without residents still has streets.
        var some = Math.Max(1, city.Cells.Residents.Sum(r => (double)r)) / city.Cells.Count * 0.01;
        _people = [.. city.Cells.Residents.Select(r => r + some)];
    }

    /// <summary>
    /// Fits all records, and reports how well a fit of the first three quarters of the time foretells the last. Types have shapes of their own only when that foretells
    /// better than one shape for all.
    /// </summary>
    /// <param name="records">In order of time.</param>
    public static (DemandModel Demand, IReadOnlyList<ShapedCalls> Shapes, FitReport Report) Fit(CityModel city, IReadOnlyList<PastRecord> records)
    {
        var fit = new DemandFit(city);
        var (first, last) = (records[0].At, records[^1].At);
        var days = Math.Max(1, (last - first).TotalDays);
        var split = first + TimeSpan.FromDays(days * (1 - HeldOut));
        var (seen, later) = (records.Where(r => r.At < split).ToArray(), records.Where(r => r.At >= split).ToArray());
        var fitted = fit.Cells(seen, fit._people);
        var report = new FitReport(
            records.Count, days, seen.Length, later.Length,
            fit.PerCall(seen, later, fitted.Shares), fit.PerCallByType(seen, later, fitted.Shares), fit.PerCall(seen, later, fit.Raw(seen)), fit.PerCall(seen, later, fit.Flat()), fit.Cells(records, fit._people).Strength);
        var whole = fit.Whole(records, days);
        return (whole, report.ByType > report.Fitted ? fit.Shapes(records, [.. whole.CellShare.Select(s => (double)s)]) : [], report);
    }

    /// <summary>
    /// Where and when each type comes: its counts, drawn towards those of all calls as cells are drawn towards their sectors. A type that is seldom seen comes
    /// as all do.
    /// </summary>
    private IReadOnlyList<ShapedCalls> Shapes(IReadOnlyList<PastRecord> records, double[] all)
    {
        var hours = Hours(records);
        return [.. records.GroupBy(r => r.Type).OrderBy(g => g.Key, StringComparer.Ordinal).Where(g => g.Count() >= LeastOfType)
            .Select(g => new ShapedCalls(g.Key, [.. Cells([.. g], all).Shares.Select(s => (float)s)], [.. Hours([.. g], hours).Select(h => (float)(h * HoursOfWeek))]))];
    }

    private DemandModel Whole(IReadOnlyList<PastRecord> records, double days) => new()
    {
        CallsPerDay = records.Count / days,
        CellShare = [.. Cells(records, _people).Shares.Select(s => (float)s)],
        HourFactor = [.. Hours(records).Select(h => (float)(h * HoursOfWeek))],
        Mix = [.. records.GroupBy(r => (r.Type, r.Severity)).OrderBy(g => g.Key.Type, StringComparer.Ordinal).ThenBy(g => g.Key.Severity)
            .Select(g => new DemandMix(g.Key.Type, g.Key.Severity, (double)g.Count() / records.Count, OnScene(g.Key.Type, g.Key.Severity, g)))],
    };

    private int OnScene(string type, IncidentSeverity severity, IEnumerable<PastRecord> records)
        => records.Select(r => r.OnSceneSeconds).OfType<double>().DefaultIfEmpty(double.NaN).Average() is var mean && !double.IsNaN(mean)
            ? (int)Math.Round(mean)
            : (_city.Demand.Mix.FirstOrDefault(m => m.Type == type && m.Severity == severity) ?? _city.Demand.Mix.FirstOrDefault(m => m.Type == type))?.OnSceneSeconds ?? 1200;

    /// <summary>Expected counts of each cell as shares, district by district, sector by sector, cell by cell.</summary>
    /// <param name="records">The records.</param>
    /// <param name="weights">By what is expected of a cell before it has seen anything: residents, or all calls.</param>
    private (double[] Shares, FitStrength Strength) Cells(IReadOnlyList<PastRecord> records, double[] weights)
    {
        var cells = new double[_city.Cells.Count];
        foreach (var record in records)
            cells[record.Cell]++;
        double[] sectors = Sum(cells, _sectorOf, _districtOf.Length), sectorPeople = Sum(weights, _sectorOf, _districtOf.Length);
        double[] districts = Sum(sectors, _districtOf, _districtOf.Max() + 1), districtPeople = Sum(sectorPeople, _districtOf, districts.Length);
        var (district, byDistrict) = Shrink(districts, districtPeople, [.. districts.Select(_ => 0)], [Math.Max(1, records.Count)]);
        var (sector, bySector) = Shrink(sectors, sectorPeople, _districtOf, district);
        var (cell, byCell) = Shrink(cells, weights, _sectorOf, sector);
        var sum = cell.Sum();
        return ([.. cell.Select(c => c / sum)], new FitStrength(byDistrict, bySector, byCell));
    }

    /// <summary>
    /// Posterior means. The prior of each is a gamma of mean m (its parent's, spread by people) and variance m / s: the posterior mean is (n + s m) / (1 + s). The strength s is
    /// the one with the greatest negative binomial likelihood of all counts.
    /// </summary>
    private static (double[] Means, double Strength) Shrink(double[] counts, double[] people, int[] parentOf, double[] parents)
    {
        var around = Sum(people, parentOf, parents.Length);
        double[] means = [.. counts.Select((_, i) => Math.Max(1e-9, parents[parentOf[i]] * people[i] / around[parentOf[i]]))];
        var strength = Strengths.MaxBy(s => Enumerable.Range(0, counts.Length).Sum(i => NegativeBinomial(counts[i], s * means[i], s)));
        return ([.. counts.Select((n, i) => (n + (strength * means[i])) / (1 + strength))], strength);
    }

    /// <summary>Logarithm of the probability of a Poisson count whose mean is gamma distributed, without what does not depend on the strength.</summary>
    private static double NegativeBinomial(double count, double shape, double strength)
        => LogRise(shape, count) + (shape * Math.Log(strength / (1 + strength))) - (count * Math.Log(1 + strength));

    /// <summary>log (Γ(shape + count) / Γ(shape)), by its product.</summary>
    private static double LogRise(double shape, double count)
    {
        var sum = 0.0;
        for (var k = 0; k < count; k++)
            sum += Math.Log(shape + k);
        return sum;
    }

    /// <summary>Shares of the hours of the week, drawn towards those of the day.</summary>
    private double[] Hours(IReadOnlyList<PastRecord> records)
    {
        var hours = new double[HoursOfWeek];
        foreach (var record in records)
            hours[WeekClock.MinuteOfWeek(record.At, _zone) / 60]++;
        int[] hourOfDay = [.. Enumerable.Range(0, HoursOfWeek).Select(h => h % 24)];
        var day = Sum(hours, hourOfDay, 24);
        var (means, _) = Shrink(hours, [.. hours.Select(_ => 1.0)], hourOfDay, [.. day.Select(d => d + 0.5)]);
        var sum = means.Sum();
        return [.. means.Select(m => m / sum)];
    }

    /// <summary>The same for one type, drawn towards those of all calls.</summary>
    private double[] Hours(IReadOnlyList<PastRecord> records, double[] all)
    {
        var hours = new double[HoursOfWeek];
        foreach (var record in records)
            hours[WeekClock.MinuteOfWeek(record.At, _zone) / 60]++;
        var (means, _) = Shrink(hours, all, [.. hours.Select(_ => 0)], [records.Count]);
        var sum = means.Sum();
        return [.. means.Select(m => m / sum)];
    }

    private double[] Raw(IReadOnlyList<PastRecord> records)
    {
        // Half a call for each cell: a place that has seen none yet is not impossible.
        var cells = new double[_city.Cells.Count];
        Array.Fill(cells, 0.5);
        foreach (var record in records)
            cells[record.Cell]++;
        return [.. cells.Select(c => c / cells.Sum())];
    }

    private double[] Flat() => [.. _people.Select(p => p / _people.Sum())];

    /// <summary>Log-likelihood of where and when the later calls came, a call: by cell shares and the hours of the earlier ones.</summary>
    private double PerCall(PastRecord[] seen, PastRecord[] later, double[] shares)
    {
        var hours = Hours(seen);
        return later.Length == 0 ? double.NaN : later.Average(r => Math.Log(shares[r.Cell]) + Math.Log(hours[WeekClock.MinuteOfWeek(r.At, _zone) / 60]));
    }

    /// <summary>The same with a shape of its own for each type.</summary>
    private double PerCallByType(PastRecord[] seen, PastRecord[] later, double[] all)
    {
        var (shapes, hours) = (Shapes(seen, all).ToDictionary(shape => shape.Type), Hours(seen));
        return later.Length == 0 ? double.NaN : later.Average(r =>
        {
            var hour = WeekClock.MinuteOfWeek(r.At, _zone) / 60;
            return shapes.TryGetValue(r.Type, out var shape) ? Math.Log(shape.CellShare[r.Cell]) + Math.Log(shape.HourFactor[hour] / HoursOfWeek) : Math.Log(all[r.Cell]) + Math.Log(hours[hour]);
        });
    }

    private static double[] Sum(double[] values, int[] groupOf, int groups)
    {
        var sums = new double[groups];
        for (var i = 0; i < values.Length; i++)
            sums[groupOf[i]] += values[i];
        return sums;
    }
}

/// <summary>How good a fit is.</summary>
/// <param name="Records">Records.</param>
/// <param name="Days">Days between the first and the last.</param>
/// <param name="Seen">Records of the first three quarters of the time.</param>
/// <param name="HeldOut">Records of the last quarter, which the fit that is judged has not seen.</param>
/// <param name="Fitted">Their mean log-likelihood under the fit: higher is better.</param>
/// <param name="ByType">The same with a shape of its own for each type.</param>
/// <param name="Raw">The same by the counts of each cell alone, with half a call added.</param>
/// <param name="Flat">The same by residents alone.</param>
/// <param name="Strength">How much each level is drawn towards the one above.</param>
public sealed record FitReport(int Records, double Days, int Seen, int HeldOut, double Fitted, double ByType, double Raw, double Flat, FitStrength Strength);

/// <summary>Strengths of the priors: with s, a count weighs 1 against s of what is expected from above.</summary>
public sealed record FitStrength(double District, double Sector, double Cell);
