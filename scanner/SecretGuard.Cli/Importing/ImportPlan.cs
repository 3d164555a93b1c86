using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Cli.Sources;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Importing;

/// <summary>What an import comes to.</summary>
/// <param name="Secrets">What became of every entry, in the order of the files.</param>
/// <param name="Settings">What is carried over into secretguard.yml, and what is not.</param>
/// <param name="Changes">The files as they are to be: the salt is written before what depends on it.</param>
internal sealed record ImportPlan(IReadOnlyList<ImportedSecret> Secrets, SettingsPlan Settings, IReadOnlyList<FileChange> Changes)
{
    /// <summary>Whether nothing is written now.</summary>
    public bool IsDry { get; init; }

    /// <summary>Those that are not as they should be.</summary>
    public IEnumerable<FileChange> Needed => Changes.Where(change => change.IsNeeded);

    /// <summary>The exit code: a file that could not be read may hold what was accepted.</summary>
    public int ExitCode => Secrets.Any(secret => secret.Outcome == ImportOutcome.Unread) ? ExitCodes.Incomplete : ExitCodes.Clean;

    /// <summary>The same for people and machines.</summary>
    /// <param name="root">What paths are told from.</param>
    /// <param name="changes">What is written besides the changes of the import.</param>
    /// <param name="remainders">What else is left to do.</param>
    public ImportDocument Document(string root, IEnumerable<FileChange>? changes = null, IReadOnlyList<ImportRemainder>? remainders = null) =>
        new(Secrets, Settings.Added, [.. Settings.Remainders, .. remainders ?? []], [.. Needed.Concat(changes ?? []).Select(change => FileListing.WithSlashes(Path.GetRelativePath(root, change.Path)))]) { ToolVersion = ToolVersion.Current, IsDry = IsDry };
}
