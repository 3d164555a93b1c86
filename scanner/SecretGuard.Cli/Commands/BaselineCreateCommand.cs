using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard baseline create</c>: accepts what is found today.</summary>
internal static class BaselineCreateCommand
{
    public static Command Create()
    {
        var input = new ScanArguments { WithoutPaths = true };
        var acceptance = new AcceptanceArguments();
        var command = new ToolCommand(
            "create",
            "Write secretguard.baseline: every secret that is found today is accepted until it is gone.",
            "secretguard baseline create --reason \"before the first scan\" --owner platform --expires 2027-06-30");
        input.AddTo(command);
        acceptance.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            Func<Finding, BaselineEntry> accept = acceptance.Bind(parsed);
            ScanOptions options = OfWholeProject(input.Bind(parsed));
            string path = options.Project.BaselinePath;
            if (File.Exists(path))
            {
                throw new UsageException($"'{Path.GetFileName(path)}' exists; 'secretguard baseline update' brings it up to date");
            }

            ScanOutcome outcome = Scan(options, Baseline.Empty, cancellation);
            var baseline = new Baseline(outcome.Report.Findings.Select(accept));
            ReportWriter.WriteFile(path, output => output.Write(BaselineFormat.Write(baseline)));
            Console.Out.WriteLine($"{Path.GetFileName(path)}: {Entries(baseline.Count)}, {baseline.Entries.Count(entry => entry.Reason is null)} without a reason");
            Console.Out.WriteLine("To merge it without conflicts: git config merge.secretguard-baseline.driver \"secretguard baseline merge %O %A %B\"");
            Console.Out.WriteLine("and in .gitattributes: secretguard.baseline merge=secretguard-baseline");
            return outcome.Report.Incomplete.Count == 0 ? ExitCodes.Clean : ExitCodes.Incomplete;
        });
        return command;
    }

    /// <summary>The options for the whole project, wherever the user stands in it, with a salt of its own.</summary>
    public static ScanOptions OfWholeProject(ScanOptions options)
    {
        Project project = SaltWriter.Ensure(options.Project);
        return options with
        {
            Project = project,
            Current = project.Root,
            Paths = ["."],
            IsWhole = options.Since is null,
            Policy = options.Policy with { Fingerprinter = new Fingerprinter(project.Settings.Salt!), WantsFingerprints = true },
        };
    }

    /// <summary>Scans, and tells what could not be looked at.</summary>
    public static ScanOutcome Scan(ScanOptions options, Baseline baseline, CancellationToken cancellation)
    {
        ScanOutcome outcome = new ScanRunner(options with { Policy = options.Policy with { Baseline = baseline } }).Run(cancellation);
        ScanCommand.Tell(outcome);
        ScanCommand.TellIncomplete(outcome.Report);
        return outcome;
    }

    public static string Entries(int count) => count == 1 ? "1 entry" : $"{count} entries";
}
