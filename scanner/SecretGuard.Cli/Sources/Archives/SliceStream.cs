namespace SecretGuard.Cli.Sources.Archives;

/// <summary>A part of a stream that can seek. Others may move the stream between reads. Does not close it.</summary>
internal sealed class SliceStream(Stream inner, long start, long length) : ForwardStream
{
    private long _at;

    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, length - _at);
        if (count <= 0)
        {
            return 0;
        }

        inner.Position = start + _at;
        int read = inner.Read(buffer[..count]);
        _at += read;
        return read;
    }
}
