using System.Collections.Immutable;

namespace CityGuard.Cities.Package;

/// <summary>What <c>manifest.json</c> holds: the manifest for people, and every part with its size and digest.</summary>
internal sealed record PackageIndex(CityManifest Manifest, ImmutableArray<PackagePart> Parts);

/// <summary>One file of a package.</summary>
/// <param name="Name">File name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Digest of its content, hexadecimal.</param>
internal sealed record PackagePart(string Name, long Size, string Sha256);
