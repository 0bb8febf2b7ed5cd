using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CityGuard.Cities.Package;

/// <summary>
/// Writes a file of plain columns, to be mapped: magic, number of columns, (element size, element count) of each, then the columns one
/// after the other, each starting at a multiple of 64 bytes. Little-endian throughout.
/// </summary>
internal sealed class ColumnWriter
{
    private readonly Stream _stream;
    private readonly ColumnLayout _layout;
    private readonly long[] _written;
    private long _position;

    public ColumnWriter(Stream stream, params ReadOnlySpan<ColumnShape> shapes)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("City packages are little-endian.");
        _stream = stream;
        _layout = new ColumnLayout([.. shapes]);
        _written = new long[shapes.Length];
        Span<byte> head = stackalloc byte[16];
        ColumnLayout.Magic.CopyTo(head);
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], shapes.Length);
        Put(head);
        foreach (var shape in shapes)
        {
            BinaryPrimitives.WriteInt64LittleEndian(head, shape.ElementSize);
            BinaryPrimitives.WriteInt64LittleEndian(head[8..], shape.Count);
            Put(head);
        }
    }

    /// <summary>Appends to a column. Columns are written in order, each completely before the next begins.</summary>
    public void Append<T>(int column, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        Pad(_layout.Offset(column) + _written[column]);
        _written[column] += bytes.Length;
        if (_written[column] > _layout.Bytes(column))
            throw new InvalidOperationException($"Column {column} is longer than announced.");
        Put(bytes);
    }

    /// <summary>Checks that every column is as long as announced and pads the end.</summary>
    public void Complete()
    {
        for (var column = 0; column < _written.Length; column++)
            if (_written[column] != _layout.Bytes(column))
                throw new InvalidOperationException($"Column {column} has {_written[column]} of {_layout.Bytes(column)} bytes.");
        Pad(_layout.Length);
    }

    private void Pad(long until)
    {
        if (until < _position || until - _position > ColumnLayout.Alignment)
            throw new InvalidOperationException("Columns are written out of order.");
        Put(stackalloc byte[(int)(until - _position)]);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _position += bytes.Length;
    }
}
