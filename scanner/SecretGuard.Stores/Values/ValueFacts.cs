namespace SecretGuard.Stores.Values;

/// <summary>What is known of a value that was read and let go. Nothing of it can be turned back into the value.</summary>
public sealed record ValueFacts
{
    /// <summary>Nothing but fields is known.</summary>
    internal static IReadOnlyDictionary<string, ValueFacts> NoFields { get; } = new Dictionary<string, ValueFacts>(StringComparer.Ordinal);

    /// <summary>An HMAC of the whole under a key of this run alone: equal values of one run have equal digests. Null where the store keeps only fields.</summary>
    public string? Digest { get; init; }

    /// <summary>The same without blanks and line ends at its end.</summary>
    public string? TrimmedDigest { get; init; }

    /// <summary>Whether there is nothing but blanks.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Whether it stands for a value that nobody has filled in.</summary>
    public bool IsPlaceholder { get; init; }

    /// <summary>How many characters it has; of bytes that are no text, how many bytes.</summary>
    public int Length { get; init; }

    /// <summary>Whether it has bytes that are no text.</summary>
    public bool IsNoText { get; init; }

    /// <summary>Whether it, or a field of it, has bytes that are no text.</summary>
    public bool HasNoText => IsNoText || Fields.Values.Any(inner => inner.IsNoText);

    /// <summary>How many characters all of it has at least, where it is kept as one value.</summary>
    public long LeastLength => Digest is null ? Fields.Sum(inner => (long)inner.Key.Length + inner.Value.Length) : Length;

    /// <summary>How many random bits a value of these characters has at most.</summary>
    public int Bits { get; init; }

    /// <summary>When what it holds ends: a certificate, a token that says so.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Why it is not of a type, for people, by the type's name in <c>secretguard.yml</c>; a type that is not here fits.</summary>
    public IReadOnlyDictionary<string, string> Misfits { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Digests of what an address or a connection string holds, as <see cref="TrimmedDigest"/>: user, password and whatever else has a name there.</summary>
    public IReadOnlyList<string> PartDigests { get; init; } = [];

    /// <summary>All digests under which something of it could be met.</summary>
    public IEnumerable<string> AllDigests => [.. TrimmedDigest is null ? [] : new[] { TrimmedDigest }, .. PartDigests, .. Fields.Values.SelectMany(inner => inner.AllDigests)];

    /// <summary>What is inside, by name: the store's fields, the members of a JSON object (<c>outer.inner</c> within others).</summary>
    public IReadOnlyDictionary<string, ValueFacts> Fields { get; init; } = NoFields;

    /// <summary>Whether both are of the same value, whichever way their stores keep it: a text, or a text in the only field; a JSON object, or its fields.</summary>
    /// <param name="other">Facts of the same run.</param>
    public bool IsSameAs(ValueFacts other)
    {
        (ValueFacts one, ValueFacts two) = (Only(this), Only(other));
        return one.Digest is not null && two.Digest is not null ? one.Digest == two.Digest
            : one is { Digest: null, IsEmpty: true } && two is { Digest: null, IsEmpty: true } ? one.Fields.Count + two.Fields.Count == 0
            : one.OuterFields() is var ours && two.OuterFields() is var theirs && ours.Count > 0 && ours.Count == theirs.Count
                && ours.All(field => theirs.TryGetValue(field.Key, out ValueFacts? same) && same.Digest == field.Value.Digest);
    }

    private static ValueFacts Only(ValueFacts facts) => facts.Digest is null && facts.Fields.Count == 1 && facts.Fields.TryGetValue("value", out ValueFacts? only) ? only : facts;

    /// <summary>The fields without those that are within others.</summary>
    private Dictionary<string, ValueFacts> OuterFields() => Fields
        .Where(field => Digest is null || field.Key.LastIndexOf('.') is var dot && (dot < 0 || !Fields.ContainsKey(field.Key[..dot])))
        .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
}
