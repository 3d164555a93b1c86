using System.CommandLine;
using SecretGuard.Cli.Scanning;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Rules;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard scan [PATH…]</c>: looks for secrets in files.</summary>
internal static class ScanCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders to scan; the current folder by default.", Arity = ArgumentArity.ZeroOrMore };
        var allFiles = new Option<bool>("--all-files") { Description = "Scan ignored files too." };
        var minConfidence = new Option<Confidence>("--min-confidence") { Description = "Report findings of this confidence and above: low, medium, high or veryHigh.", DefaultValueFactory = _ => Confidence.Medium };
        var threads = new Option<int>("--threads") { Description = "Threads that scan.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("scan", "Look for secrets in files and folders.") { paths, allFiles, minConfidence, threads };
        command.SetAction((parsed, cancellation) =>
        {
            string[] named = parsed.GetValue(paths) ?? [];
            var options = new ScanOptions
            {
                Root = Environment.CurrentDirectory,
                Paths = named.Length == 0 ? ["."] : named,
                AllFiles = parsed.GetValue(allFiles),
                MinConfidence = parsed.GetValue(minConfidence),
                Threads = Math.Max(1, parsed.GetValue(threads)),
            };
            Report report = new ScanRunner(options, Catalogue.Default).Run(cancellation);
            Print(report);
            return Task.FromResult(report.Findings.Count > 0 ? ExitCodes.Findings : report.Incomplete.Count > 0 ? ExitCodes.Incomplete : ExitCodes.Clean);
        });
        return command;
    }

    private static void Print(Report report)
    {
        foreach (Finding finding in report.Findings)
        {
            Console.WriteLine($"{finding.Location.Path}({finding.Location.StartLine},{finding.Location.StartColumn}): {finding.DiagnosticId} {finding.Confidence} [{finding.Rule}] {finding.Title}: {finding.Excerpt.Text}");
        }

        foreach (Incomplete incomplete in report.Incomplete)
        {
            Console.Error.WriteLine($"{incomplete.Path}: {incomplete.Reason} {incomplete.Advice}");
        }

        Console.WriteLine($"{report.Counts.Files} files, {report.Counts.Bytes / 1e6:F1} MB, {report.Elapsed.TotalSeconds:F2} s: {report.Findings.Count} findings");
    }
}
