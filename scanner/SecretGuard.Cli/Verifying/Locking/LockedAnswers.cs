using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Locking;

/// <summary>Answers questions from <c>secretguard.lock</c>: what the stores said when they were last asked.</summary>
/// <param name="records">The lock.</param>
/// <param name="today">The day that expiries are judged by.</param>
internal sealed class LockedAnswers(IReadOnlyList<LockRecord> records, DateTimeOffset today) : IKnownAnswers
{
    private static readonly Dictionary<string, Verdict> States = Enum.GetValues<Verdict>().ToDictionary(verdict => verdict.Name(), StringComparer.Ordinal);

    private readonly ILookup<(string, string, string, string, string?), LockRecord> _records = records.ToLookup(record => (record.Environment, record.Store, record.Kind, record.Name, record.Field));

    /// <summary>The answer to a question about one place; null where its store has no name, and so is not in the lock.</summary>
    public StoreAnswer? Of(string environment, Place place)
    {
        if (!LockMaker.IsNamed(place))
        {
            return null;
        }

        LockRecord about = LockMaker.About(environment, place);
        if ((Find(about) ?? Find(about with { Field = null })) is not { } record)
        {
            return new StoreProblem(Verdict.Unreachable, $"{LockFormat.FileName} does not hold it", "run 'secretguard lock' where the store can be asked").Answer(place.Query);
        }

        SecretState state = SecretStates.Of(record, today);
        return new StoreAnswer(place.Query, States.GetValueOrDefault(state.Name, Verdict.Unreachable))
        {
            Metadata = new SecretMetadata
            {
                Version = record.Version,
                Updated = state.Changed,
                Expires = state.Expires,
                NextRotation = state.NextRotation,
                Fields = record.Field is { } field ? new FieldNames([field], AreComplete: false) : null,
            },
            Cause = state.Cause,
            Advice = state.Advice,
        };
    }

    private LockRecord? Find(LockRecord about) => _records[(about.Environment, about.Store, about.Kind, about.Name, about.Field)].FirstOrDefault();
}
