using SecretGuard.Cli.Moving;
using SecretGuard.Cli.Verifying.Values;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Rotating;

/// <summary>Rotates what is planned, one secret after the other.</summary>
/// <param name="environment">The environment; empty where none is declared.</param>
/// <param name="command">Runs programs of the repository.</param>
/// <param name="options">How stores are asked.</param>
internal sealed class RotationRun(string environment, RepositoryCommand command, VerifierOptions options)
{
    /// <summary>The new value, where the user has it; null to have it made.</summary>
    public SecretValue? Given { get; init; }

    /// <summary>Leads somebody through runbooks; null where nobody is there.</summary>
    public RunbookWalk? Walk { get; init; }

    /// <summary>Rotates.</summary>
    /// <param name="items">The plan.</param>
    /// <param name="record">Keeps what became of it.</param>
    /// <param name="cancellation">Ends it after the secret that is being rotated.</param>
    public async Task RunAsync(IReadOnlyList<RotationItem> items, RotationRecord record, CancellationToken cancellation)
    {
        record.Write();
        for (int i = 0; i < items.Count; i++)
        {
            RotationItem item = items[i];
            IReadOnlyList<string> steps = item.Action == RotationAction.ByHand && Walk is not null ? Walk.StepsOf(item.Target) : [];
            if (!item.Acts && steps.Count == 0)
            {
                continue;
            }

            if (cancellation.IsCancellationRequested)
            {
                record.Stopped = "interrupted: run it again to rotate the rest";
                record.Keep(i, row => row with { State = SyncState.NotReached });
                continue;
            }

            record.Keep(i, row => row with { State = SyncState.Writing });
            RotatedSecret row = record.Rows[i];
            RotatedSecret done = await (item.Action switch
            {
                RotationAction.Run => WatchAsync(item.Target, row, $"'{item.Target.Command[0]}'", async () => (await command.RunAsync(item.Target.Command, Variables(item.Target), cancellation)).Problem),
                RotationAction.ByHand => WatchAsync(item.Target, row, "the runbook", () => Task.FromResult(RunbookWalk.Walk(item.Target, steps) ? null : "stopped before the last step")),
                _ => RenewAsync(item, row, cancellation),
            });
            record.Keep(i, _ => done);
        }

        record.Write();
    }

    private async Task<RotatedSecret> RenewAsync(RotationItem item, RotatedSecret row, CancellationToken cancellation)
    {
        var store = (IWritableStore)item.Target.Store.Adapter;
        DeclaredGeneration rule = item.Target.Generation!;
        SecretValue? part = Given;
        if (part is null && rule.Type == GeneratedType.Command)
        {
            (part, string? problem) = await command.RunAsync(rule.Run, Variables(item.Target), cancellation);
            problem ??= part is null || part.IsEmpty ? $"'{rule.Run[0]}' printed nothing that is a value: no text, too much of it, or one without an end" : null;
            if (problem is not null)
            {
                return row with { State = SyncState.Failed, Reason = problem };
            }
        }

        string? Misfit(ValueFacts facts) =>
            ValueJudge.Judge(StoreAnswer.Present(item.Target.Query, SecretMetadata.None) with { Facts = facts }, item.Target.Secret).Select(wrong => wrong.Reason).FirstOrDefault();
        WriteOutcome outcome = await new SecretRenewer(store, options.Values!, options).RenewAsync(item.Target.Query, new ValueRenewal(rule), part, item.Standing!, Misfit, cancellation);
        RotatedSecret done = row with
        {
            State = WriteStates.Of(outcome.State),
            Reason = outcome.Cause.Length == 0 ? "" : outcome.Advice.Length == 0 ? outcome.Cause : $"{outcome.Cause}; {outcome.Advice}",
            VersionBefore = outcome.Before?.Version,
            VersionWritten = outcome.Written,
            WayBack = outcome is { State: WriteState.Written or WriteState.Unknown, Before: { } before } ? store.WayBack(item.Target.Query, before, outcome.Written) : "",
        };
        return Given is null && rule.Type == GeneratedType.Command && done.State is not (SyncState.Written or SyncState.AlreadyThere or SyncState.Unknown)
            ? done with { Reason = $"{done.Reason}; what '{rule.Run[0]}' printed is in no store: revoke it where it was issued" } : done;
    }

    /// <summary>Whether what others do came to something, the store says: it has something else now than before.</summary>
    private async Task<RotatedSecret> WatchAsync(RotationTarget target, RotatedSecret row, string what, Func<Task<string?>> act)
    {
        StoreAnswer before = await AskAsync(target);
        string? problem = await act();
        StoreAnswer after = await AskAsync(target);
        return problem is not null ? row with { State = SyncState.Failed, Reason = $"{problem}; {Left(before, after)}" } : after.Verdict != Verdict.Present ? row with { State = after.Verdict.CannotTell() ? SyncState.Unknown : SyncState.Failed, Reason = $"{what} came to its end, and the store says: {after.Cause}" }
            : IsOther(before, after) ? row with { State = SyncState.Written, VersionBefore = before.Metadata.Version, VersionWritten = after.Metadata.Version }
            : row with { State = SyncState.Failed, Reason = $"{what} came to its end, and the store holds what it held" };
    }

    /// <summary>What stands after something has failed, for people.</summary>
    private static string Left(StoreAnswer before, StoreAnswer after) =>
        after.Verdict != Verdict.Present ? $"the store says: {after.Cause}"
        : IsOther(before, after) ? "the store holds something else now: see by hand whether who checks it has that too" : "the store holds what it held";

    private static bool IsOther(StoreAnswer before, StoreAnswer after) => before.Verdict != Verdict.Present
        || before.Metadata.Version != after.Metadata.Version
        || before.Metadata.Updated != after.Metadata.Updated
        || (before.Facts is { } old && after.Facts is { } now && !old.IsSameAs(now));

    private async Task<StoreAnswer> AskAsync(RotationTarget target) =>
        (await new StoreVerifier(options with { SuggestNames = false }).VerifyAsync(target.Store.Adapter, [target.Query])).Answers[0];

    private (string, string)[] Variables(RotationTarget target) =>
    [
        ("SECRETGUARD_SECRET", target.Secret.Id),
        ("SECRETGUARD_ENVIRONMENT", environment),
        ("SECRETGUARD_STORE", target.Store.Adapter.Address),
        ("SECRETGUARD_NAME", target.Query.Name),
    ];
}
