using System.Diagnostics;
using SecretGuard.Cli.Commands;
using SecretGuard.Cli.Scanning;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Git;
using SecretGuard.Git.Scanning;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Hooks;

/// <summary>Looks at what a push brings: every version of a file and every message that the other side does not have yet.</summary>
internal static class PushScan
{
    public static Report Run(GitRepository repository, PushedReferences pushed, ScanOptions options, CancellationToken cancellation)
    {
        DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        var history = new HistoryOptions
        {
            Revisions = pushed.Revisions,
            MaxBlobSize = options.MaxFileSize,
            IsExcluded = path => options.Exclude.IsMatch(path),
            MinConfidence = options.Policy.MinConfidence,
            Threads = options.Threads,
        };

        // Without revisions a scan is of everything.
        HistoryOutcome outcome = pushed.Revisions.Count == 0
            ? new HistoryOutcome([], [], 0, 0, 0, 0, [], 0, [])
            : new HistoryScan(repository, new Detector(options.Rules), options.Policy, history).Run(cancellation);
        return new Report
        {
            Command = "hook",
            ToolVersion = ToolVersion.Current,
            StartedAt = startedAt,
            Elapsed = Stopwatch.GetElapsedTime(start),
            Findings = [.. outcome.Findings.Select(NotPushed)],
            Suppressed = outcome.Suppressed,
            Incomplete = [.. HistoryRun.Unread(outcome, history)],
            Counts = new ReportCounts(outcome.Files, outcome.Bytes, outcome.Binary),
            Extent = pushed.Count == 0 ? "nothing new is pushed" : $"{Amount.Of(pushed.Count, "pushed reference")}, {Amount.Of(outcome.Files, "new version")} of files",
            Rules = options.Rules.Rules,
        };
    }

    /// <summary>Until the hook lets it pass nothing leads to it there, and whoever pushes can still mend it.</summary>
    private static Finding NotPushed(Finding finding) => finding with { Provenance = finding.Provenance! with { Reach = Reach.Local } };
}
