using SecretGuard.Inventories;
using SecretGuard.Stores.Values;

namespace SecretGuard.Stores.Writing;

/// <summary>Makes the next value of a secret out of the one that stands: new where the rule says so, and as it is in all other fields.</summary>
/// <param name="rule">What is new of it.</param>
public sealed class ValueRenewal(DeclaredGeneration rule)
{
    /// <summary>Why the rule does not go with what stands, for people; null where it does.</summary>
    /// <param name="standing">The value that stands; null where none does.</param>
    public string? Misfit(SecretValue? standing)
    {
        if (standing is null)
        {
            return null;
        }

        IReadOnlyDictionary<string, SecretValue> fields = ValueShape.Fields(standing);
        bool isOne = fields.Count == 1 && fields.ContainsKey(ValueShape.OnlyField);
        return rule.Fields.Count == 0 ? isOne ? null : $"it has the fields {Names(fields.Keys)}: say with 'field' which is new"
            : isOne && !Array.TrueForAll([.. rule.Fields], field => field == ValueShape.OnlyField) ? $"it is one value, without the field {Names(rule.Fields)}"
            : null;
    }

    /// <summary>What stands where the next value goes; null where nothing does.</summary>
    public SecretValue? Current(SecretValue? standing) =>
        standing is null || rule.Fields.Count == 0 ? standing : ValueShape.Fields(standing).TryGetValue(rule.Fields[0], out SecretValue? part) ? part : null;

    /// <summary>The next value.</summary>
    /// <param name="standing">The value that stands; null where none does.</param>
    /// <param name="given">The new part, where somebody else has made it; null to make it.</param>
    public SecretValue Next(SecretValue? standing, SecretValue? given)
    {
        if (rule.Fields.Count == 0)
        {
            return given ?? SecretValue.Of(ValueGenerator.Make(rule).Value);
        }

        var fields = new Dictionary<string, SecretValue>(standing is null ? new Dictionary<string, SecretValue>(StringComparer.Ordinal) : ValueShape.Fields(standing), StringComparer.Ordinal);
        foreach (string field in rule.Fields)
        {
            if (rule.Previous is { } previous && fields.TryGetValue(field, out SecretValue? before))
            {
                fields[previous] = before;
            }

            (string? made, string? publicPart) = given is null ? ValueGenerator.Make(rule) : (null, null);
            fields[field] = given ?? SecretValue.Of(made!);
            if (rule.PublicField is { } open && publicPart is not null)
            {
                fields[open] = SecretValue.Of(publicPart);
            }
        }

        return SecretValue.Of(fields);
    }

    /// <summary>What becomes of each part, for people: the field, empty for the whole, and what is done.</summary>
    /// <param name="standing">The value that stands; null where none does.</param>
    public IEnumerable<(string Field, string What)> Parts(SecretValue? standing)
    {
        if (rule.Fields.Count == 0)
        {
            yield return ("", rule.Words);
            yield break;
        }

        IReadOnlyDictionary<string, SecretValue> fields = standing is null ? new Dictionary<string, SecretValue>(StringComparer.Ordinal) : ValueShape.Fields(standing);
        foreach (string field in rule.Fields)
        {
            yield return (field, rule.Words);
        }

        if (rule.PublicField is { } open)
        {
            yield return (open, "its public part");
        }

        if (rule.Previous is { } previous)
        {
            yield return (previous, fields.ContainsKey(rule.Fields[0]) ? $"what is in '{rule.Fields[0]}' now" : "nothing yet");
        }

        foreach (string field in fields.Keys.Where(field => !rule.Fields.Contains(field, StringComparer.Ordinal) && field != rule.PublicField && (field != rule.Previous || !fields.ContainsKey(rule.Fields[0]))).Order(StringComparer.Ordinal))
        {
            yield return (field, "as it is");
        }
    }

    private static string Names(IEnumerable<string> fields) => string.Join(", ", fields.Order(StringComparer.Ordinal).Select(field => $"'{field}'"));
}
