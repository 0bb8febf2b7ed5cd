namespace CityGuard.Storage.Reading;

/// <summary>A row of the table of streams.</summary>
internal sealed record StoredStream(long Id, string Name, long Version, byte[] Hash, string? OpenIn, long SnapshotVersion);
