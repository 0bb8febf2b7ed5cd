using System.Collections.Immutable;
using CityGuard.Cities.Import.Network;
using CityGuard.Cities.Import.Osm;
using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Import.Files;

/// <summary>The networks of a city: for its responders, and on foot.</summary>
internal sealed record CityRoads(RoadGraph Drive, RoadGraph? Walk, ImmutableArray<string> Streets, ReadFile File);

/// <summary>Reads roads from whichever format they come in.</summary>
internal static class RoadsReader
{
    public static CityRoads Read(CityFile city, string folder, InputProblems problems)
    {
        var roads = city.Roads;
        var path = Path.Combine(folder, roads.File);
        if (Directory.Exists(path))
            return Model(path, problems);
        var profiles = TravelProfiles.Standard.Profiles;
        if (!profiles.TryGetValue(roads.Profile, out var profile) || profile.OnFoot)
            throw new CityInputException("city.json", 0, "roads.profile", $"'{roads.Profile}' is neither emergency nor car");
        if (roads.LeastShare is not (>= 0 and <= 1))
            throw new CityInputException("city.json", 0, "roads.leastShare", "it must be from 0 to 1");
        var source = OsmFile.Is(path) ? OsmRoads.Read(path)
            : TableReader.IsGeoJson(path) ? GeoRoads.Read(path, city.Crs)
            : throw new CityInputException(Path.GetFileName(path), "roads are read from .osm.pbf, .osm, .osm.gz, .geojson, or a folder with nodes.csv and arcs.csv");
        var drive = RoadMaker.Make(source, profile, city.Country, roads.LeastShare);
        Tell(drive.Report, roads, city.Country, problems);
        return new CityRoads(drive.Graph, Walk(source, city.Country, problems), drive.Streets, new ReadFile(source.File, "roads", source.Ways.Count, drive.Report.Ways));
    }

    /// <summary>The largest part of the ways on foot; a city without any is one all the same.</summary>
    private static RoadGraph? Walk(RoadSource source, string country, InputProblems problems)
    {
        try
        {
            var made = RoadMaker.Make(source, TravelProfiles.Standard.Profiles["walk"], country, leastShare: 0);
            if (made.Report.PartsLost > 0)
                problems.Ignore(FormattableString.Invariant($"{made.Report.KilometresLost:N1} of {made.Report.KilometresLost + made.Report.KilometresKept:N1} km of ways on foot, in {made.Report.PartsLost:N0} parts of their own"));
            return made.Graph;
        }
        catch (CityInputException error)
        {
            problems.Assume("ways on foot: the roads, at 4.8 km/h; " + error.Problem);
            return null;
        }
    }

    private static CityRoads Model(string folder, InputProblems problems)
    {
        var graph = JemssRoads.Read(folder, 1).Largest();
        problems.Assume("roads: travel times as the files give them in mode_1, classes told from the speed; the ways on foot are not known");
        return new CityRoads(graph, null, [], new ReadFile("arcs.csv", "roads", graph.ArcCount, graph.ArcCount));
    }

    private static void Tell(RoadReport report, RoadsFile roads, string country, InputProblems problems)
    {
        var limits = TravelProfiles.Standard.Limits.ContainsKey(country) ? $"those usual in {country}" : "those usual in most countries";
        problems.Assume(FormattableString.Invariant($"speed limits of {report.LimitsAssumed:N0} of {report.Ways:N0} ways: {limits}, by class of road"));
        problems.Assume($"speeds: shares of the speed limit by class of road, for an {roads.Profile} vehicle; no times for turns; one may turn round at any junction");
        if (report.WaysLeftOut > 0)
            problems.Ignore(FormattableString.Invariant($"{report.WaysLeftOut:N0} ways that are not for vehicles, or closed to these"));
        if (report.WaysCut > 0)
            problems.Ignore(FormattableString.Invariant($"parts of {report.WaysCut:N0} ways that end outside the file"));
        if (report.PartsLost > 0)
            problems.Ignore(FormattableString.Invariant($"{report.PartsLost:N0} parts of the roads, {report.KilometresLost:N1} of {report.KilometresLost + report.KilometresKept:N1} km, from which one cannot drive to the rest and back"));
        if (report.TurnBansIgnored > 0)
            problems.Ignore(FormattableString.Invariant($"{report.TurnBansIgnored:N0} turn bans that an {roads.Profile} vehicle need not obey; {report.TurnBans:N0} are built in"));
        if (report.TurnBansUnclear > 0)
            problems.Ignore(FormattableString.Invariant($"{report.TurnBansUnclear:N0} turn bans that do not fit the ways they name"));
    }
}
