using System.CommandLine;
using System.Globalization;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources.Archives;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard explain FINGERPRINT|PATH:LINE</c>: why, how sure, what to do; the line itself only with <c>--reveal</c> on a terminal.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var which = new Argument<string>("FINDING") { Description = "A fingerprint (sg1:…) or a place (path:line)." };
        var reveal = new Option<bool>("--reveal") { Description = "Show the source line with the secret; on an interactive terminal only." };
        var input = new ScanArguments { WithoutPaths = true };
        var output = new ReportArguments();
        var command = new ToolCommand(
            "explain",
            "Say why something was found and what to do about it.",
            "secretguard explain src/appsettings.json:12",
            "secretguard explain sg1:github-pat-classic:appsettings.json:0f6b… --reveal")
        { which, reveal };
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<ReportTarget> targets = output.Bind(parsed);
            bool shows = parsed.GetValue(reveal);
            if (shows && (Console.IsInputRedirected || Console.IsOutputRedirected))
            {
                throw new UsageException("--reveal works on an interactive terminal only: a secret must not end in a file or a log");
            }

            ScanOptions options = ScanCommand.WithBaseline(input.Bind(parsed), null).ReportingTo(targets);
            FindingQuery query = FindingQuery.Parse(parsed.GetValue(which)!, options);
            Report report = query.Run(cancellation);
            ScanCommand.TellIncomplete(report);
            if (report.Findings.Count + report.Suppressed.Count == 0)
            {
                return report.Incomplete.Count > 0 ? ExitCodes.Incomplete : throw new UsageException($"nothing is found at '{parsed.GetValue(which)}' (any more); 'secretguard scan --format json' lists all fingerprints");
            }

            ReportWriter.Write(report, targets, text =>
            {
                IEnumerable<(Finding, SuppressedFinding?)> all = report.Findings.Select(finding => (finding, (SuppressedFinding?)null))
                    .Concat(report.Suppressed.Select(accepted => (accepted.Finding, (SuppressedFinding?)accepted)));
                foreach ((Finding finding, SuppressedFinding? accepted) in all)
                {
                    Write(finding, accepted, report.Rules, text);
                    if (shows)
                    {
                        text.WriteLine($"  line           {VisibleText.Of(SourceLine(options.Project.Root, finding.Location))}");
                    }
                }
            });
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void Write(Finding finding, SuppressedFinding? accepted, IReadOnlyList<Rule> rules, TextWriter output)
    {
        Rule? rule = rules.FirstOrDefault(rule => rule.Slug == finding.Rule);
        output.WriteLine($"{VisibleText.Of(finding.Location.Path)}:{finding.Location.StartLine}:{finding.Location.StartColumn} {finding.Title}");
        output.WriteLine($"  found          {VisibleText.Of(finding.Excerpt.Text)}");
        output.WriteLine($"  value          {finding.Preview}");
        output.WriteLine($"  rule           {finding.Rule} ({finding.DiagnosticId}), severity {OptionChoice.NameOf(finding.Severity)}, confidence {OptionChoice.NameOf(finding.Confidence)}");
        if (finding.Reason is not null)
        {
            output.WriteLine($"  why            {VisibleText.Of(finding.Reason)}");
        }

        if (accepted is not null)
        {
            output.WriteLine($"  accepted       {accepted.Kind.ToString().ToLowerInvariant()}: {VisibleText.Of(accepted.Reason ?? "(no reason given)")}");
        }

        output.WriteLine($"  fingerprint    {finding.Fingerprint}");
        output.WriteLine($"  what to do     {rule?.Advice ?? "Revoke it, and keep the new one in a secret store."}");
        output.WriteLine($"  if no secret   put this on the line or alone on the line above, as a comment: secretguard:allow {finding.Rule} <why>");
        output.WriteLine($"                 or in secretguard.yml: allow: [{{ digests: [{Fingerprint.TryParse(finding.Fingerprint!)?.Digest}], reason: <why> }}]");
    }

    private static string SourceLine(string root, Location location) => MemberPath.OutermostOf(location.Path) is not null && !File.Exists(Path.Combine(root, location.Path))
        ? "(in an archive: unpack it to see the line)"
        : File.ReadLines(Path.Combine(root, location.Path)).ElementAtOrDefault(location.StartLine - 1)?.Trim()
        ?? string.Create(CultureInfo.InvariantCulture, $"(line {location.StartLine} is gone)");
}
