namespace SecretGuard.Inventories;

/// <summary>How long one value of a secret may be in use, as its store is set.</summary>
/// <param name="Longest">The longest time; null where nobody says.</param>
/// <param name="Setting">What says so, for people: <c>'max_ttl' of database/roles/shop</c>.</param>
public sealed record ValueTerm(TimeSpan? Longest, string Setting)
{
    /// <summary>Whether everybody who asks is given a value of his own, which ends by itself; else the store changes the one that there is.</summary>
    public bool IsLease { get; init; }
}
