using SecretGuard.Stores.Values;

namespace SecretGuard.Stores.Verification;

/// <summary>Reads the values behind answers, each once, and keeps facts of them.</summary>
internal sealed class ValueReading(IValueStore store, ValueInspector inspector, Questioning questioning, int parallelism)
{
    /// <summary>Puts facts beside the answers of what is there; where a value could not be read, why. A field that could not be looked for is looked for now.</summary>
    public async Task AddAsync(StoreAnswer?[] answers)
    {
        IGrouping<SecretQuery, int>[] secrets = [.. Enumerable.Range(0, answers.Length)
            .Where(index => answers[index] is { Verdict: Verdict.Present, Query.Kind: SecretKind.Secret })
            .GroupBy(index => answers[index]!.Query with { Property = null })];
        await Parallel.ForEachAsync(secrets, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, parallelism) }, async (secret, _) =>
        {
            (ValueFacts? facts, string? refusal, StoreProblem? problem) = await questioning.ReadAsync(store, secret.Key, inspector);
            foreach (int index in secret)
            {
                answers[index] = facts is null ? answers[index]! with { ValueProblem = problem } : Judge(answers[index]!, facts) with { WriteRefusal = refusal };
            }
        });
    }

    private static StoreAnswer Judge(StoreAnswer answer, ValueFacts facts)
    {
        StoreAnswer told = answer with { Facts = facts };
        if (answer.Query.Property is not { } || answer.Metadata.Fields is { AreComplete: true })
        {
            return told;
        }

        FieldNames fields = new([.. facts.Fields.Keys.Order(StringComparer.Ordinal)], AreComplete: true);
        StoreAnswer judged = StoreAnswer.Present(answer.Query, answer.Metadata with { Fields = fields });
        return (judged.Verdict == Verdict.Present ? told with { Metadata = judged.Metadata } : judged with { Facts = facts }) with
        {
            Cause = judged.Verdict != Verdict.Present && fields.Names.Count == 0 && facts.Digest is not null ? $"its value is no JSON object, so that it has no field '{answer.Query.Property}'" : judged.Cause,
        };
    }
}
