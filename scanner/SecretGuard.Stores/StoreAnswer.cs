using SecretGuard.Stores.Values;
using SecretGuard.Text;

namespace SecretGuard.Stores;

/// <summary>What a store said to one question. It holds no value, no token and no annotation.</summary>
/// <param name="Query">The question.</param>
/// <param name="Verdict">The answer.</param>
public sealed record StoreAnswer(SecretQuery Query, Verdict Verdict)
{
    /// <summary>What the store told beside.</summary>
    public SecretMetadata Metadata { get; init; } = SecretMetadata.None;

    /// <summary>Why, for people; empty where it is simply there.</summary>
    public string Cause { get; init; } = "";

    /// <summary>What to do, for people; empty where nothing is to be done.</summary>
    public string Advice { get; init; } = "";

    /// <summary>What else was seen and deserves to be known, for people.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The name in the store that was probably meant, where it is missing.</summary>
    public string? Nearest { get; init; }

    /// <summary>Why the store could not tell; null where it could.</summary>
    public StoreProblem? Problem { get; init; }

    /// <summary>What is known of the value; null where it was not read.</summary>
    public ValueFacts? Facts { get; init; }

    /// <summary>Why the value could not be read; null where it was, or was not to be.</summary>
    public StoreProblem? ValueProblem { get; init; }

    /// <summary>Why it is not to be written over, for people; null where it may be, or the value was not read.</summary>
    public string? WriteRefusal { get; init; }

    /// <summary>Whether a field is asked for and could not be looked for.</summary>
    public bool IsFieldUnchecked => Query.Property is { } name && Verdict == Verdict.Present && Metadata.Fields?.Has(name) is null;

    /// <summary>It is there; or lacks its field, where all of its fields are known.</summary>
    public static StoreAnswer Present(SecretQuery query, SecretMetadata metadata)
    {
        if (query.Property is not { } field || metadata.Fields is not { } fields || fields.Has(field) is not false)
        {
            return new StoreAnswer(query, Verdict.Present) { Metadata = metadata };
        }

        return new StoreAnswer(query, Verdict.FieldMissing)
        {
            Metadata = metadata,
            Cause = fields.Names.Count == 0 ? $"it has no field '{field}', nor any other" : $"it has no field '{field}'; it has {Listed(fields.Names)}",
            Advice = $"add the field, or correct the reference{NearestName.Hint(field, fields.Names)}",
            Nearest = NearestName.Find(field, fields.Names),
        };
    }

    /// <summary>There is nothing of this name.</summary>
    public static StoreAnswer Missing(SecretQuery query, string cause, string advice = "create it, or correct the name in the reference") =>
        new(query, Verdict.Missing) { Cause = cause, Advice = advice };

    private static string Listed(IReadOnlyList<string> names)
    {
        const int Most = 8;
        string listed = string.Join(", ", names.Take(Most).Select(name => $"'{name}'"));
        return names.Count > Most ? $"{listed} and {names.Count - Most} more" : listed;
    }
}
