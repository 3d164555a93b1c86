using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;

namespace SecretGuard.Cli.Verifying.Values;

/// <summary>What only two values together say: environments that share one, copies that do not follow. Digests of one run are compared.</summary>
internal static class ValueComparisons
{
    /// <summary>Values with fewer bits are equal by chance.</summary>
    private const int LeastBits = 24;

    /// <summary>What is wrong, by what was asked.</summary>
    public static ILookup<(string Environment, ISecretStore Store, SecretQuery Query), (Rule Rule, string Reason)> Of(IReadOnlyList<Answered> answers) =>
        Shared(answers).Concat(Drifted(answers)).Distinct().ToLookup(wrong => wrong.Key, wrong => wrong.Wrong);

    /// <summary>Whether the value that a question asks for is compared with that of one of these.</summary>
    public static Predicate<Question> With(IReadOnlyList<Question> questions)
    {
        ILookup<(Findings.Location, string?, string, string?), string> environments = questions.Where(one => one.Environment.Length > 0)
            .SelectMany(one => one.Places.Select(place => (Secret: SecretOf(one, place), one.Environment))).ToLookup(one => one.Secret, one => one.Environment);
        HashSet<(string, string, string?)> mirrored = [.. questions.Where(IsMirrored).SelectMany(one => one.Places.Select(place => CopiesOf(one, place)))];
        return one => one.Places.Any(place => (one.Environment.Length > 0 && environments[SecretOf(one, place)].Any(environment => environment != one.Environment))
            || (IsMirrored(one) && mirrored.Contains(CopiesOf(one, place))));
    }

    private static IEnumerable<((string, ISecretStore, SecretQuery) Key, (Rule, string) Wrong)> Shared(IReadOnlyList<Answered> answers)
    {
        var secrets = answers.Where(answer => answer.Question.Environment.Length > 0 && ValueJudge.FactsOf(answer.Best) is not null)
            .GroupBy(answer => SecretOf(answer.Question, answer.Place));
        foreach (IGrouping<(Findings.Location, string?, string, string?), Answered> secret in secrets)
        {
            foreach (IGrouping<string, (Answered Answer, string Digest)> equal in secret.SelectMany(Comparable).GroupBy(one => one.Digest, StringComparer.Ordinal))
            {
                (Answered Answer, string Digest)[] holders = [.. equal.DistinctBy(one => (one.Answer.Place.Store.Adapter, one.Answer.Place.Query.Name))];
                foreach ((Answered answer, _) in holders.Length > 1 ? holders : [])
                {
                    string others = string.Join(", ", holders.Select(one => one.Answer.Question.Environment).Where(name => name != answer.Question.Environment).Distinct(StringComparer.Ordinal));
                    if (others.Length > 0)
                    {
                        yield return (Key(answer), (ReferenceRules.Shared, $"{others} has the same value"));
                    }
                }
            }
        }
    }

    private static IEnumerable<((string, ISecretStore, SecretQuery) Key, (Rule, string) Wrong)> Drifted(IReadOnlyList<Answered> answers)
    {
        foreach (IGrouping<(string, string, string?), Answered> secret in answers.Where(answer => IsMirrored(answer.Question)).GroupBy(answer => CopiesOf(answer.Question, answer.Place)))
        {
            Answered? record = secret.FirstOrDefault(answer => !answer.Question.Secret!.Mirrors.Contains(answer.Place.Store.Declared.Name, StringComparer.Ordinal));
            foreach (Answered mirror in record is null ? [] : secret.Where(answer => answer != record))
            {
                if (ValueJudge.FactsOf(record!.Best) is { } here && ValueJudge.FactsOf(mirror.Best) is { } there && Difference(here, there) is { } difference)
                {
                    // A store of record that is new in a change is told of in the place of the old copy that does not follow it.
                    yield return mirror.Question.IsHelping && !record.Question.IsHelping
                        ? (Key(record), (ReferenceRules.Drifted, $"of the copy in '{mirror.Place.Store.Declared.Name}': {difference} than in '{record.Place.Store.Declared.Name}', the store of record"))
                        : (Key(mirror), (ReferenceRules.Drifted, $"{difference} than in '{record.Place.Store.Declared.Name}', the store of record"));
                }
            }
        }
    }

    /// <summary>How a copy differs; null where it does not, or nobody can tell.</summary>
    private static string? Difference(ValueFacts record, ValueFacts copy)
    {
        // One store keeps a text where another one keeps it in its only field.
        record = Only(record, copy);
        copy = Only(copy, record);
        if (record.Digest is not null && copy.Digest is not null)
        {
            return record.Digest == copy.Digest ? null : record.TrimmedDigest == copy.TrimmedDigest ? "it ends with other blanks or line ends" : "it is another value";
        }

        string[] different = [.. record.Fields.Where(field => copy.Fields.TryGetValue(field.Key, out ValueFacts? other) && other.TrimmedDigest != field.Value.TrimmedDigest).Select(field => $"'{field.Key}'")];
        string[] lacking = [.. record.Fields.Keys.Where(name => !copy.Fields.ContainsKey(name)).Select(name => $"'{name}'")];
        return different.Length > 0 ? $"it has another {string.Join(", ", different)}" : lacking.Length > 0 ? $"it lacks {string.Join(", ", lacking)} and is older or less" : null;
    }

    private static ValueFacts Only(ValueFacts facts, ValueFacts other) => facts.Digest is null && facts.Fields.Count == 1 && other.Digest is not null && other.Fields.Count == 0 ? facts.Fields.Values.First() : facts;

    /// <summary>What of an answer may be compared with other environments: secrets, and not what environments may have in common.</summary>
    private static IEnumerable<(Answered Answer, string Digest)> Comparable(Answered answer)
    {
        ValueFacts facts = ValueJudge.FactsOf(answer.Best)!;
        IEnumerable<ValueFacts> parts = answer.Place.Query.Property is { } property ? ValueJudge.SaysSecret(answer.Best, property) ? [facts] : []
            : facts.Fields.Count > 0 ? facts.Fields.Where(field => ValueJudge.SaysSecret(answer.Best, field.Key)).Select(field => field.Value) : [facts];
        return parts.Where(part => part is { TrimmedDigest: not null, IsPlaceholder: false } && part.Bits >= LeastBits).Select(part => (answer, part.TrimmedDigest!));
    }

    /// <summary>The same secret in several environments: the same declaration, or the same place in a file.</summary>
    private static (Findings.Location, string?, string, string?) SecretOf(Question question, Place place) =>
        (question.Location, question.Secret?.Id, place.Store.Declared.Name, place.Query.Property);

    private static bool IsMirrored(Question question) => question.Secret?.Mirrors.Count > 0;

    /// <summary>The same secret in several stores of one environment.</summary>
    private static (string, string, string?) CopiesOf(Question question, Place place) => (question.Environment, question.Secret!.Id, place.Query.Property);

    private static (string, ISecretStore, SecretQuery) Key(Answered answer) => (answer.Question.Environment, answer.Place.Store.Adapter, answer.Place.Query);
}
