using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CityGuard.Cities.Package;

/// <summary>Reads a package; whatever is wrong with it becomes one readable line.</summary>
internal sealed class PackageReader
{
    private readonly string _folder;
    private readonly PackageIndex _index;

    private PackageReader(string folder, PackageIndex index) => (_folder, _index) = (folder, index);

    public CityManifest Manifest => _index.Manifest;

    public static PackageReader Open(string folder)
    {
        if (!CityPackage.Exists(folder))
            throw new CityPackageException($"There is no city package in '{folder}' (no {PackageParts.Manifest}).");
        var index = Guarded(folder, PackageParts.Manifest, () => ReadIndex(folder));
        return new PackageReader(folder, index with { Manifest = index.Manifest with { Counts = index.Manifest.Counts.ToImmutableSortedDictionary(StringComparer.Ordinal) } });
    }

    /// <summary>Compares every part with its size and digest, and those with the package's hash.</summary>
    public void Verify()
    {
        if (PackageHash.Of(_index.Manifest, _index.Parts) != _index.Manifest.Hash)
            throw Damaged(_folder, PackageParts.Manifest, "it is not what its hash was made of");
        if (PackageParts.All.Except(_index.Parts.Select(p => p.Name)).FirstOrDefault() is { } missing)
            throw Damaged(_folder, missing, "the manifest does not list it");
        foreach (var part in _index.Parts)
            Guarded(_folder, part.Name, () => Verify(part));
    }

    public CityModel Load()
    {
        var open = new MappedParts();
        try
        {
            var (centres, outlines) = Guarded(_folder, PackageParts.Geometry, () =>
            {
                using var geometry = MappedColumns.Open(FullPath(PackageParts.Geometry));
                return GeometryPart.Read(geometry);
            });
            var parts = new CityParts(
                Json(PackageParts.Areas, CityJson.Default.ImmutableArrayArea),
                Json(PackageParts.Cells, CityJson.Default.CellColumns).With(centres, outlines),
                SharedStrings.Of(Json(PackageParts.Responders, CityJson.Default.ImmutableArrayResponderProfile)),
                SharedStrings.Of(Json(PackageParts.Targets, CityJson.Default.ImmutableArrayKeyTargetProfile)),
                Json(PackageParts.Rules, CityJson.Default.CityRules),
                Guarded(_folder, PackageParts.Roads, () => RoadsPart.Read(open.Map(FullPath(PackageParts.Roads)))),
                Guarded(_folder, PackageParts.Travel, () => TravelPart.Read(open.Map(FullPath(PackageParts.Travel)))),
                Json(PackageParts.Demand, CityJson.Default.DemandModel))
            {
                Features = Json(PackageParts.Features, CityJson.Default.ImmutableArrayMapFeature),
                Streets = Has(PackageParts.Streets) ? Json(PackageParts.Streets, CityJson.Default.ImmutableArrayString) : [],
                Report = Has(PackageParts.Report) ? Json(PackageParts.Report, CityJson.Default.ImportReport) : null,
                Walk = Has(PackageParts.Walk) ? Guarded(_folder, PackageParts.Walk, () => RoadsPart.Read(open.Map(FullPath(PackageParts.Walk)))) : null,
            };
            return new CityModel(_index.Manifest, parts, open);
        }
        catch
        {
            open.Dispose();
            throw;
        }
    }

    private bool Has(string part) => _index.Parts.Any(p => p.Name == part);

    private static PackageIndex ReadIndex(string folder)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, PackageParts.Manifest));
        // Ask for the version before anything else: the rest of another version may well be laid out differently.
        using (var document = JsonDocument.Parse(bytes))
        {
            var schema = document.RootElement.GetProperty("manifest").GetProperty("schema").GetInt32();
            if (schema != CityPackage.Schema)
                throw new CityPackageException($"The city package in '{folder}' has layout {schema}; this program reads layout {CityPackage.Schema}. Make the package again.");
        }

        return JsonSerializer.Deserialize(bytes, CityJson.Default.PackageIndex) ?? throw new JsonException("it is null");
    }

    private bool Verify(PackagePart part)
    {
        if (part.Name != Path.GetFileName(part.Name))
            throw new InvalidDataException("it lies outside the package");
        var size = new FileInfo(FullPath(part.Name)).Length;
        if (size != part.Size)
            throw new InvalidDataException($"it has {size} bytes instead of {part.Size}");
        if (PackageHash.OfFile(FullPath(part.Name)) != part.Sha256)
            throw new InvalidDataException("its content was changed");
        return true;
    }

    private T Json<T>(string part, JsonTypeInfo<T> type) => Guarded(_folder, part, () =>
    {
        using var stream = File.OpenRead(FullPath(part));
        return JsonSerializer.Deserialize(stream, type) ?? throw new JsonException("it is null");
    });

    private string FullPath(string part) => Path.Combine(_folder, part);

    private static T Guarded<T>(string folder, string part, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FileNotFoundException)
        {
            throw Damaged(folder, part, "it is missing");
        }
        catch (Exception error) when (error is JsonException or IOException or InvalidDataException or UnauthorizedAccessException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw Damaged(folder, part, CityPackage.OneLine(error));
        }
    }

    private static CityPackageException Damaged(string folder, string part, string why)
        => new($"The city package in '{folder}' is damaged: {part}: {why}.");
}
