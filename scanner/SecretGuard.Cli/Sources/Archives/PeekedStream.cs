namespace SecretGuard.Cli.Sources.Archives;

/// <summary>A stream whose first bytes are known before they are read. Does not close what it reads.</summary>
internal sealed class PeekedStream(Stream inner) : ForwardStream
{
    private readonly byte[] _head = ReadHead(inner);
    private int _at;

    /// <summary>The first bytes, fewer than <see cref="ArchiveKinds.HeadLength"/> only where there are no more.</summary>
    public ReadOnlySpan<byte> Head => _head;

    public override int Read(Span<byte> buffer)
    {
        if (_at == _head.Length)
        {
            return inner.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _head.Length - _at);
        _head.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    private static byte[] ReadHead(Stream stream)
    {
        byte[] head = new byte[ArchiveKinds.HeadLength];
        int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..read];
    }
}
