using SecretGuard.Stores.Values;

namespace SecretGuard.Stores.Verification;

/// <summary>Asks one store single questions and pages, with patience and until the deadline; what happens is always an answer.</summary>
internal sealed class Questioning(ISecretStore store, VerifierOptions options, int questions, CancellationToken deadline, CancellationToken user)
{
    private readonly Patience _patience = new(options, questions);
    private volatile StoreProblem? _stop;

    /// <summary>Whether nothing more can be learnt.</summary>
    public bool IsOver => _stop is not null || deadline.IsCancellationRequested;

    private StoreProblem OutOfTime => user.IsCancellationRequested
        ? new(Verdict.Unreachable, "interrupted before it was answered", "run it again")
        : new(Verdict.Unreachable, "not asked before the deadline", "give the store more time, or ask it for less");

    /// <summary>Asks a question until it is answered, or no patience is left.</summary>
    public async Task<StoreAnswer> AskAsync(SecretQuery query)
    {
        StoreAnswer? answer = null;
        StoreProblem? problem = await TryAsync(
            async () =>
            {
                answer = await store.AskAsync(query, deadline).WaitAsync(deadline);
                return answer.Problem;
            });
        return problem?.Answer(query) ?? answer!;
    }

    /// <summary>Reads a value and looks at it; it is let go before this returns.</summary>
    public async Task<(ValueFacts? Facts, string? WriteRefusal, StoreProblem? Problem)> ReadAsync(IValueStore reader, SecretQuery query, ValueInspector inspector)
    {
        (ValueFacts? facts, string? refusal) = (null, null);
        StoreProblem? problem = await TryAsync(
            async () =>
            {
                ValueReply reply = await reader.ReadAsync(query, deadline).WaitAsync(deadline);
                (facts, refusal) = (reply.Value is { } value ? inspector.Look(value) : null, reply.WriteRefusal);
                return reply.Problem;
            });
        return problem is null ? (facts, refusal, null) : (null, null, problem);
    }

    /// <summary>Finds out where a listing of all begins.</summary>
    public Task<ListPage> BeginAsync(IListingStore listing, string prefix) => PageAsync(() => listing.BeginAsync(prefix, deadline));

    /// <summary>Lists one page.</summary>
    public Task<ListPage> ListAsync(IListingStore listing, string scope, string? from) => PageAsync(() => listing.ListAsync(scope, from, deadline));

    private async Task<ListPage> PageAsync(Func<Task<ListPage>> ask)
    {
        ListPage? page = null;
        StoreProblem? problem = await TryAsync(
            async () =>
            {
                page = await ask().WaitAsync(deadline);
                return page.IsExpired ? null : page.Problem;
            });
        return problem is null ? page! : ListPage.Failed(problem);
    }

    /// <summary>Asks until there is no problem, or no patience is left.</summary>
    public async Task<StoreProblem?> TryAsync(Func<Task<StoreProblem?>> ask)
    {
        try
        {
            for (int attempt = 1; ; attempt++)
            {
                await _patience.WaitForTurnAsync(deadline);
                deadline.ThrowIfCancellationRequested();
                if (_stop is { } stopped)
                {
                    return stopped;
                }

                if (await ask() is not { } problem)
                {
                    return null;
                }

                if (!await _patience.WaitAfterAsync(problem, attempt, deadline))
                {
                    // The next question would end the same way, after the same waits.
                    _stop = problem.IsStoreWide ? problem : _stop;
                    return problem;
                }
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return OutOfTime;
        }
        catch (Exception error)
        {
            // Its message may hold anything; its type does not.
            return new StoreProblem(Verdict.Unreachable, $"asking failed unexpectedly ({error.GetType().Name})", "this is a fault of SecretGuard: please report it");
        }
    }
}
