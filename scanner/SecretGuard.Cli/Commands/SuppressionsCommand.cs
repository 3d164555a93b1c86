using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Findings;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard suppressions</c>: everything that is accepted, for review: where, why, since when and by whom.</summary>
internal static class SuppressionsCommand
{
    public static Command Create()
    {
        var input = new ScanArguments();
        var output = new ReportArguments();
        var command = new ToolCommand(
            "suppressions",
            "List what inline comments, allowlist and baseline accept.",
            "secretguard suppressions",
            "secretguard suppressions --format csv > accepted.csv");
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<ReportTarget> targets = output.Bind(parsed);
            ScanOptions options = ScanCommand.WithBaseline(input.Bind(parsed), null).ReportingTo(targets);
            ScanOutcome outcome = new ScanRunner(options).Run(cancellation);
            ScanCommand.Tell(outcome);

            // What is not accepted is the business of scan.
            Report report = outcome.Report with { Command = "suppressions", Findings = [] };
            ReportWriter.Write(report, targets, output => Write(report, options, output, cancellation));
            return report.Incomplete.Count > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
        });
        return command;
    }

    private static void Write(Report report, ScanOptions options, TextWriter output, CancellationToken cancellation)
    {
        var blame = new GitBlame(options.Project.Root, cancellation);
        foreach (SuppressedFinding suppressed in report.Suppressed)
        {
            Location place = suppressed.Finding.Location;
            string since = blame.Of(place.Path, place.StartLine) is { } line ? $", line last changed {line}" : "";
            output.WriteLine($"{VisibleText.Of(place.Path)}:{place.StartLine} [{suppressed.Finding.Rule}] {Kind(suppressed.Kind)}{since}");
            output.WriteLine($"  {VisibleText.Of(suppressed.Reason ?? "(no reason given)")}");
        }

        foreach (Notice notice in report.Notices)
        {
            output.WriteLine($"{(notice.Location is { } at ? $"{VisibleText.Of(at.Path)}:{at.StartLine} " : "")}{notice.DiagnosticId} {notice.Message}");
        }

        output.WriteLine($"{report.Suppressed.Count} accepted, {report.Notices.Count} to look at");
    }

    private static string Kind(SuppressionKind kind) => kind switch
    {
        SuppressionKind.Inline => "by a comment",
        SuppressionKind.Allowlist => "by the allowlist",
        _ => "by the baseline",
    };
}
