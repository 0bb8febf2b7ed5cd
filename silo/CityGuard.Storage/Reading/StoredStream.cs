namespace CityGuard.Storage.Reading;

/// <summary>What a journal says of a stream as a whole.</summary>
internal sealed record StoredStream(string Name, long Version, byte[] Hash, string? OpenIn, long SnapshotVersion);
