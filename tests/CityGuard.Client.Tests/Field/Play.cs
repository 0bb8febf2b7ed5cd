using CityGuard.Abstractions.Responders;
using CityGuard.Cities;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Field;

namespace CityGuard.Client.Tests.Field;

/// <summary>A field over the sample city, moved on by hand in steps of 250 ms.</summary>
internal sealed class Play
{
    public const long Tick = 250;
    private int _asked, _stepped;

    public Play(FieldOptions? options = null, CityModel? city = null)
    {
        City = city ?? SampleCity.Build();
        World = new FieldWorld(City, options ?? new FieldOptions { CallsFactor = 0 }, Radio);
        World.Start(Now);
    }

    public CityModel City { get; }

    public RecordingRadio Radio { get; } = new();

    public FieldWorld World { get; }

    public long Now { get; private set; } = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>Answers questions about crews at once: unknown, so that each begins from its post.</summary>
    public bool AnswersCrews { get; init; } = true;

    /// <summary>Acknowledges steps at once.</summary>
    public bool Acknowledges { get; set; } = true;

    public void Run(TimeSpan span, Action? each = null) => Run(span, TimeSpan.FromMilliseconds(Tick), each);

    /// <summary>In longer steps, for what happens seldom.</summary>
    public void Run(TimeSpan span, TimeSpan by, Action? each = null)
    {
        for (var until = Now + (long)span.TotalMilliseconds; Now < until;)
        {
            Now += (long)by.TotalMilliseconds;
            World.Tick(Now);
            while (AnswersCrews && _asked < Radio.AskedCrews.Count)
                World.Seen(Radio.AskedCrews[_asked++], null, Now);
            while (Acknowledges && _stepped < Radio.Steps.Count)
            {
                var (crew, job, step, _) = Radio.Steps[_stepped++];
                World.Stepped(crew, job, step, Now);
            }

            each?.Invoke();
        }
    }

    public Order Order(string responder, long epoch, bool recall = false, string op = "o-1", int cell = 117, long agoMs = 0) => new(
        epoch, ResponderId.Parse(responder), IncidentId.Parse("i-AAAAAAAAAAAAAAAAAAAAAA"), OperationId.Parse(op), epoch, recall,
        "theft", IncidentSeverity.Low, "first", City.Cells.Centres[cell], 120, DateTimeOffset.FromUnixTimeMilliseconds(Now - agoMs));

    /// <summary>Distance from a place to the nearest road, metres.</summary>
    public double MetresFromRoad(GeoPoint place)
    {
        var nodes = City.Roads.Nodes.Span;
        var first = City.Roads.FirstArc.Span;
        var head = City.Roads.Head.Span;
        var best = double.MaxValue;
        for (var node = 0; node < nodes.Length; node++)
            for (var arc = first[node]; arc < first[node + 1]; arc++)
                best = Math.Min(best, MetresFromSegment(place, nodes[node], nodes[head[arc]]));
        return best;
    }

    private static double MetresFromSegment(GeoPoint p, GeoPoint a, GeoPoint b)
    {
        var x = Math.Cos(double.DegreesToRadians(p.Lat)) * Outline.MetresPerDegree;
        double ax = (a.Lon - p.Lon) * x, ay = (a.Lat - p.Lat) * Outline.MetresPerDegree;
        double dx = (b.Lon - a.Lon) * x, dy = (b.Lat - a.Lat) * Outline.MetresPerDegree;
        var t = Math.Clamp(-((ax * dx) + (ay * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        return Math.Sqrt(Math.Pow(ax + (t * dx), 2) + Math.Pow(ay + (t * dy), 2));
    }
}
