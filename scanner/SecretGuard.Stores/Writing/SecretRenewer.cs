using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Writing;

/// <summary>Gives secrets of a store their next values. What is told as written was read back, and nothing is written over what was not seen.</summary>
/// <param name="store">The store.</param>
/// <param name="inspector">What looks at values.</param>
/// <param name="options">How the store is asked.</param>
public sealed class SecretRenewer(IWritableStore store, ValueInspector inspector, VerifierOptions options)
{
    /// <summary>What stands under a name. Never throws for what a store does.</summary>
    /// <param name="query">The name; always the whole secret.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.Deadline, options.Time);
        return await LookAsync(query, limit.Token, cancellation);
    }

    /// <summary>Writes the next value of a secret. Never throws for what a store does.</summary>
    /// <param name="query">The name; always the whole secret.</param>
    /// <param name="renewal">What makes the next value.</param>
    /// <param name="given">The new part, where somebody else has made it; null to make it.</param>
    /// <param name="planned">What stood there when it was planned.</param>
    /// <param name="misfit">Says why a value must not be written, for people; null of one that may.</param>
    /// <param name="cancellation">Ends it before something is written; what was begun is ended.</param>
    public async Task<WriteOutcome> RenewAsync(SecretQuery query, ValueRenewal renewal, SecretValue? given, Standing planned, Func<ValueFacts, string?> misfit, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.Deadline, options.Time);
        StandingReply found = await LookAsync(query, limit.Token, cancellation);
        if (found.Problem is { } problem)
        {
            return new WriteOutcome(WriteState.Failed) { Cause = problem.Cause, Advice = problem.Advice, IsStoreWide = problem.IsStoreWide };
        }

        if (found.Standing!.Mark != planned.Mark)
        {
            return StoreWriter.ChangedMeanwhile with { Before = found.Standing };
        }

        if (given is not null && renewal.Current(found.Value) is { } current && inspector.Look(current).IsSameAs(inspector.Look(given)))
        {
            return new WriteOutcome(WriteState.AlreadyThere) { Before = found.Standing, Cause = "it is the value that the store has, and nothing was rotated", Advice = "have another one issued" };
        }

        SecretValue next = renewal.Next(found.Value, given);
        ValueFacts wanted = inspector.Look(next);
        return misfit(wanted) is { } why ? new WriteOutcome(WriteState.Failed) { Before = found.Standing, Cause = $"nothing was written: {why}", Advice = given is null ? "correct what is declared of it" : "give another one, or correct what is declared of it" }
            : await new WriteAttempts(store, query, next, wanted, found.Standing, inspector, options, limit.Token, cancellation).RunAsync();
    }

    private async Task<StandingReply> LookAsync(SecretQuery query, CancellationToken deadline, CancellationToken user)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, user);
        StandingReply? found = null;
        StoreProblem? problem = await new Questioning(store, options, 1, either.Token, user).TryAsync(async () => (found = await store.LookAsync(query, either.Token)).Problem);
        return problem is null ? found! : StandingReply.Failed(problem);
    }
}
