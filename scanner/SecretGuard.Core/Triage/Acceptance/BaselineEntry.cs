namespace SecretGuard.Triage;

/// <summary>What somebody decided about an old secret: that it is accepted until it is gone or a day is past, or that it is real and must go.</summary>
/// <param name="Fingerprint">Which secret.</param>
public sealed record BaselineEntry(Fingerprint Fingerprint)
{
    /// <summary>Who will deal with it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The last day on which it is accepted, null for no end, or <see cref="OnNoDay"/>.</summary>
    public DateTime? Expires { get; init; }

    /// <summary>Why, or null: nobody has looked at it.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it speaks of what only the history holds: it accepts nothing in a file, where the secret would be a new one.</summary>
    public bool IsOfHistory { get; init; }

    /// <summary>The expiry of a secret that was looked at and is real: it is the earliest, so that it wins in every merge.</summary>
    public static DateTime OnNoDay => DateTime.MinValue;

    /// <summary>Whether somebody looked at it and it is real. It accepts nothing, where there is no clock either; the decision stays until the secret is gone.</summary>
    public bool IsReal => Expires == OnNoDay;

    /// <summary>Whether it accepts its secret on a day; null where there is no clock: nothing expires then.</summary>
    public bool HoldsOn(DateTime? today) => !IsReal && (Expires is null || today is null || Expires >= today);

    /// <summary>Whether it was accepted until a day that is past.</summary>
    public bool HasExpiredOn(DateTime? today) => !IsReal && !HoldsOn(today);
}
