using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Locking;

/// <summary>Makes the records of <c>secretguard.lock</c> of what stores said. What is on this machine alone is left out: it is another thing on the next one.</summary>
/// <param name="today">The day of the asking.</param>
internal sealed class LockMaker(DateTime today)
{
    /// <summary>The records: of stores with a name, and of the keys and variables that they answer to.</summary>
    /// <param name="plans">The plans of all environments.</param>
    /// <param name="judged">What was said to their questions.</param>
    /// <param name="before">The records of the last time: they stay where a store did not answer now.</param>
    public IReadOnlyList<LockRecord> Make(IReadOnlyList<QuestionPlan> plans, IReadOnlyList<Judged> judged, IReadOnlyList<LockRecord> before)
    {
        var records = new List<LockRecord>();
        foreach (Judged one in judged.Where(one => IsNamed(one.Answer.Place)))
        {
            LockRecord record = Of(one);
            if (!one.Answer.Best.Verdict.CannotTell())
            {
                records.Add(record);
            }
            else if ((before.FirstOrDefault(record.IsAbout) ?? before.FirstOrDefault((record with { Field = null }).IsAbout)) is { } old)
            {
                records.Add(old);
            }
        }

        foreach (QuestionPlan plan in plans)
        {
            records.AddRange(Keys(plan, judged, before));
        }

        return [.. records.Distinct()];
    }

    /// <summary>The record that a question is about, with nothing said yet.</summary>
    public static LockRecord About(string environment, Place place) => new(environment, place.Store.Declared.Name, QualifiedNames.WordOf(place.Query.Kind), place.Query.Name) { Field = place.Query.Property };

    /// <summary>Whether a store is one that others can ask too.</summary>
    public static bool IsNamed(Place place) => place.Store.Declared.Name.Length > 0;

    private LockRecord Of(Judged one)
    {
        SecretMetadata metadata = one.Answer.Best.Metadata;
        TimeSpan? every = one.Secret?.Rotation?.Period;
        DateTimeOffset? changed = metadata.Term?.Longest <= every ? null : AnswerJudge.Changed(metadata); // what its store changes in time is another on the day of the build
        LockRecord about = About(one.Answer.Question.Environment, one.Answer.Place);
        return about with
        {
            Field = one.Answer.Best.IsFieldUnchecked ? null : about.Field, // a record of a field says that its store told of it
            Id = one.Secret?.Id,
            State = one.Answer.Best.Verdict.Name(),
            Version = one.Answer.Question.Places[0].Query.Version ?? metadata.Version,
            Updated = changed?.UtcDateTime.Date,
            Expires = metadata.Expires?.UtcDateTime.Date,
            Due = every is { } period ? changed?.Add(period).UtcDateTime.Date : metadata.NextRotation?.UtcDateTime.Date,
            Asked = today,
        };
    }

    /// <summary>Keys of the configuration and variables, with the worst of what their ways end in, and the soonest of its days: a build knows no other record of them.</summary>
    private IEnumerable<LockRecord> Keys(QuestionPlan plan, IReadOnlyList<Judged> judged, IReadOnlyList<LockRecord> before)
    {
        ILookup<InventoryRecord?, Judged> answers = judged.Where(one => one.Answer.Question.Environment == plan.Environment && one.Answer.Question.Record is not null).ToLookup(one => one.Answer.Question.Record);
        foreach (IGrouping<(string Store, string Name), InventoryRecord> key in plan.Records
            .Where(record => record.Reference is { IsSecret: true, Store: StoreTypes.Configuration or StoreTypes.Environment, Kind: ReferenceKinds.Configuration or ReferenceKinds.Variable } reference && !reference.Name.Contains('*', StringComparison.Ordinal))
            .GroupBy(record => (record.Reference.Store, record.Reference.Name)))
        {
            InventoryRecord[] ends = [.. key.SelectMany(plan.EndsOf).Distinct()];
            Judged[] said = [.. ends.SelectMany(end => answers[end]).Where(one => IsNamed(one.Answer.Place))];
            bool isBroken = plan.Broken.Any(broken => ends.Contains(broken.Record));
            var record = new LockRecord(plan.Environment, key.Key.Store, ReferenceKinds.Key, key.Key.Name) { Id = said.Select(one => one.Secret?.Id).FirstOrDefault(id => id is not null), Asked = today };
            if (Array.Exists(said, one => one.Answer.Best.Verdict.CannotTell()))
            {
                if (before.FirstOrDefault(record.IsAbout) is { } old)
                {
                    yield return old;
                }
            }
            else if (isBroken || said.Length > 0)
            {
                LockRecord[] dated = [.. said.Select(Of)];
                LockRecord? soonest = dated.Where(end => end.Due is not null).OrderBy(end => end.Due).FirstOrDefault();
                yield return record with
                {
                    State = isBroken ? LockRecord.Missing : said.Select(one => one.Answer.Best.Verdict).Max().Name(),
                    Updated = soonest?.Updated,
                    Expires = dated.Min(end => end.Expires),
                    Due = soonest?.Due,
                };
            }
        }
    }
}
