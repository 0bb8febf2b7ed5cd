using System.Buffers;

namespace CityGuard.Cities.Package;

/// <summary>Memory that lies in a mapped file, owned by its <see cref="MappedColumns"/>.</summary>
internal sealed unsafe class MappedMemory<T>(T* start, int length) : MemoryManager<T>
    where T : unmanaged
{
    public override Span<T> GetSpan() => new(start, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex, default, this);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
