namespace SecretGuard.Inventories;

/// <summary>Where values stand that a template makes a name of. They say more of a reference and are no part of what it is: any two of them are equal.</summary>
/// <param name="places">Paths with lines, <c>chart/values.yaml:3</c>.</param>
public sealed class NamePlaces(IReadOnlyList<string> places) : IEquatable<NamePlaces>
{
    /// <summary>Of a name that stands where it is used.</summary>
    public static NamePlaces None { get; } = new([]);

    /// <summary>They.</summary>
    public IReadOnlyList<string> Places { get; } = places;

    /// <summary>These and others.</summary>
    public NamePlaces With(IEnumerable<NamePlaces> others) => new([.. Places.Concat(others.SelectMany(other => other.Places)).Distinct(StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public bool Equals(NamePlaces? other) => other is not null;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NamePlaces);

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary><c>a.yaml:1 and b.yaml:2</c>; empty for none.</summary>
    public override string ToString() => Places.Count < 2 ? string.Concat(Places) : $"{string.Join(", ", Places.Take(Places.Count - 1))} and {Places[Places.Count - 1]}";
}
