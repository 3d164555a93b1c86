namespace SecretGuard.Cli.Sources;

/// <summary>Lets one thread at a time hold large pieces of files in memory, so that the memory of a run does not grow with its threads.</summary>
internal sealed class LargeReads(int threads) : IDisposable
{
    private const long SmallTogether = 32L << 20;
    private const long LeastSmall = 1L << 20;

    private readonly SemaphoreSlim _turn = new(1);

    // Whoever has the turn uses it again: the collector is slow to take back what is so large.
    private byte[] _buffer = [];

    /// <summary>Bytes that each thread may hold at any time.</summary>
    public long Small { get; } = Math.Max(LeastSmall, SmallTogether / threads);

    /// <summary>A place in the line for one thread.</summary>
    public Lease Line(CancellationToken stop) => new(this, stop);

    /// <summary>Ends the line; nobody stands in it any more.</summary>
    public void Dispose() => _turn.Dispose();

    /// <summary>The turn of one thread.</summary>
    internal sealed class Lease(LargeReads reads, CancellationToken stop)
    {
        private bool _isHeld;
        private bool _isLent;

        /// <summary>Bytes to read into; where there are many, it waits for the turn.</summary>
        public byte[] Rent(long size)
        {
            if (size <= reads.Small)
            {
                return new byte[size];
            }

            if (!_isHeld)
            {
                reads._turn.Wait(stop);
                _isHeld = true;
            }

            // The second of one archive in another is its own.
            if (_isLent)
            {
                return new byte[size];
            }

            _isLent = true;
            if (reads._buffer.Length < size)
            {
                reads._buffer = [];
                reads._buffer = new byte[size];
            }

            return reads._buffer;
        }

        /// <summary>Ends the turn; true where there was one.</summary>
        public bool Leave()
        {
            bool wasHeld = _isHeld;
            if (wasHeld)
            {
                (_isHeld, _isLent) = (false, false);
                reads._turn.Release();
            }

            return wasHeld;
        }
    }
}
