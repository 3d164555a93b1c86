using System.Diagnostics;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Git;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Hooks;

/// <summary>Looks at what the next commit brings: the staged content, never the work tree in its place.</summary>
/// <param name="repository">Null outside of one: then only files that are named can be looked at.</param>
/// <param name="options">What is looked for and accepted.</param>
internal sealed class StagedScan(GitRepository? repository, ScanOptions options)
{
    /// <summary>Fewer files are scanned sooner than threads are started.</summary>
    private const int LeastForThreads = 4;

    /// <summary>Scans.</summary>
    /// <param name="names">The files that were named; none for all that is staged.</param>
    /// <param name="cancellation">Stops it.</param>
    public ScanOutcome Run(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        var listing = new FileListing(options.Project.Root, options.Exclude, options.OwnFiles);
        var files = new HookFiles(listing, WorkTree());
        StagingArea? staging = repository is null ? null : StagingArea.Read(repository, cancellation);
        if (staging is not null && names.Count == 0)
        {
            files.AddAll(staging);
        }
        else
        {
            files.AddNamed(staging, names, options.Current);
        }

        IReadOnlyList<SourceFile> unstaged = listing.Sorted();
        FileOutcome[] outcomes = Scan(files.Staged, unstaged, cancellation);
        if (staging is not null && Array.Exists(outcomes, outcome => outcome.HasFindings))
        {
            ForgetRenamed(files.Staged, outcomes, staging);
        }

        var sum = new OutcomeSum(listing.Incomplete);
        Array.ForEach(outcomes, sum.Add);

        int unaudited = sum.MetBaseline.Count == 0 ? 0 : Unaudited(sum.MetBaseline);
        RunNotices.Add(sum.Notices, options, sum.MetBaseline, sum.MetAllow, unaudited, isComplete: false);
        var report = new Report
        {
            Command = "hook",
            ToolVersion = ToolVersion.Current,
            StartedAt = startedAt,
            Elapsed = Stopwatch.GetElapsedTime(start),
            Findings = sum.Findings.Count < 2 ? sum.Findings : InOrder(sum.Findings),
            Suppressed = sum.Suppressed.Count < 2 ? sum.Suppressed : InOrder(sum.Suppressed),
            Notices = sum.Notices,
            Incomplete = sum.Incomplete,
            Counts = new ReportCounts(sum.Files, sum.Bytes, sum.Binary),
            Extent = Extent(files, unstaged.Count, names.Count > 0, sum.Bytes),
            Rules = options.Rules.Rules,
        };
        return new ScanOutcome(report, files.Staged.Count + unstaged.Count > 0 ? [] : [WhyNothing(files, names.Count > 0)], sum.MetBaseline, unaudited);
    }

    /// <summary>git runs a hook at the root, and says where that is only if it is somewhere else.</summary>
    private string WorkTree() => repository?.Layout.WorkTree ?? options.Current;

    private FileOutcome[] Scan(List<HookFile> staged, IReadOnlyList<SourceFile> unstaged, CancellationToken cancellation)
    {
        var outcomes = new FileOutcome[staged.Count + unstaged.Count];
        var detector = new Detector(options.Rules);
        var triage = new ContentTriage(options.Policy with { TellsUnused = false });
        using var large = new LargeReads(options.Threads);
        new WorkQueue(outcomes.Length, cancellation).Run(
            outcomes.Length < LeastForThreads ? 1 : options.Threads,
            () =>
            {
                var files = new FileScanner(detector, triage, options, large, cancellation);
                StagedScanner? blobs = repository is null ? null : new StagedScanner(repository, detector, triage, options, files, cancellation);
                return i => outcomes[i] = i < staged.Count ? blobs!.Scan(staged[i]) : files.Scan(unstaged[i - staged.Count]);
            },
            watch: null);
        cancellation.ThrowIfCancellationRequested();
        return outcomes;
    }

    /// <summary>A file under a new name that the last commit has under another one is nothing new. Looked for only where it would be told: it takes all folders.</summary>
    private static void ForgetRenamed(List<HookFile> staged, FileOutcome[] outcomes, StagingArea staging)
    {
        HashSet<ObjectId> added = [.. staged.Where((file, i) => file.Staged.Committed.IsZero && outcomes[i].HasFindings).Select(file => file.Staged.Id)];

        IReadOnlySet<ObjectId> known = staging.Known(added);
        for (int i = 0; i < staged.Count; i++)
        {
            if (known.Contains(staged[i].Staged.Id))
            {
                outcomes[i] = outcomes[i] with { Contents = [] };
            }
        }
    }

    /// <summary>By place; what several versions of a file that is not merged have at one place, once.</summary>
    private static List<Finding> InOrder(List<Finding> findings) =>
        [.. findings.DistinctBy(finding => (finding.Location, finding.Rule, finding.Preview)).OrderBy(finding => finding.Location.Path, StringComparer.Ordinal)];

    private static List<SuppressedFinding> InOrder(List<SuppressedFinding> suppressed) =>
        [.. suppressed.OrderBy(item => item.Finding.Location.Path, StringComparer.Ordinal)];

    private static int Unaudited(HashSet<BaselineEntry> met) => met.Count(entry => entry.Reason is null);

    /// <summary><c>3 staged files, 1 unstaged file, 2 excluded, 8.1 kB</c>.</summary>
    private static string Extent(HookFiles files, int unstaged, bool isNamed, long bytes)
    {
        List<string> parts = [];
        if (files.Staged.Count > 0 || !isNamed)
        {
            parts.Add(Amount.Of(files.Staged.Count, "staged file"));
        }

        if (unstaged > 0 || (isNamed && parts.Count == 0))
        {
            parts.Add(Amount.Of(unstaged, "unstaged file"));
        }

        if (files.Excluded > 0)
        {
            parts.Add($"{files.Excluded} excluded");
        }

        parts.Add(Amount.OfBytes(bytes));
        return string.Join(", ", parts);
    }

    private static string WhyNothing(HookFiles files, bool isNamed) => "nothing was looked at: " + (files, isNamed) switch
    {
        ({ Excluded: > 0, Passed: 0 }, true) => "every file that was named is excluded",
        (_, true) => "what was named is excluded, deleted, or a submodule",
        ({ Excluded: > 0 }, _) => "all that is staged is excluded",
        _ => "nothing is staged that the last commit has not",
    };
}
