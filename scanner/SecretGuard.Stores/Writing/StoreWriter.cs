using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Writing;

/// <summary>Copies values from one store to another, each as if it were the last thing that can be done: what is told as written was read back.</summary>
/// <param name="from">Where they are.</param>
/// <param name="to">Where they are to be.</param>
/// <param name="inspector">What looked at them when it was planned.</param>
/// <param name="options">How stores are asked.</param>
public sealed class StoreWriter(IValueStore from, IWritableStore to, ValueInspector inspector, VerifierOptions options)
{
    /// <summary>Copies one. Never throws for what a store does.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="planned">What it was when it was planned.</param>
    /// <param name="target">Where it is to be.</param>
    /// <param name="standing">What was there when it was planned; null where nothing was.</param>
    /// <param name="cancellation">Ends it before something is written; what was begun is ended.</param>
    public async Task<WriteOutcome> CopyAsync(SecretQuery source, ValueFacts planned, SecretQuery target, ValueFacts? standing, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.Deadline, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var before = new Questioning(from, options, 1, either.Token, cancellation);
        ValueReply? read = null;
        if (await before.TryAsync(async () => (read = await from.ReadAsync(source, either.Token)).Problem) is { } unread)
        {
            return Of(WriteState.Failed, unread);
        }

        if (!inspector.Look(read!.Value!).IsSameAs(planned))
        {
            return new WriteOutcome(WriteState.Changed) { Cause = "the value that was to be copied was changed meanwhile", Advice = "run it again" };
        }

        StandingReply? found = null;
        if (await new Questioning(to, options, 1, either.Token, cancellation).TryAsync(async () => (found = await to.LookAsync(target, either.Token)).Problem) is { } unseen)
        {
            return Of(WriteState.Failed, unseen);
        }

        ValueFacts? now = found!.Value is { } value ? inspector.Look(value) : null;
        return now?.IsSameAs(planned) == true ? new WriteOutcome(WriteState.AlreadyThere) { Before = found.Standing, Cause = "it is there already" }
            : (now is null) != (standing is null) || (now is not null && !now.IsSameAs(standing!)) ? ChangedMeanwhile with { Before = found.Standing }
            : await new WriteAttempts(to, target, read.Value!, planned, found.Standing!, inspector, options, limit.Token, cancellation).RunAsync();
    }

    private static WriteOutcome Of(WriteState state, StoreProblem problem) => new(state) { Cause = problem.Cause, Advice = problem.Advice, IsStoreWide = problem.IsStoreWide };

    /// <summary>Somebody was faster.</summary>
    internal static WriteOutcome ChangedMeanwhile { get; } = new(WriteState.Changed) { Cause = "what was there when it was planned was changed meanwhile", Advice = "run it again, and look at the plan" };
}
