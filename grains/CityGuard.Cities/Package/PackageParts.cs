namespace CityGuard.Cities.Package;

/// <summary>File names within a package.</summary>
internal static class PackageParts
{
    public const string Manifest = "manifest.json";
    public const string Areas = "areas.json";
    public const string Cells = "cells.json";
    public const string Responders = "responders.json";
    public const string Targets = "targets.json";
    public const string Rules = "rules.json";
    public const string Demand = "demand.json";
    public const string Features = "features.json";
    public const string Geometry = "geometry.bin";
    public const string Roads = "roads.bin";
    public const string Travel = "travel.bin";

    public const string Streets = "streets.json";
    public const string Report = "report.json";
    public const string Walk = "walk.bin";

    /// <summary>Every part that a package must have, but the manifest; it may have streets, a report and ways on foot as well.</summary>
    public static readonly string[] All = [Areas, Cells, Responders, Targets, Rules, Demand, Features, Geometry, Roads, Travel];
}
