using SecretGuard.Cli.Sources.Archives;

namespace SecretGuard.Cli.Sources;

/// <summary>
/// Reads what may keep its reader waiting for ever, such as a pipe: opening and reading are left to a thread that nobody waits for any longer once
/// <paramref name="stop"/> is set. It ends with the process.
/// </summary>
internal sealed class StoppableStream(Func<Stream> open, CancellationToken stop) : ForwardStream
{
    private readonly byte[] _chunk = new byte[64 * 1024];
    private Stream? _inner;
    private bool _isLeft;

    public override int Read(Span<byte> buffer)
    {
        int wanted = Math.Min(buffer.Length, _chunk.Length);
        Task<int> reading = Task.Run(() => (_inner ??= open()).Read(_chunk, 0, wanted), CancellationToken.None);
        _isLeft = true;
        Task.WaitAny([reading], stop);
        _isLeft = false;
        int read = reading.GetAwaiter().GetResult();
        _chunk.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        // Closing what another thread waits in would wait too.
        if (disposing && !_isLeft)
        {
            _inner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
