namespace SecretGuard.Cli.Sources.Archives;

/// <summary>
/// What a tar reader reads from. It takes records of long names and attributes into memory in one piece, of whatever size they claim;
/// everything else it reads in small pieces. Does not close what it reads.
/// </summary>
internal sealed class GuardedStream(Stream inner) : ForwardStream
{
    private const int LargestPiece = 1 << 20;

    public override int Read(Span<byte> buffer) => buffer.Length <= LargestPiece
        ? inner.Read(buffer)
        : throw new ArchiveLimitException(ArchiveProblem.Names, endsArchive: false);
}
