namespace SecretGuard.Git.Caching;

/// <summary>Hands on what is written to it, in large pieces, and makes its checksum. Closes nothing.</summary>
internal sealed class SummedStream(Stream target) : Stream
{
    private readonly Checksum _sum = new();
    private readonly byte[] _buffer = new byte[64 * 1024]; // a multiple of what a checksum takes at once
    private int _count;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Hands on the rest; the checksum of all.</summary>
    public byte[] Finish()
    {
        HandOn();
        return _sum.Finish();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > _buffer.Length - _count)
        {
            int fits = _buffer.Length - _count;
            buffer[..fits].CopyTo(_buffer.AsSpan(_count));
            _count += fits;
            buffer = buffer[fits..];
            HandOn();
        }

        buffer.CopyTo(_buffer.AsSpan(_count));
        _count += buffer.Length;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void HandOn()
    {
        _sum.Add(_buffer.AsSpan(0, _count));
        target.Write(_buffer, 0, _count);
        _count = 0;
    }
}
