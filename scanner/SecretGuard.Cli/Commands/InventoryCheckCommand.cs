using System.CommandLine;
using System.Diagnostics;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Rules;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard inventory check [PATH…]</c>: what is undeclared, unused, declared twice or misnamed.</summary>
internal static class InventoryCheckCommand
{
    public static Command Create()
    {
        var input = new ReferenceArguments();
        var output = new ReportArguments();
        var gate = new GateArguments();
        var command = new ToolCommand(
            "check",
            "Hold what secretguard.yml declares against what the repository refers to. Asks no store.",
            "secretguard inventory check");
        input.AddTo(command);
        gate.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<ReportTarget> targets = output.Bind(parsed);
            ScanOptions options = gate.Bind(parsed, input.Bind(parsed)).ReportingTo(targets);
            int declared = DeclaredSecrets.Of(options.Project).Count;
            DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();
            long start = Stopwatch.GetTimestamp();
            (RepositoryReferences references, IReadOnlyList<Incomplete> incomplete) = input.ReadAll(parsed, options, cancellation);
            using var runner = new VerifyRunner(options, new VerifyOptions());
            IReadOnlyList<QuestionPlan> plans = runner.Plan(references);
            OutcomeSum sum = new ReferenceFindings(options).Make(new DeclarationCheck(options.Project.Settings.Declaration, options.Project.Root).Make(plans), cancellation);
            var report = new Report
            {
                Command = "inventory check",
                ToolVersion = ToolVersion.Current,
                StartedAt = startedAt,
                Elapsed = Stopwatch.GetElapsedTime(start),
                Findings = sum.Findings,
                Suppressed = sum.Suppressed,
                Notices = sum.Notices,
                Incomplete = incomplete,
                Counts = new ReportCounts(0, 0, 0),
                Extent = $"{Amount.Of(declared, "declared secret")}, {Amount.Of(plans.SelectMany(plan => plan.Questions).Select(question => question.Record).OfType<SecretGuard.Inventories.InventoryRecord>().Distinct().Count(), "reference")}",
                Rules = ReferenceRules.All,
            };
            ReportWriter.Write(report, targets);
            return ScanOutcome.ExitCode(report, options.FailOn);
        });
        return command;
    }
}
