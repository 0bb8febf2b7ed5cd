using System.Xml;
using System.Xml.Linq;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import;

/// <summary>A station of vehicles.</summary>
internal sealed record JemssStation(string Name, GeoPoint Place, bool Artificial);

/// <summary>The service: its stations, vehicles, priorities and times.</summary>
/// <param name="Stations">Stations.</param>
/// <param name="Vehicles">Station (index) of each vehicle.</param>
/// <param name="Priorities">Priorities, gravest first.</param>
/// <param name="Mode">Travel mode of the gravest priority (lights and sirens), from 1.</param>
/// <param name="OffRoadMetresPerSecond">Speed off the roads in that mode.</param>
/// <param name="DispatchDelaySeconds">Mean time from call to alert.</param>
/// <param name="OnSceneSeconds">Mean time on scene.</param>
internal sealed record JemssService(
    IReadOnlyList<JemssStation> Stations,
    IReadOnlyList<int> Vehicles,
    IReadOnlyList<JemssPriority> Priorities,
    int Mode,
    double OffRoadMetresPerSecond,
    double DispatchDelaySeconds,
    double OnSceneSeconds)
{
    private const double SecondsPerDay = 86_400;
    private static readonly string[] _priorityNames = ["highPriority", "medPriority", "lowPriority"];

    public static JemssService Read(string folder)
    {
        var stations = JemssFile.Read(folder, "stations_1.csv")["stations"].Require("x", "y").RequireCounting().Rows.Select(Station).ToArray();
        if (stations.Length is 0 or > 999)
            throw new CityInputException("stations_1.csv", "there must be 1 to 999 stations");
        var ambulances = JemssFile.Read(folder, "ambulances_1.csv")["ambulances"].Require("stationIndex").RequireCounting();
        var vehicles = ambulances.Rows.Select(r => r.Whole("stationIndex", 1, stations.Length) - 1).ToArray();
        if (vehicles.Length == 0)
            throw new CityInputException(ambulances.File, "there are no vehicles");
        var (mode, offRoad) = Travel(folder);
        var (delay, onScene) = Calls(folder);
        return new JemssService(stations, vehicles, ReadPriorities(folder, delay), mode, offRoad, delay, onScene);
    }

    private static JemssStation Station(JemssRow row)
    {
        var number = row.Text("station #");
        var name = row.Text("NAME") is { Length: > 0 } given ? given : $"Station {(number.Length > 0 ? number : $"no. {row.Text("index")}")}";
        return new JemssStation(name, new GeoPoint(row.Number("x", -180, 180), row.Number("y", -90, 90)), row.Fields.Contains("artificial"));
    }

    private static (int Mode, double MetresPerSecond) Travel(string folder)
    {
        var file = JemssFile.Read(folder, "travel_1.csv");
        var modes = file["travelModes"].Require("offRoadSpeed").RequireCounting("travelModeIndex").Rows;
        var sets = file["travelSets"].Require("priority", "travelModeIndex").Rows;
        foreach (var row in sets)
        {
            if (row.Text("priority") != _priorityNames[0])
                continue;
            var mode = row.Whole("travelModeIndex", 1, modes.Count);
            return (mode, modes[mode - 1].Number("offRoadSpeed", 1, 1e5) * 1000 / SecondsPerDay);
        }

        throw new CityInputException(file.Name, $"no travel mode is given for {_priorityNames[0]}");
    }

    private static (double DelaySeconds, double OnSceneSeconds) Calls(string folder)
    {
        const string Name = "gen_config.xml";
        try
        {
            using var reader = XmlReader.Create(Path.Combine(folder, Name), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var calls = XDocument.Load(reader, LoadOptions.SetLineInfo).Root?.Element("sim")?.Element("callDistributions")
                ?? throw new CityInputException(Name, "there are no callDistributions");
            return (Mean("dispatchDelay"), Mean("onSceneDuration"));

            double Mean(string element)
            {
                var found = calls.Element(element) ?? throw new CityInputException(Name, ((IXmlLineInfo)calls).LineNumber, element, "it is missing");
                return Formula.TryMean(found.Value, out var days) && days is >= 0 and < 1
                    ? days * SecondsPerDay
                    : throw new CityInputException(Name, ((IXmlLineInfo)found).LineNumber, element, $"'{found.Value}' is no distribution whose mean is known here");
            }
        }
        catch (FileNotFoundException)
        {
            throw new CityInputException(Name, $"it is missing in '{folder}'");
        }
        catch (XmlException error)
        {
            throw new CityInputException(Name, error.LineNumber, null, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CityInputException(Name, "it cannot be read: " + error.Message);
        }
    }

    private static JemssPriority[] ReadPriorities(string folder, double delay)
    {
        var targets = JemssFile.Read(folder, "priorities_1.csv")["priorities"].Require("name", "targetResponseTime").Rows;
        var covers = JemssFile.Read(folder, "demand_coverage_1.csv")["coverTimes"].Require("demandPriority", "coverTime").Rows;
        var rates = JemssDemand.Rates(folder);
        return [.. _priorityNames.Select(Priority)];

        JemssPriority Priority(string name)
        {
            var target = Find(targets, "name", name, "priorities_1.csv").Number("targetResponseTime", 0, 1) * SecondsPerDay;
            var row = Find(covers, "demandPriority", name, "demand_coverage_1.csv");
            var cover = row.Number("coverTime", 0, 1) * SecondsPerDay;
            // Two files say the same thing; were they to differ, neither could be trusted.
            if (Math.Abs(target - delay - cover) > 1)
                throw row.Fault("coverTime", $"{cover:F0} s is not the target of {target:F0} s less the dispatch delay of {delay:F0} s");
            return new JemssPriority(name, Math.Round(target), Math.Round(cover), rates.GetValueOrDefault(name));
        }

        static JemssRow Find(IReadOnlyList<JemssRow> rows, string column, string name, string file)
        {
            foreach (var row in rows)
                if (row.Text(column) == name)
                    return row;
            throw new CityInputException(file, $"there is no row for {name}");
        }
    }
}
