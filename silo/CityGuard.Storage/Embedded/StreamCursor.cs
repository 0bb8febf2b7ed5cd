namespace CityGuard.Storage.Embedded;

/// <summary>Where a stream stands, as the only writer knows it. A stream that is not stored yet has no id.</summary>
internal sealed class StreamCursor(long? id, long version, byte[] hash)
{
    public long? Id { get; set; } = id;

    public long Version { get; set; } = version;

    /// <summary>Hash of the last event; overwritten in place by the next one.</summary>
    public byte[] Hash { get; } = hash;
}
