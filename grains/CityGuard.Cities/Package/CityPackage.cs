using System.Collections.Immutable;

namespace CityGuard.Cities.Package;

/// <summary>
/// A city on disk: a folder with <c>manifest.json</c>, parts as JSON, and the large parts as columns that are mapped, not read.
/// </summary>
public static class CityPackage
{
    /// <summary>Version of the layout that this program writes and reads.</summary>
    public const int Schema = 2;

    /// <summary>
    /// Saves a city. The package appears whole or not at all: it is written beside <paramref name="folder"/> and renamed. The same
    /// content always has the same hash.
    /// </summary>
    /// <param name="draft">The city; schema, counts and hash of its manifest are filled in here.</param>
    /// <param name="folder">Where to; a package that stands there is replaced.</param>
    /// <returns>The manifest as saved.</returns>
    /// <exception cref="CityPackageException">The city contradicts itself, or the folder cannot be written.</exception>
    public static CityManifest Save(CityDraft draft, string folder, IProgress<CityProgress>? progress = null)
    {
        CityCheck.Check(draft.Parts);
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            using var swap = FolderSwap.Begin(folder);
            var writer = new PackageWriter(swap.Temporary);
            Write(writer, draft.Parts, progress);
            var manifest = writer.Complete(draft.Manifest with { Schema = Schema, Counts = Counts(draft.Parts), Hash = "" });
            swap.Commit();
            return manifest;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CityPackageException($"The city package cannot be written to '{folder}': {OneLine(error)}", error);
        }
    }

    /// <summary>Says whether a city could be saved, without saving it.</summary>
    /// <exception cref="CityPackageException">The city contradicts itself.</exception>
    public static void Check(CityDraft draft) => CityCheck.Check(draft.Parts);

    /// <summary>True when the folder looks like a package, damaged or not.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, PackageParts.Manifest));

    /// <summary>Reads only the manifest; the parts are neither read nor verified.</summary>
    /// <exception cref="CityPackageException">There is no package, or its manifest cannot be read.</exception>
    public static CityManifest ReadManifest(string folder) => PackageReader.Open(folder).Manifest;

    /// <summary>Verifies and loads a city. Dispose the model to unmap its files, when nobody uses it any more.</summary>
    /// <exception cref="CityPackageException">There is no package, or it is damaged, or of another version.</exception>
    public static CityModel Load(string folder)
    {
        var reader = PackageReader.Open(folder);
        reader.Verify();
        return reader.Load();
    }

    internal static string OneLine(Exception error) => error.Message.ReplaceLineEndings(" ");

    private static void Write(PackageWriter writer, CityParts parts, IProgress<CityProgress>? progress)
    {
        progress?.Report(new CityProgress("save", 0));
        writer.Json(PackageParts.Areas, parts.Areas, CityJson.Default.ImmutableArrayArea);
        writer.Json(PackageParts.Cells, CellColumns.Of(parts.Cells), CityJson.Default.CellColumns);
        writer.Json(PackageParts.Responders, parts.Responders, CityJson.Default.ImmutableArrayResponderProfile);
        writer.Json(PackageParts.Targets, parts.Targets, CityJson.Default.ImmutableArrayKeyTargetProfile);
        writer.Json(PackageParts.Rules, parts.Rules, CityJson.Default.CityRules);
        writer.Json(PackageParts.Demand, parts.Demand, CityJson.Default.DemandModel);
        writer.Json(PackageParts.Features, parts.Features, CityJson.Default.ImmutableArrayMapFeature);
        if (!parts.Streets.IsEmpty)
            writer.Json(PackageParts.Streets, parts.Streets, CityJson.Default.ImmutableArrayString);
        if (parts.Report is { } report)
            writer.Json(PackageParts.Report, report, CityJson.Default.ImportReport);
        progress?.Report(new CityProgress("save", 0.2));
        writer.Part(PackageParts.Geometry, stream => GeometryPart.Write(stream, parts.Cells));
        writer.Part(PackageParts.Roads, stream => RoadsPart.Write(stream, parts.Roads));
        if (parts.Walk is { } walk)
            writer.Part(PackageParts.Walk, stream => RoadsPart.Write(stream, walk));
        writer.Part(PackageParts.Travel, stream => TravelPart.Write(stream, parts.Travel));
        progress?.Report(new CityProgress("save", 1));
    }

    private static ImmutableSortedDictionary<string, int> Counts(CityParts parts)
        => CityDescription.Count(parts).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
