using CityGuard.Abstractions;
using CityGuard.Abstractions.Roads;
using CityGuard.Abstractions.Security;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;
using CityGuard.Domain.People;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Roads;
using NetTopologySuite.IO.Converters;
using Orleans.Concurrency;
using System.Text.Json;

namespace CityGuard.Grains.Front;

/// <summary>The door to the roads. Ways and isochrones are worked out on the CPU pool.</summary>
[StatelessWorker, Reentrant, GrainType("roads-front")]
internal sealed class RoadsFront(CityIndex index, RoadMap map, ICallerVerifier verifier, Inward inward, Mandates mandates, CpuPool pool) : Grain, IRoadsFront
{
    private const int Why = 500, Street = 200, Restriction = 80, MostCorners = 500, MostMinutes = 60, LimitMilliseconds = 4 * 3600 * 1000;
    private const double LeastMinutes = 0.5, MostMetresFromRoad = 2000;

    private static readonly JsonSerializerOptions _geoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    public async Task<Answer<RoadsView>> Get(Credential caller)
        => (await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal ? refusal : await inward.Read<RoadsView>(async () => await Roads.View());

    public async Task<Answer<RoadsView>> Restrict(Credential caller, RestrictRoadsCommand command)
    {
        var admitted = await mandates.OverArea(caller, index.City.Areas[0].Id.Value, CommandRight.Direct);
        if ((admitted.Refusal ?? ReportCheck.Text(command?.Why, 1, Why, "why") ?? (command!.Street is null ? null : ReportCheck.Text(command.Street, 1, Street, "street")) ?? Corners(command.Area)
            ?? IncidentFront.IdCheck(command.Command)) is { } refusal)
            return refusal;
        var given = command! with { Command = command!.Command ?? IncidentFront.NewId() };
        return await inward.Ask(() => Roads.Restrict(given, admitted.Value!.Name));
    }

    public async Task<Answer<RoadsView>> Release(Credential caller, string restriction, ReleaseRoadsCommand command)
    {
        var admitted = await mandates.OverArea(caller, index.City.Areas[0].Id.Value, CommandRight.Direct);
        if ((admitted.Refusal ?? ReportCheck.Text(restriction, 1, Restriction, "restriction") ?? ReportCheck.Text(command?.Why, 1, Why, "why") ?? IncidentFront.IdCheck(command?.Command)) is { } refusal)
            return refusal;
        var given = command! with { Command = command.Command ?? IncidentFront.NewId() };
        return await inward.Ask(() => Roads.Release(restriction, given, admitted.Value!.Name));
    }

    public async Task<Answer<RoadShapes>> Shapes(Credential caller)
        => (await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal ? refusal : await inward.Read<RoadShapes>(async () => await Roads.Shapes());

    public async Task<Answer<WayView>> Route(Credential caller, GeoPoint from, GeoPoint to)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        if ((Node(from, TravelMode.Drive, "from", out var start) ?? Node(to, TravelMode.Drive, "to", out _)) is { } nowhere)
            return nowhere;
        var times = index.Travel.Now;
        Node(to, TravelMode.Drive, "to", out var end);
        var route = await pool.Run(() => new RoutePlanner(times.Roads).Route(start, end, LimitMilliseconds));
        if (route is null)
            return new Refusal(RefusalCode.Unprocessable, "there is no way between the two places on the roads as they are now");
        GeoPoint[] line = [.. route.Nodes.Select(node => times.Roads.Nodes.Span[node])];
        return new WayView(route.TotalMilliseconds / 1000.0, Math.Round(line.Zip(line.Skip(1)).Sum(piece => piece.First.MetresTo(piece.Second)), 1), times.Version, line);
    }

    public async Task<Answer<IsochroneView>> Isochrone(Credential caller, GeoPoint from, double minutes, TravelMode mode)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        if (!(minutes >= LeastMinutes && minutes <= MostMinutes))
            return new Refusal(RefusalCode.Malformed, FormattableString.Invariant($"minutes must be from {LeastMinutes} to {MostMinutes}"));
        if (!Enum.IsDefined(mode))
            return new Refusal(RefusalCode.Malformed, "mode is drive or walk");
        if (Node(from, mode, "from", out var start) is { } nowhere)
            return nowhere;
        var times = index.Travel.Now;
        var roads = mode == TravelMode.Walk ? map.Walk : times.Roads;
        var text = await pool.Run(() => JsonSerializer.Serialize(CityGuard.Cities.Roads.Isochrone.Draw(roads, start, (int)(minutes * 60_000)), _geoJson));
        return new IsochroneView(minutes, mode, mode == TravelMode.Walk ? "" : times.Version, text);
    }

    private Refusal? Node(GeoPoint place, TravelMode mode, string name, out int node)
    {
        node = -1;
        if (!place.IsValid)
            return new Refusal(RefusalCode.Malformed, $"{name} is no place on the earth");
        node = map.Nearest(place, mode, out var metres);
        return metres <= MostMetresFromRoad ? null : new Refusal(RefusalCode.Unprocessable, FormattableString.Invariant($"{name} lies {metres / 1000:F1} km from the nearest road of the city"));
    }

    private static Refusal? Corners(IReadOnlyList<GeoPoint>? area)
        => area is { Count: > MostCorners } ? new Refusal(RefusalCode.Malformed, $"an area has {MostCorners} corners at most") : null;

    private IRoadsGrain Roads => GrainFactory.GetGrain<IRoadsGrain>(index.City.Areas[0].Id.Value);
}
