using SecretGuard.Configuration;

namespace SecretGuard.Cli.Sources.Archives;

/// <summary>Why something in an archive is not looked at.</summary>
/// <param name="Reason">A clause that the path is the subject of.</param>
/// <param name="Advice">What to do about it.</param>
internal sealed record ArchiveProblem(string Reason, string Advice)
{
    private const string Unpack = "Unpack it and scan the folder, or exclude it.";

    public static ArchiveProblem Damaged { get; } = new("it is cut off or damaged; what could be read of it was scanned.", "Make it again, or exclude it.");

    public static ArchiveProblem Encrypted { get; } = new("it is encrypted.", "Unpack it with its password and scan the folder, or exclude it.");

    public static ArchiveProblem Bomb { get; } = new($"it unpacks to more than {ArchiveLimits.Ratio} times its size.", "Look where it comes from, and exclude it if it may stay.");

    public static ArchiveProblem Names { get; } = new("the names in it are too long to be read.", Unpack);

    public static ArchiveProblem UnknownMethod { get; } = new("it is compressed by a method that is not read (only stored and deflated members are).", Unpack);

    public static ArchiveProblem OutOfTime { get; } = new("the time limit was reached in it; what came before was scanned.", "Raise --timeout, or scan fewer paths.");

    public static ArchiveProblem Foreign(string packing) => new($"it is packed as {packing}, which is not read.", Unpack);

    public static ArchiveProblem TooLarge(ArchiveLimits limits) => new($"it is larger than {ByteSize.Format(limits.MemberSize)}.", "Raise --max-file-size, or exclude it.");

    public static ArchiveProblem TooDeep(ArchiveLimits limits) => new($"it is an archive nested deeper than {limits.Depth} levels.", Unpack);

    public static ArchiveProblem TooMany(ArchiveLimits limits) => new($"it has more than {limits.Members} members; those before were scanned.", Unpack);

    public static ArchiveProblem TooMuch(ArchiveLimits limits) => new($"it unpacks to more than {ByteSize.Format(limits.Unpacked)}; what came before was scanned.", "Raise --max-archive-size, or exclude it.");
}

/// <summary>Ends the reading of a member, or of a whole archive with all that is in it.</summary>
internal sealed class ArchiveLimitException(ArchiveProblem problem, bool endsArchive) : IOException(problem.Reason)
{
    public ArchiveProblem Problem { get; } = problem;

    /// <summary>Whether the outermost archive is done with, not only the stream at hand.</summary>
    public bool EndsArchive { get; } = endsArchive;
}
