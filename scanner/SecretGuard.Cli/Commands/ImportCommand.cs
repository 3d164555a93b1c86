using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Cli.Importing;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;
using SecretGuard.Findings;
using SecretGuard.Migration;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard import TOOL FILE…</c>: takes over what another tool was told to accept.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var tool = new Argument<string>("TOOL") { Description = $"Whose files they are: {string.Join(", ", ForeignFormats.Tools)}." };
        var files = new Argument<string[]>("FILE") { Description = "Baselines, reports, ignore lists and configurations; what each is, its content says.", Arity = ArgumentArity.OneOrMore };
        var acceptReal = new Option<bool>("--accept-real") { Description = "Accept what an audit called a secret, too." };
        var acceptHistory = new Option<bool>("--accept-history") { Description = "Accept what only the history holds: in the history, not in a file." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell what became of every entry, and write nothing." };
        var input = new ScanArguments { WithoutPaths = true, Scope = ScanScope.Settings };
        var acceptance = new AcceptanceArguments();
        var output = new DocumentArguments("import.json");
        tool.CompletionSources.Add([.. ForeignFormats.Tools]);
        var command = new ToolCommand(
            "import",
            "Take over what detect-secrets, gitleaks, trufflehog or kingfisher was told to accept.",
            "secretguard import detect-secrets .secrets.baseline",
            "secretguard import gitleaks .gitleaks.toml .gitleaksignore baseline.json --dry-run",
            "secretguard import trufflehog report.json exclude-paths.txt --reason \"ticket 4711\"",
            "secretguard import kingfisher baseline-file.yml --format json")
        { tool, files, acceptReal, acceptHistory, dryRun };
        input.AddTo(command);
        acceptance.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            Func<Finding, BaselineEntry> accept = acceptance.Bind(parsed);
            string name = parsed.GetValue(tool)!;
            if (!ForeignFormats.Tools.Contains(name, StringComparer.Ordinal))
            {
                throw new UsageException($"'{name}' is not one of {string.Join(", ", ForeignFormats.Tools)}{ForeignFormats.Hint(name)}");
            }

            ImportSource[] sources = [.. parsed.GetValue(files)!.Select(file => ImportSource.Read(name, file))];
            ScanOptions options = ScanCommand.WithBaseline(input.Bind(parsed), null);
            ImportPlan plan = new ImportRun(options, sources, accept) { AcceptsReal = parsed.GetValue(acceptReal), AcceptsHistory = parsed.GetValue(acceptHistory) }.Plan(cancellation) with { IsDry = parsed.GetValue(dryRun) };
            foreach (FileChange change in plan.IsDry ? [] : plan.Needed)
            {
                change.Apply();
            }

            ReportWriter.Write(plan.Document(options.Project.Root), targets);
            return plan.ExitCode;
        });
        return command;
    }
}
