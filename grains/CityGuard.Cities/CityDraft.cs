using CityGuard.Cities.Package;

namespace CityGuard.Cities;

/// <summary>A city that was just made and is not yet a package: saving fills in the manifest's counts and hash.</summary>
public sealed record CityDraft(CityManifest Manifest, CityParts Parts);
