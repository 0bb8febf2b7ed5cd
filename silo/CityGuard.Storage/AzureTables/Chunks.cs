using Azure.Data.Tables;

namespace CityGuard.Storage.AzureTables;

/// <summary>Bytes of any length in an entity, whose properties hold 64 KiB each.</summary>
internal static class Chunks
{
    private const int MostBytes = 60 * 1024;

    /// <summary>Writes them as <c>name</c>, <c>name1</c>, <c>name2</c> ... and their length, so that what a longer one left behind is not read.</summary>
    public static void Set(TableEntity row, string name, ReadOnlyMemory<byte> bytes)
    {
        row[name + "Length"] = bytes.Length;
        for (var (chunk, at) = (0, 0); at < bytes.Length || chunk == 0; chunk++, at += MostBytes)
            row[Name(name, chunk)] = bytes.Slice(at, Math.Min(MostBytes, bytes.Length - at)).ToArray();
    }

    /// <summary>Null when there are none.</summary>
    public static byte[]? Get(TableEntity row, string name)
    {
        if (row.GetInt32(name + "Length") is not { } length)
            return null;
        if (length <= MostBytes)
            return row.GetBinary(name) is { } only && only.Length == length ? only : throw Damaged(row, name);
        var bytes = new byte[length];
        for (var (chunk, at) = (0, 0); at < length; chunk++, at += MostBytes)
            (row.GetBinary(Name(name, chunk)) is { } part && part.Length == Math.Min(MostBytes, length - at) ? part : throw Damaged(row, name)).CopyTo(bytes, at);
        return bytes;
    }

    private static string Name(string name, int chunk) => chunk == 0 ? name : $"{name}{chunk}";

    private static StorageDamagedException Damaged(TableEntity row, string name) => new($"The row {row.PartitionKey} {row.RowKey} does not hold the {name} that it says it holds.");
}
