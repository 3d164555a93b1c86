using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Findings;
using SecretGuard.Migration;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Importing;

/// <summary>Finds out what files of other tools come to in this repository, and what has to be written. Writes nothing.</summary>
/// <param name="options">The whole project.</param>
/// <param name="sources">The files.</param>
/// <param name="accept">Makes an entry of the baseline of a finding with a fingerprint.</param>
internal sealed class ImportRun(ScanOptions options, IReadOnlyList<ImportSource> sources, Func<Finding, BaselineEntry> accept)
{
    /// <summary>Whether secrets that somebody called real are accepted too.</summary>
    public bool AcceptsReal { get; init; }

    /// <summary>Whether what only the history holds is accepted there.</summary>
    public bool AcceptsHistory { get; init; }

    /// <summary>Whether comments of other tools are to count from now on.</summary>
    public bool HonoursComments { get; init; }

    /// <summary>What hooks were told besides.</summary>
    public ForeignFile More { get; init; } = ForeignFile.Empty;

    /// <summary>What is to be written, and what became of every entry.</summary>
    public ImportPlan Plan(CancellationToken cancellation)
    {
        SourceFile[] files = [.. Files(options, cancellation)];
        SettingsPlan settings = SettingsPlan.Make(options.Project, sources.Select(source => source.File).Append(More), HonoursComments, [.. files.Select(file => file.DisplayPath)]);
        ScanOptions changed = With(settings.Project);
        var judge = new EntryJudge(changed, Files(changed, cancellation).ToDictionary(file => file.DisplayPath, StringComparer.Ordinal), accept) { AcceptsReal = AcceptsReal, AcceptsHistory = AcceptsHistory };
        JudgedEntry[] judged = [.. Groups().AsParallel().AsOrdered().WithCancellation(cancellation).WithDegreeOfParallelism(options.Threads).SelectMany(group => judge.Judge(group.Source, group.Path, group.Entries))];
        string path = options.Project.BaselinePath;
        Baseline old = changed.Policy.Baseline;
        Baseline merged = Merge(old, judged.SelectMany(entry => entry.Accepted));
        string? before = File.Exists(path) ? Project.ReadText(path) : null;
        bool isChanged = !merged.Entries.SequenceEqual(old.Entries);

        // Where there is nothing to keep apart, no salt is drawn either.
        FileChange[] changes = isChanged || settings.Added.Count > 0 ? [.. settings.Changes, new FileChange(path, before, isChanged ? BaselineFormat.Write(merged) : before)] : [];
        return new ImportPlan([.. judged.Select(entry => entry.Secret)], settings, changes);
    }

    /// <summary>The same with other settings, and a salt for the fingerprints.</summary>
    private ScanOptions With(Project project) => options with
    {
        Project = project,
        Exclude = project.Settings.Exclude,
        Rules = CommandLine.RuleSelection.Make(project.Settings, [], []),
        Policy = options.Policy with
        {
            CompatPragmas = project.Settings.CompatPragmas,
            Allow = project.Settings.Allow,
            Fingerprinter = new Fingerprinter(project.Settings.Salt!),
        },
    };

    /// <summary>The files that a scan looks at.</summary>
    public static IReadOnlyList<SourceFile> Files(ScanOptions options, CancellationToken cancellation)
    {
        var listing = new FileListing(options.Project.Root, options.Exclude, options.OwnFiles);
        new WorkingTree(listing, cancellation).Add(["."], options.Project.Root, allFiles: false, since: null);
        return listing.Sorted();
    }

    private IEnumerable<(ImportSource Source, string Path, ForeignEntry[] Entries)> Groups() =>
        from source in sources
        from file in source.File.Entries.GroupBy(entry => entry.Path, StringComparer.Ordinal)
        select (source, file.Key, file.ToArray());

    /// <summary>What is there stays as it is; where it has no reason, it is given one.</summary>
    private static Baseline Merge(Baseline old, IEnumerable<BaselineEntry> imported)
    {
        var entries = old.Entries.ToDictionary(entry => entry.Fingerprint);
        foreach (BaselineEntry entry in imported)
        {
            entries[entry.Fingerprint] = entries.TryGetValue(entry.Fingerprint, out BaselineEntry? known)
                ? known with { Reason = known.Reason ?? entry.Reason, Owner = known.Owner ?? entry.Owner, IsOfHistory = known.IsOfHistory && entry.IsOfHistory }
                : entry;
        }

        return new Baseline(entries.Values);
    }
}
