using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Rotating;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard rotate ID</c>: gives a secret its next value. Without <c>--apply</c> it only plans.</summary>
internal static class RotateCommand
{
    public static Command Create()
    {
        var input = new RotateArguments();
        var output = new DocumentArguments("rotate.json");
        var command = new ToolCommand(
            "rotate",
            "Give secrets their next values: plan first, write with --apply. No value is shown.",
            "secretguard rotate jwt-signing --env prod                  what would be done",
            "secretguard rotate jwt-signing --env prod --apply --record rotate.json",
            "secretguard rotate --due --env prod --apply                all that is due",
            "secretguard rotate openai-key --stdin --apply              what its provider has issued");
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            RotateArguments.Typed typed = input.Bind(parsed);
            ScanOptions scan = input.Project(parsed);
            VerifierOptions options = input.Asking(parsed);
            using var opener = new StoreOpener(scan.Project.Root);
            var choice = new StoreChoice(scan.Project, opener, typed.Environment);
            IReadOnlyList<string> ids = typed.AllDue ? Due(scan, choice, options, cancellation) : typed.Ids;
            IReadOnlyList<RotationTarget> secrets = new RotationTargets(scan.Project, choice).Of(ids);
            if (typed.IsGiven)
            {
                secrets = [secrets[0] with { Generation = Given(secrets[0].Generation, typed.Field), Command = [] }];
            }

            return typed.ShowsPermissions ? ShowPermissions(secrets) : RunAsync(typed, new RepositoryCommand(scan.Project.Root, input.CommandLimit(parsed)), scan.Project.Root, choice.Environment, secrets, options, targets, cancellation).GetAwaiter().GetResult();
        });
        return command;
    }

    private static async Task<int> RunAsync(
        RotateArguments.Typed typed, RepositoryCommand command, string root, string environment, IReadOnlyList<RotationTarget> secrets, VerifierOptions options, IReadOnlyList<OutputTarget> targets, CancellationToken cancellation)
    {
        IReadOnlyList<RotationItem> items = await new RotationPlan(options, TimeProvider.System.GetUtcNow()) { Again = typed.Again }.MakeAsync(secrets, cancellation);
        var record = new RotationRecord(environment, items, typed.Record) { IsApplied = typed.Applies };
        SecretValue? given = typed is { IsGiven: true, Applies: true } && items[0].Acts ? GivenValue.Read($"the new value of '{secrets[0].Secret.Id}'") : null;
        try
        {
            if (typed.Applies)
            {
                var run = new RotationRun(environment, command, options)
                {
                    Given = given,
                    Walk = RunbookWalk.IsPossible ? new RunbookWalk(root) : null,
                };
                await run.RunAsync(items, record, cancellation);
            }
            else
            {
                record.Write();
            }
        }
        finally
        {
            // Also where the record cannot be written any more: what was done is told.
            ReportWriter.Write(record.Document, targets);
        }

        return ExitCode(items, record);
    }

    /// <summary>The secrets whose time is over or nearly so, and which somebody has to see to.</summary>
    private static string[] Due(ScanOptions scan, StoreChoice choice, VerifierOptions options, CancellationToken cancellation)
    {
        var reader = new RotationReader(scan, new VerifyOptions { Environments = choice.Environment.Length == 0 ? [] : [choice.Environment], Asking = options with { Values = null } });
        return [.. reader.Read(cancellation).Where(entry => entry.Secret.Origin == SecretOrigin.External
            && (entry.Outlook.Status is RotationStatus.Due or RotationStatus.Late or RotationStatus.Overdue || reader.Unanswered.Any(answer => answer.Question.Secret == entry.Secret))).Select(entry => entry.Secret.Id)];
    }

    /// <summary>The rule for a value that somebody gives.</summary>
    private static DeclaredGeneration Given(DeclaredGeneration? declared, string? field) =>
        (declared is null || (field is not null && !declared.Fields.Contains(field, StringComparer.Ordinal)) ? new DeclaredGeneration(GeneratedType.Given) { Fields = field is null ? [] : [field] }
            : declared.Fields.Count > 1 && field is null ? throw new UsageException($"--field: say which of {string.Join(", ", declared.Fields)} the value is for")
            : declared with { Type = GeneratedType.Given, Fields = field is null ? declared.Fields : [field], PublicField = null });

    private static int ExitCode(IReadOnlyList<RotationItem> items, RotationRecord record)
    {
        bool isUntold = items.Any(item => item.Action == RotationAction.CannotTell) || record.Rows.Any(row => row.State is SyncState.Failed or SyncState.Unknown or SyncState.NotReached);
        bool isOpen = record.Rows.Any(row => row.State is SyncState.Planned or SyncState.Changed or SyncState.AlreadyThere);
        return isUntold ? ExitCodes.Incomplete : isOpen ? ExitCodes.Findings : ExitCodes.Clean;
    }

    private static int ShowPermissions(IReadOnlyList<RotationTarget> secrets)
    {
        StorePermissions.Write(secrets.GroupBy(secret => secret.Store.Adapter).SelectMany(store => StorePermissions.OfWriting(store.First().Store, [.. store.Select(secret => secret.Query).Distinct()])), "read and write");
        return ExitCodes.Clean;
    }
}
