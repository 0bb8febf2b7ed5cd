using Azure;

namespace CityGuard.Storage.AzureTables;

/// <summary>Where a stream stands, as last written or read here: enough to append to it without reading first.</summary>
internal sealed record StreamCursor(long Version, byte[] Hash, string? OpenIn, ETag? Tag)
{
    /// <summary>Of a stream that is not there yet.</summary>
    public static StreamCursor None { get; } = new(0, [], null, null);
}
