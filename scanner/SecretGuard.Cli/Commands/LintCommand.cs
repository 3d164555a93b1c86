using System.CommandLine;
using System.Diagnostics;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Cli.Linting;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard lint [PATH…]</c>: what is wrong with how files deal with secrets.</summary>
internal static class LintCommand
{
    /// <summary>One change may wait for another, and bring to light a third.</summary>
    private const int MostRounds = 10;

    public static Command Create()
    {
        var input = new ReferenceArguments();
        var rules = new LintArguments();
        var output = new ReportArguments();
        var gate = new GateArguments();
        var command = new ToolCommand(
            "lint",
            "Tell what is wrong with how manifests, policies, pipelines and documents deal with secrets. Asks nobody.",
            "secretguard lint",
            "secretguard lint --fix                 mend what can be mended without thought",
            "secretguard lint deploy --rule 'manifest-*'");
        input.AddTo(command);
        rules.AddTo(command);
        gate.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<ReportTarget> targets = output.Bind(parsed);
            ScanOptions options = gate.Bind(parsed, input.Bind(parsed)).ReportingTo(targets);
            var runner = new LintRunner(options, rules.Bind(parsed));
            Report report = Run(parsed, input, options, runner, out IReadOnlyList<Complaint> complaints, cancellation);
            var mended = new HashSet<string>(StringComparer.Ordinal);
            for (int round = 0; round < MostRounds && rules.Fixes(parsed) && Fix(options, complaints, report, mended); round++)
            {
                report = Run(parsed, input, options, runner, out complaints, cancellation);
            }

            ReportWriter.Write(report, targets);
            return ScanOutcome.ExitCode(report, options.FailOn);
        });
        return command;
    }

    private static Report Run(ParseResult parsed, ReferenceArguments input, ScanOptions options, LintRunner runner, out IReadOnlyList<Complaint> complaints, CancellationToken cancellation)
    {
        DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        (RepositoryReferences references, IReadOnlyList<Incomplete> incomplete) = input.ReadAll(parsed, options, cancellation, lints: true);
        complaints = runner.Complaints(references);
        return runner.Report(complaints, references, incomplete, startedAt, start, cancellation);
    }

    /// <summary>Mends, and says on standard error what became of which file.</summary>
    private static bool Fix(ScanOptions options, IReadOnlyList<Complaint> complaints, Report report, HashSet<string> mended)
    {
        IReadOnlyList<FileChange> changes = [.. new LintFixes(options.Project.Root).Plan(complaints, report.Findings).Where(change => change.IsNeeded)];
        foreach (FileChange change in changes)
        {
            change.Apply();
            if (mended.Add(change.Path))
            {
                Console.Error.WriteLine($"secretguard: mended {VisibleText.Of(Path.GetRelativePath(options.Current, change.Path))}");
            }
        }

        return changes.Count > 0;
    }
}
