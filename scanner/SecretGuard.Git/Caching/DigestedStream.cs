using System.Security.Cryptography;

namespace SecretGuard.Git.Caching;

/// <summary>Hands on what is written to it, in large pieces, and makes its SHA-256. Closes nothing.</summary>
internal sealed class DigestedStream(Stream target) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[64 * 1024];
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

    /// <summary>Hands on the rest; the digest of all.</summary>
    public byte[] Finish()
    {
        HandOn();
        return _hash.GetHashAndReset();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _buffer.Length - _count)
        {
            HandOn();
        }

        if (buffer.Length > _buffer.Length)
        {
            _hash.AppendData(buffer);
            target.Write(buffer);
            return;
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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void HandOn()
    {
        _hash.AppendData(_buffer, 0, _count);
        target.Write(_buffer, 0, _count);
        _count = 0;
    }
}
