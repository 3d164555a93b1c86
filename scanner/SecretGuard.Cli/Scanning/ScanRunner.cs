using System.Diagnostics;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Sources;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;
using Spectre.Console;

namespace SecretGuard.Cli.Scanning;

/// <summary>Scans files on several threads. What comes out does not depend on how many.</summary>
internal sealed class ScanRunner(ScanOptions options)
{
    /// <summary>Lists and scans. Throws <see cref="OperationCanceledException"/> where the user stops it.</summary>
    public ScanOutcome Run(CancellationToken cancellation)
    {
        DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        var listing = new FileListing(options.Project.Root, options.Exclude, options.OwnFiles);
        new WorkingTree(listing, cancellation).Add(options.Paths, options.Current, options.AllFiles, options.Since);
        FileOutcome?[] outcomes = Scan(listing.Sorted(), start, cancellation);
        var sum = new OutcomeSum(listing.Incomplete);
        foreach (FileOutcome? outcome in outcomes)
        {
            sum.Add(outcome);
        }

        if (options.Archives)
        {
            sum.Sort();
        }

        if (sum.NotReached > 0)
        {
            sum.Incomplete.Add(new Incomplete("(time limit)", $"{sum.NotReached} files were not reached within {options.Timeout!.Value.TotalSeconds} s.", "Raise --timeout, or scan fewer paths."));
        }

        foreach (CustomRule rule in options.Project.Settings.CustomRules)
        {
            if (rule.Matcher.TimedOut)
            {
                sum.Incomplete.Add(new Incomplete($"(rule {rule.Rule.Slug})", "its regular expression took too long somewhere.", "Make it simpler, or its keywords rarer."));
            }
        }

        int unaudited = sum.MetBaseline.Count(entry => entry.Reason is null);
        RunNotices.Add(sum.Notices, options, sum.MetBaseline, sum.MetAllow, unaudited, sum.Incomplete.Count == 0);
        var report = new Report
        {
            Command = "scan",
            ToolVersion = ToolVersion.Current,
            StartedAt = startedAt,
            Elapsed = Stopwatch.GetElapsedTime(start),
            Findings = sum.Findings,
            Suppressed = sum.Suppressed,
            Notices = sum.Notices,
            Incomplete = sum.Incomplete,
            Counts = new ReportCounts(sum.Files, sum.Bytes, sum.Binary),
            Rules = options.Rules.Rules,
        };
        return new ScanOutcome(report, listing.Sources, sum.MetBaseline, unaudited);
    }

    private FileOutcome?[] Scan(IReadOnlyList<SourceFile> files, long start, CancellationToken cancellation)
    {
        var outcomes = new FileOutcome?[files.Count];
        if (files.Count == 0)
        {
            return outcomes;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (options.Timeout is { } timeout)
        {
            TimeSpan left = timeout - Stopwatch.GetElapsedTime(start);
            if (left > TimeSpan.Zero)
            {
                stop.CancelAfter(left);
            }
            else
            {
                stop.Cancel();
            }
        }

        var detector = new Detector(options.Rules);
        var triage = new ContentTriage(options.Policy);
        using var large = new LargeReads(options.Threads);
        var queue = new WorkQueue(files.Count, stop.Token);
        queue.Run(
            options.Threads,
            () =>
            {
                var scanner = new FileScanner(detector, triage, options, large, stop.Token);
                return i => outcomes[i] = scanner.Scan(files[i]);
            },
            WorkProgress.OnThisTerminal(new RemainingTimeColumn()) is { } progress ? finished => progress.Show(() => new WorkState($"scanning {queue.Count} files", queue.Done, queue.Count), finished) : null);
        cancellation.ThrowIfCancellationRequested();
        return outcomes;
    }
}
