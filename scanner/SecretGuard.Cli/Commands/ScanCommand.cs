using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Findings;
using SecretGuard.Git;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard scan [PATH…]</c>: looks for secrets in files.</summary>
internal static class ScanCommand
{
    public static Command Create()
    {
        var input = new ScanArguments();
        var output = new ReportArguments();
        var gate = new GateArguments();
        var failOnUnaudited = new Option<bool>("--fail-on-unaudited") { Description = "Exit with 1 where the baseline accepts a secret without a reason." };
        var command = new ToolCommand(
            "scan",
            "Look for secrets in files and folders.",
            "secretguard scan                                        this folder, without what git ignores",
            "secretguard scan src appsettings.json --fail-on high    these; exit with 1 from severity high on",
            "git diff | secretguard scan -                           standard input",
            "secretguard scan --since origin/main                    what this branch changes",
            "secretguard scan --report sarif=secrets.sarif --report html=secrets.html");
        input.AddTo(command);
        gate.AddTo(command);
        command.Options.Add(failOnUnaudited);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<ReportTarget> targets = output.Bind(parsed);
            ScanOptions options = gate.Bind(parsed, input.Bind(parsed)).ReportingTo(targets) with { FailOnUnaudited = parsed.GetValue(failOnUnaudited) };
            ScanOutcome outcome = new ScanRunner(options).Run(cancellation);
            Tell(outcome);
            ReportWriter.Write(WithRevision(outcome.Report, options, cancellation), targets);
            return outcome.ExitCode(options);
        });
        return command;
    }

    /// <summary>The report with the commit that is checked out, where a machine reads it: asking git costs a process.</summary>
    private static Report WithRevision(Report report, ScanOptions options, CancellationToken cancellation)
    {
        if (!options.Policy.WantsFingerprints)
        {
            return report;
        }

        GitResult head = GitProcess.Run(options.Project.Root, cancellation, "rev-parse", "--verify", "--quiet", "HEAD");
        return head.Succeeded ? report with { Revision = System.Text.Encoding.ASCII.GetString(head.Output).Trim() } : report;
    }

    /// <summary>The options with the named baseline, or with the project's where there is one.</summary>
    public static ScanOptions WithBaseline(ScanOptions options, string? named)
    {
        string path = named is null ? options.Project.BaselinePath : Path.GetFullPath(named, options.Current);
        if (!File.Exists(path))
        {
            return named is null ? options : throw new UsageException($"--baseline: '{named}' does not exist; 'secretguard baseline create' makes one");
        }

        Baseline baseline = Project.ReadBaseline(path, named ?? Path.GetRelativePath(options.Current, path));
        return options with
        {
            Policy = options.Policy with { Baseline = baseline },
            OwnFiles = new HashSet<string>([.. options.OwnFiles, path], PathIdentity.Comparer),
        };
    }

    /// <summary>Says on standard error where the files came from.</summary>
    public static void Tell(ScanOutcome outcome)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (string source in outcome.Sources)
        {
            if (told.Add(source))
            {
                Console.Error.WriteLine($"secretguard: {source}");
            }
        }
    }

    /// <summary>Says on standard error what could not be looked at, where no report says it.</summary>
    public static void TellIncomplete(Report report)
    {
        foreach (Incomplete incomplete in report.Incomplete)
        {
            Console.Error.WriteLine($"secretguard: not looked at: {VisibleText.Of(incomplete.Path)}: {incomplete.Reason} {incomplete.Advice}");
        }
    }
}
