namespace SecretGuard.Triage;

/// <summary>An old secret that somebody accepted until it is gone.</summary>
/// <param name="Fingerprint">Which secret.</param>
public sealed record BaselineEntry(Fingerprint Fingerprint)
{
    /// <summary>Who will deal with it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The last day on which it is accepted, or null.</summary>
    public DateTime? Expires { get; init; }

    /// <summary>Why, or null: nobody has looked at it.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it still holds on a day.</summary>
    public bool HoldsOn(DateTime today) => Expires is null || Expires >= today;
}
