namespace SecretGuard.Cli.Sources.Archives;

/// <summary>What comes out of a decompressor, counted: it ends with an exception where it is a bomb or the archive's budget is used up. Does not close the decompressor.</summary>
/// <param name="inner">The decompressor.</param>
/// <param name="budget">The account of the archive.</param>
/// <param name="packed">Bytes that went in so far, or at most.</param>
internal sealed class MeteredStream(Stream inner, ArchiveBudget budget, Func<long> packed) : ForwardStream
{
    private long _unpacked;

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        _unpacked += read;
        budget.TakeBytes(read);
        return ArchiveLimits.IsBomb(packed(), _unpacked) ? throw new ArchiveLimitException(ArchiveProblem.Bomb, endsArchive: false) : read;
    }
}
