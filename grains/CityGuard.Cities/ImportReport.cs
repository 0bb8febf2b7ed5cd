using System.Collections.Immutable;
using System.Globalization;
using CityGuard.Cities.Roads;

namespace CityGuard.Cities;

/// <summary>How a city came into being from files, kept in its package: what a planner must know before trusting a number made with it.</summary>
/// <param name="Files">What was read, and how much of it was used.</param>
/// <param name="Assumed">What the files did not say and was assumed.</param>
/// <param name="Ignored">What was in the files and not used.</param>
/// <param name="UnreachedCells">Share of cells that no post of a responder who may be sent reaches within the outermost limit, 0 to 1.</param>
/// <param name="UnreachedResidents">Share of residents who live there, 0 to 1.</param>
/// <param name="FarCells">Share of cells whose centre is more than 500 m from a road, 0 to 1.</param>
/// <param name="Speeds">Median speed by class of road.</param>
/// <param name="Detours">The ten pairs of near cells between which the way is longest for their distance.</param>
public sealed record ImportReport(
    ImmutableArray<ReadFile> Files,
    ImmutableArray<string> Assumed,
    ImmutableArray<string> Ignored,
    double UnreachedCells,
    double UnreachedResidents,
    double FarCells,
    ImmutableArray<ClassSpeed> Speeds,
    ImmutableArray<Detour> Detours)
{
    /// <summary>The report for people, in English.</summary>
    public IEnumerable<string> Lines()
    {
        yield return "read";
        foreach (var file in Files)
            yield return Text($"  {file.Part}: {file.File}, {file.Used:N0} of {file.Read:N0} used");
        foreach (var line in List("assumed", Assumed).Concat(List("not used", Ignored)))
            yield return line;
        yield return "check";
        yield return Text($"  {UnreachedCells:P1} of the cells, with {UnreachedResidents:P1} of the residents, are reached from no post within the outermost limit");
        yield return Text($"  {FarCells:P1} of the cells have their centre more than 500 m from a road");
        foreach (var speed in Speeds)
            yield return Text($"  {speed.Class.ToString().ToLowerInvariant()}: {speed.Kilometres:N0} km, median {speed.MedianKmh:0.#} km/h");
        yield return "longest ways round between near cells";
        foreach (var detour in Detours)
            yield return Text($"  {detour.From} to {detour.To}: {detour.Metres:N0} m apart, {(detour.Seconds is { } seconds ? Text($"{seconds:N0} s") : "not within the limit")}");
    }

    private static IEnumerable<string> List(string title, ImmutableArray<string> lines)
        => lines.IsEmpty ? [] : lines.Select(line => "  " + line).Prepend(title);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A file that was read.</summary>
/// <param name="File">Its name.</param>
/// <param name="Part">What it gave, e.g. <c>roads</c>.</param>
/// <param name="Read">Rows, features or ways in it.</param>
/// <param name="Used">Of those, used.</param>
public sealed record ReadFile(string File, string Part, int Read, int Used);

/// <summary>Median speed of a class of road, by length, with the length of all its arcs.</summary>
public sealed record ClassSpeed(RoadClass Class, double MedianKmh, double Kilometres);

/// <summary>Two near cells between which one drives a long way round.</summary>
/// <param name="From">Cell.</param>
/// <param name="To">Cell.</param>
/// <param name="Metres">Between their centres in a straight line.</param>
/// <param name="Seconds">On the roads; null: not reached within the outermost limit.</param>
public sealed record Detour(string From, string To, double Metres, double? Seconds);
