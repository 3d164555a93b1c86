using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Writing;

/// <summary>Writes one value. After every attempt the store is looked at, for an answer may be lost on its way while the write is done.</summary>
internal sealed class WriteAttempts(
    IWritableStore store, SecretQuery query, SecretValue value, ValueFacts wanted, Standing before, ValueInspector inspector, VerifierOptions options, CancellationToken deadline, CancellationToken user)
{
    private readonly Patience _patience = new(options, 1);

    /// <summary>Writes, and reads back. What the user stops is ended first.</summary>
    public async Task<WriteOutcome> RunAsync()
    {
        for (int attempt = 1; ; attempt++)
        {
            WriteReply reply = await AttemptAsync();
            (ValueFacts? now, Standing? standing, StoreProblem? unseen) = await LookAsync();
            if (unseen is not null)
            {
                // A refusal is one even where nobody can look any more.
                return reply.IsChanged ? StoreWriter.ChangedMeanwhile with { Before = before } : new WriteOutcome(WriteState.Unknown)
                {
                    Before = before,
                    Written = reply.Version,
                    Cause = $"{(reply.IsWritten ? "the store said that it is written, and could not be read back" : $"the store did not say whether it is written: {reply.Problem!.Cause}")}: {unseen.Cause}",
                    Advice = unseen.Advice,
                    IsStoreWide = unseen.IsStoreWide,
                };
            }

            if (now?.IsSameAs(wanted) == true)
            {
                return reply.IsChanged ? new WriteOutcome(WriteState.AlreadyThere) { Before = standing, Cause = "somebody else has written the same meanwhile" }
                    : new WriteOutcome(WriteState.Written) { Before = before, Written = reply.Version ?? standing!.Version, Cause = reply.Between };
            }

            if (reply.IsChanged || standing!.Mark != before.Mark)
            {
                return reply.IsWritten ? new WriteOutcome(WriteState.Unknown) { Before = before, Written = reply.Version, Cause = "what reads back is not what was written: somebody else has written at the same time, or the store changes what it takes", Advice = "look at its versions" }
                    : StoreWriter.ChangedMeanwhile with { Before = before };
            }

            StoreProblem problem = reply.Problem ?? new StoreProblem(Verdict.Misconfigured, "the store said that it is written, and holds what it held before", "see whether the address is that of the store");
            if (user.IsCancellationRequested || !await WaitAsync(problem, attempt))
            {
                return new WriteOutcome(WriteState.Failed) { Before = before, Cause = problem.Cause, Advice = problem.Advice, IsStoreWide = problem.IsStoreWide };
            }
        }
    }

    private async Task<WriteReply> AttemptAsync()
    {
        try
        {
            return await store.WriteAsync(query, value, before, deadline);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return WriteReply.Failed(new StoreProblem(Verdict.Unreachable, "the store did not answer before the deadline", "give the store more time"));
        }
        catch (Exception error)
        {
            // Its message may hold anything; its type does not.
            return WriteReply.Failed(new StoreProblem(Verdict.Unreachable, $"writing failed unexpectedly ({error.GetType().Name})", "this is a fault of SecretGuard: please report it"));
        }
    }

    private async Task<(ValueFacts? Now, Standing? Standing, StoreProblem? Problem)> LookAsync()
    {
        StandingReply? found = null;
        StoreProblem? problem = await new Questioning(store, options, 1, deadline, CancellationToken.None).TryAsync(async () => (found = await store.LookAsync(query, deadline)).Problem);
        return (found?.Value is { } there ? inspector.Look(there) : null, found?.Standing, problem);
    }

    private async Task<bool> WaitAsync(StoreProblem problem, int attempt)
    {
        try
        {
            return await _patience.WaitAfterAsync(problem, attempt, deadline);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
