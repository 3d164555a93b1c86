using System.CommandLine;
using System.Diagnostics;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Inventories;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Reporting;
using SecretGuard.Rules;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard inventory check [PATH…]</c>: what is undeclared, unused, declared twice or misnamed.</summary>
internal static class InventoryCheckCommand
{
    public static Command Create()
    {
        var input = new ReferenceArguments();
        var asking = new VerifyArguments { OnlyAsks = true };
        var fromStore = new Option<string[]>("--from-store") { Description = "Ask this store for the names that it holds, and tell those that are not declared; several are possible.", HelpName = "NAME" };
        var output = new ReportArguments();
        var gate = new GateArguments();
        var command = new ToolCommand(
            "check",
            "Hold what secretguard.yml declares against what the repository refers to. Asks no store but those that are named.",
            "secretguard inventory check",
            "secretguard inventory check --from-store runtime     what the store holds and nobody declares, too");
        input.AddTo(command);
        command.Options.Add(fromStore);
        asking.AddTo(command);
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
            using var opener = new StoreOpener(options.Project.Root);
            IReadOnlyList<QuestionPlan> plans = new Planner(options.Project, new VerifyOptions(), opener).Plan(references);
            IReadOnlyList<ListedStore> listed = List(references, options.Project, opener, asking.Bind(parsed), parsed.GetValue(fromStore) ?? [], cancellation);
            OutcomeSum sum = new ReferenceFindings(options).Make(new DeclarationCheck(options.Project.Settings.Declaration, options.Project.Root).Make(plans).Concat(DeclarationCheck.Unmanaged(listed)), cancellation);
            var report = new Report
            {
                Command = "inventory check",
                ToolVersion = ToolVersion.Current,
                StartedAt = startedAt,
                Elapsed = Stopwatch.GetElapsedTime(start),
                Findings = sum.Findings,
                Suppressed = sum.Suppressed,
                Notices = sum.Notices,
                Incomplete = [.. incomplete, .. listed.SelectMany(store => store.Unlisted).Distinct()],
                Counts = new ReportCounts(0, 0, 0),
                Extent = $"{Amount.Of(declared, "declared secret")}, {Amount.Of(plans.SelectMany(plan => plan.Questions).Select(question => question.Record).OfType<SecretGuard.Inventories.InventoryRecord>().Distinct().Count(), "reference")}",
                Rules = ReferenceRules.All,
            };
            ReportWriter.Write(report, targets);
            return ScanOutcome.ExitCode(report, options.FailOn);
        });
        return command;
    }

    private static IReadOnlyList<ListedStore> List(RepositoryReferences references, Project project, StoreOpener opener, VerifyOptions asking, string[] stores, CancellationToken cancellation) =>
        stores.Length == 0 && asking.Environments.Count == 0 ? []
        : new ListedStores(opener, asking.Asking).List(new Planner(project, asking, opener).Plan(references), stores, _ => null, cancellation);
}
