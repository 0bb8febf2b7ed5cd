using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;

namespace CityGuard.Cities.Package;

/// <summary>A column file mapped into memory, read-only. Its columns must not be used after it is disposed.</summary>
internal sealed unsafe class MappedColumns : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly ColumnShape[] _shapes;
    private readonly ColumnLayout _layout;

    private MappedColumns(string path, long length)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        try
        {
            var head = new ReadOnlySpan<byte>(_start, (int)Math.Min(length, 4096));
            if (!head.StartsWith(ColumnLayout.Magic))
                throw new InvalidDataException("it is no column file");
            var columns = BinaryPrimitives.ReadInt64LittleEndian(head[8..]);
            if (columns is < 0 or > 64 || 16 + (16 * columns) > head.Length)
                throw new InvalidDataException("its head is broken");
            _shapes = new ColumnShape[columns];
            for (var i = 0; i < columns; i++)
            {
                var at = 16 + (16 * i);
                var (size, count) = (BinaryPrimitives.ReadInt64LittleEndian(head[at..]), BinaryPrimitives.ReadInt64LittleEndian(head[(at + 8)..]));
                if (size is < 1 or > 64 || count is < 0 or > int.MaxValue)
                    throw new InvalidDataException("its head is broken");
                _shapes[i] = new ColumnShape((int)size, count);
            }

            _layout = new ColumnLayout(_shapes);
            if (_layout.Length != length)
                throw new InvalidDataException("it is cut short");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Maps a file.</summary>
    /// <exception cref="InvalidDataException">The file is no column file, or its size is not what its head says.</exception>
    public static MappedColumns Open(string path)
    {
        var length = new FileInfo(path).Length;
        return length < 16 ? throw new InvalidDataException("it is cut short") : new MappedColumns(path, length);
    }

    /// <summary>One column as it lies in the file.</summary>
    public ReadOnlyMemory<T> Column<T>(int column)
        where T : unmanaged
    {
        if (column >= _shapes.Length || _shapes[column].ElementSize != Unsafe.SizeOf<T>())
            throw new InvalidDataException($"column {column} is not what it should be");
        return new MappedMemory<T>((T*)(_start + _layout.Offset(column)), (int)_shapes[column].Count).Memory;
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
