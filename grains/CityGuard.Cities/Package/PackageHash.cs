using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace CityGuard.Cities.Package;

/// <summary>The hash of a package: SHA-256 over its manifest without the hash and the digests of all its parts.</summary>
internal static class PackageHash
{
    public static string Of(CityManifest manifest, ImmutableArray<PackagePart> parts)
    {
        var unsigned = new PackageIndex(manifest with { Hash = "" }, parts);
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(unsigned, CityJson.Default.PackageIndex)));
    }

    /// <summary>Digest of a file, read once from front to back: mapping it would make every page resident.</summary>
    public static string OfFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
