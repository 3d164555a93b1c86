using SecretGuard.Stores.Values;

namespace SecretGuard.Stores.Verification;

/// <summary>Asks a store all questions: few at a time, by listing where that needs fewer calls, with patience, until a deadline.</summary>
/// <param name="options">How.</param>
public sealed class StoreVerifier(VerifierOptions options)
{
    /// <summary>Asks. Never throws for what a store does: each distinct question gets an answer, and one that was not asked is unreachable, not missing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="queries">The questions; those that say the same are asked once.</param>
    /// <param name="progress">Told of every answer as it comes; null for nobody.</param>
    /// <param name="cancellation">Ends the asking with what is known.</param>
    public async Task<VerificationReport> VerifyAsync(
        ISecretStore store, IEnumerable<SecretQuery> queries, IProgress<StoreAnswer>? progress = null, CancellationToken cancellation = default)
    {
        store.Forget();
        SecretQuery[] distinct = [.. queries.Distinct()];
        var answers = new StoreAnswer?[distinct.Length];
        long before = store.Calls, billedBefore = store.BilledCalls;

        using var limit = new CancellationTokenSource(options.Deadline, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var questioning = new Questioning(store, options, distinct.Length, either.Token, cancellation);
        Listing? listing = store is IListingStore lists ? new Listing(lists, questioning) : null;
        if (listing is not null)
        {
            await listing.MatchAsync(distinct, answers);
            Tell(answers, progress);
        }

        await AskOpenAsync(questioning, distinct, answers, progress);
        if (options.Values is { } inspector && store is IValueStore reader)
        {
            await new ValueReading(reader, inspector, questioning, options.Parallelism).AddAsync(answers);
        }

        if (listing is not null && options.SuggestNames)
        {
            await listing.SuggestAsync(answers);
        }

        return new VerificationReport(store.Type, store.Address, [.. answers.Select(answer => answer!)], store.Calls - before, store.Notices)
        {
            BilledCalls = store.BilledCalls - billedBefore,
            Asked = options.Time.GetUtcNow(),
        };
    }

    private static void Tell(StoreAnswer?[] answers, IProgress<StoreAnswer>? progress)
    {
        foreach (StoreAnswer? answer in answers)
        {
            if (answer is not null)
            {
                progress?.Report(answer);
            }
        }
    }

    private async Task AskOpenAsync(Questioning questioning, SecretQuery[] queries, StoreAnswer?[] answers, IProgress<StoreAnswer>? progress)
    {
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Clamp(queries.Length, 1, Math.Max(1, options.Parallelism))).Select(_ => WorkAsync()));

        async Task WorkAsync()
        {
            for (int i = Interlocked.Increment(ref next); i < queries.Length; i = Interlocked.Increment(ref next))
            {
                if (answers[i] is null)
                {
                    answers[i] = await questioning.AskAsync(queries[i]);
                    progress?.Report(answers[i]!);
                }
            }
        }
    }
}
