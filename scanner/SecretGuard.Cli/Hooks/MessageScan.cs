using System.Diagnostics;
using SecretGuard.Cli.Scanning;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Hooks;

/// <summary>Looks at the message of a commit before it is made.</summary>
internal static class MessageScan
{
    private const string Place = "(message of the commit)";

    public static Report Run(string file, ScanOptions options, CancellationToken cancellation)
    {
        DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        Content message = CommitMessage.Read(file, cancellation);
        var detector = new Detector(options.Rules);
        IReadOnlyList<Match> seen = detector.See(message, cancellation);
        TriagedContent judged = new ContentTriage(options.Policy).Judge(message, detector.Resolve(seen), seen, cancellation);
        return new Report
        {
            Command = "hook",
            ToolVersion = ToolVersion.Current,
            StartedAt = startedAt,
            Elapsed = Stopwatch.GetElapsedTime(start),
            Findings = [.. judged.Findings.Select(Placed)],
            Suppressed = [.. judged.Suppressed.Select(item => item with { Finding = Placed(item.Finding) })],
            Counts = new ReportCounts(1, message.Length, 0),
            Extent = $"1 message, {Amount.Of(AddedLinesOf(message), "line")}",
            Rules = options.Rules.Rules,
        };
    }

    private static int AddedLinesOf(Content message) => Git.AddedLines.Between(null, message).Count;

    private static Finding Placed(Finding finding) => finding with { DiagnosticId = DiagnosticIds.SecretInMessage, Location = finding.Location with { Path = Place } };
}
