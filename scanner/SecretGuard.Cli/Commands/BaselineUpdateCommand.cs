using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary>
/// <c>secretguard baseline update</c>: removes what is gone and follows renamed files. It is a ratchet: the number of entries may only
/// fall, unless the user types <c>--add</c>.
/// </summary>
internal static class BaselineUpdateCommand
{
    public static Command Create()
    {
        var input = new ScanArguments { WithoutPaths = true };
        var acceptance = new AcceptanceArguments();
        var output = new ReportArguments();
        var add = new Option<bool>("--add") { Description = "Accept new secrets too." };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 where the file is not up to date." };
        var command = new ToolCommand(
            "update",
            "Remove entries whose secrets are gone and follow renamed files; new secrets stay findings.",
            "secretguard baseline update",
            "secretguard baseline update --check                            in CI: nothing stale, nothing new",
            "secretguard baseline update --add --reason \"ticket 4711\"       accept what is new");
        input.AddTo(command);
        acceptance.AddTo(command);
        command.Options.Add(add);
        command.Options.Add(check);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<ReportTarget> targets = output.Bind(parsed);
            Func<Finding, BaselineEntry> accept = acceptance.Bind(parsed);
            ScanOptions options = input.Bind(parsed);
            string path = options.Project.BaselinePath;
            Baseline old = File.Exists(path) ? Project.ReadBaseline(path, Path.GetFileName(path)) : throw new UsageException("there is no secretguard.baseline; 'secretguard baseline create' makes one");
            options = BaselineCreateCommand.OfWholeProject(options).ReportingTo(targets);
            ScanOutcome outcome = BaselineCreateCommand.Scan(options, old, cancellation);
            if (outcome.Report.Incomplete.Count > 0)
            {
                Console.Error.WriteLine("secretguard: nothing was changed: what was not looked at may still hold accepted secrets");
                return ExitCodes.Incomplete;
            }

            var change = BaselineChange.Make(old, outcome, accept, parsed.GetValue(add));
            string text = BaselineFormat.Write(change.Baseline);
            bool isStale = change.Removed + change.Renamed + change.Added > 0;
            if (isStale && !parsed.GetValue(check))
            {
                ReportWriter.WriteFile(path, output => output.Write(text));
            }

            Report report = outcome.Report with { Command = "baseline-update", Findings = change.New };
            ReportWriter.Write(report, targets, output => Write(change, Path.GetFileName(path), output));
            return change.New.Count > 0 || (isStale && parsed.GetValue(check)) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    private static void Write(BaselineChange change, string name, TextWriter output)
    {
        output.WriteLine($"{name}: {BaselineCreateCommand.Entries(change.Baseline.Count)}; {change.Removed} removed, {change.Renamed} renamed, {change.Added} added, {change.New.Count} not accepted");
        foreach (Finding finding in change.New)
        {
            output.WriteLine($"  {VisibleText.Of(finding.Location.Path)}:{finding.Location.StartLine} [{finding.Rule}] {finding.Fingerprint}");
        }
    }
}
