using System.Text;
using SecretGuard.Detection.Names;
using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;

namespace SecretGuard.Cli.Verifying.Values;

/// <summary>Judges what is known of one value. Reasons quote names, never the value.</summary>
internal static class ValueJudge
{
    /// <summary>Kinds of fields that Kubernetes knows by their names.</summary>
    private static readonly Dictionary<string, string> KnownFields = new(StringComparer.Ordinal) { [".dockerconfigjson"] = "dockerconfigjson", ["tls.crt"] = "pem", ["tls.key"] = "pem" };

    /// <summary>What is wrong with a value, by what is declared of it.</summary>
    public static IEnumerable<(Rule Rule, string Reason)> Judge(StoreAnswer answer, DeclaredSecret? secret)
    {
        if (answer.Verdict != Verdict.Present || FactsOf(answer) is not { } facts)
        {
            yield break;
        }

        if (facts.IsEmpty)
        {
            yield return (ReferenceRules.WithoutValue, "its value is empty");
            yield break;
        }

        if (secret?.Value is not null && answer.Query.Property is null && facts.Digest is null)
        {
            yield return (ReferenceRules.Malformed, $"it has the fields {string.Join(", ", facts.Fields.Keys.Order(StringComparer.Ordinal))}, and is declared to be one value");
        }

        foreach ((string name, ValueFacts inner) in answer.Query.Property is { } asked ? [(asked, facts)] : Parts(facts, secret))
        {
            if (inner.IsPlaceholder && (name.Length == 0 || SaysSecret(answer, name)))
            {
                yield return (ReferenceRules.Placeholder, $"{Of(answer, name)} stands for a value that nobody has filled in");
                continue;
            }

            DeclaredField? declared = name.Length == 0 ? secret?.Value : secret?.Fields.FirstOrDefault(field => field.Name == name);
            if ((declared?.Type ?? KnownFields.GetValueOrDefault(name)) is { } type && inner.Misfits.TryGetValue(type, out string? misfit))
            {
                yield return (ReferenceRules.Malformed, $"{Of(answer, name)} is to be of type '{type}': {misfit}");
            }

            if (declared is not null && inner.Length < declared.MinLength)
            {
                yield return (ReferenceRules.Weak, $"{Of(answer, name)} has fewer than the {declared.MinLength} characters that are declared");
            }
            else if (declared is not null && inner.Bits < declared.MinEntropy)
            {
                yield return (ReferenceRules.Weak, $"{Of(answer, name)} cannot have the {declared.MinEntropy} random bits that are declared");
            }
        }
    }

    /// <summary>What is known of the value that a question is about; null where nothing is.</summary>
    public static ValueFacts? FactsOf(StoreAnswer answer) =>
        answer.Facts is not { } facts ? null
        : answer.Query.Property is not { } property ? facts
        : facts.Fields.TryGetValue(property, out ValueFacts? inner) ? inner
        : facts.Digest is not null && facts.Fields.Count == 0 ? facts : null; // the store's own name for the field was asked for already

    /// <summary>Whether a field is one whose value nobody may know.</summary>
    public static bool SaysSecret(StoreAnswer answer, string field) =>
        NameJudge.SaysSecret(Encoding.UTF8.GetBytes(field))
        || (field is "value" or "secret" or "key" or "data" && NameJudge.SaysSecret(Encoding.UTF8.GetBytes(answer.Query.Name.Split('/')[^1])));

    /// <summary>The fields of a value, and what is declared to be one value besides as a whole.</summary>
    private static IEnumerable<(string Name, ValueFacts Facts)> Parts(ValueFacts facts, DeclaredSecret? secret)
    {
        IEnumerable<(string, ValueFacts)> whole = facts.Fields.Count == 0 || (secret?.Value is not null && facts.Digest is not null) ? [("", facts)] : [];
        return whole.Concat(facts.Fields.Select(field => (field.Key, field.Value)));
    }

    private static string Of(StoreAnswer answer, string field) => field.Length == 0 || field == answer.Query.Property ? "its value" : $"its field '{field}'";
}
