using System.Globalization;

namespace CityGuard.Cities.Import;

/// <summary>Unpacked content that may be so many times as large as what it was packed in.</summary>
internal sealed class BoundedStream(Stream inner, string name, long packedLength) : Stream
{
    // Map data shrinks to a tenth or a twentieth; a thousandth is what gzip can do with nothing but zeros.
    private const int MostTimes = 200;
    private const long AlwaysAllowed = 64 << 20;

    private readonly long _most = Math.Max(AlwaysAllowed, packedLength * MostTimes);
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
        if (_read > _most)
            throw new CityInputException(name, string.Create(CultureInfo.InvariantCulture, $"it swells to more than {_most >> 20} MiB when it is unpacked; that is no map"));
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
