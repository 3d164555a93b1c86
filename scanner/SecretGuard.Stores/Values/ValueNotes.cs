namespace SecretGuard.Stores.Values;

/// <summary>What a store keeps beside a value, for another store of its kind. Not a record, so that nothing prints it: people write anything there.</summary>
/// <param name="contentType">What the value is; null where nobody says.</param>
/// <param name="tags">Names and texts.</param>
internal sealed class ValueNotes(string? contentType, IReadOnlyDictionary<string, string> tags)
{
    /// <summary>What the value is; null where nobody says.</summary>
    public string? ContentType => contentType;

    /// <summary>Names and texts.</summary>
    public IReadOnlyDictionary<string, string> Tags => tags;
}
