namespace CityGuard.Cities.Package;

/// <summary>Size of one column.</summary>
internal readonly record struct ColumnShape(int ElementSize, long Count);

/// <summary>Where each column of a file lies.</summary>
internal sealed class ColumnLayout
{
    public const int Alignment = 64;
    private readonly ColumnShape[] _shapes;
    private readonly long[] _offsets;

    public ColumnLayout(ColumnShape[] shapes)
    {
        _shapes = shapes;
        _offsets = new long[shapes.Length + 1];
        _offsets[0] = Align(16 + (16L * shapes.Length));
        for (var i = 0; i < shapes.Length; i++)
            _offsets[i + 1] = Align(_offsets[i] + Bytes(i));
    }

    public static ReadOnlySpan<byte> Magic => "CGCOLS01"u8;

    /// <summary>Bytes of the whole file.</summary>
    public long Length => _offsets[^1];

    public long Offset(int column) => _offsets[column];

    public long Bytes(int column) => _shapes[column].ElementSize * _shapes[column].Count;

    private static long Align(long offset) => (offset + Alignment - 1) / Alignment * Alignment;
}
