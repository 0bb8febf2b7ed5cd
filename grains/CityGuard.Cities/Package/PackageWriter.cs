using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CityGuard.Cities.Package;

/// <summary>Writes the parts of a package into an empty folder, remembering size and digest of each.</summary>
internal sealed class PackageWriter(string folder)
{
    private readonly ImmutableArray<PackagePart>.Builder _parts = ImmutableArray.CreateBuilder<PackagePart>();

    public void Json<T>(string name, T part, JsonTypeInfo<T> type) => Part(name, stream => JsonSerializer.Serialize(stream, part, type));

    public void Part(string name, Action<Stream> write)
    {
        var path = Path.Combine(folder, name);
        WriteDurably(path, write);
        _parts.Add(new PackagePart(name, new FileInfo(path).Length, PackageHash.OfFile(path)));
    }

    /// <summary>Writes <c>manifest.json</c>, last: a folder without it is no package.</summary>
    public CityManifest Complete(CityManifest manifest)
    {
        var parts = _parts.ToImmutable();
        var signed = manifest with { Hash = PackageHash.Of(manifest, parts) };
        WriteDurably(Path.Combine(folder, PackageParts.Manifest), stream => JsonSerializer.Serialize(stream, new PackageIndex(signed, parts), CityJson.Default.PackageIndex));
        return signed;
    }

    private static void WriteDurably(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20);
        write(stream);
        stream.Flush(flushToDisk: true);
    }
}
