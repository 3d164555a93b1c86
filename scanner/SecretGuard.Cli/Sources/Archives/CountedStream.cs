namespace SecretGuard.Cli.Sources.Archives;

/// <summary>Counts what a decompressor reads. Does not close what it reads.</summary>
internal sealed class CountedStream(Stream inner) : ForwardStream
{
    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        Count += read;
        return read;
    }
}
