namespace SecretGuard.Inventories;

/// <summary>How a secret stands to its rotation on one day.</summary>
/// <param name="Status">How.</param>
public sealed record RotationOutlook(RotationStatus Status)
{
    /// <summary>When it last got a new value; null where nobody knows.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>By when it is to get the next one; null where nobody says.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When all grace ends; null where there is none.</summary>
    public DateTimeOffset? GraceEnds { get; init; }
}

/// <summary>How a secret stands to its rotation.</summary>
public enum RotationStatus
{
    /// <summary>It is not to be changed yet.</summary>
    Fresh,

    /// <summary>It is to be changed soon.</summary>
    Due,

    /// <summary>It should have been changed, and may still be for some time.</summary>
    Late,

    /// <summary>It should have been changed, beyond all grace.</summary>
    Overdue,

    /// <summary>Nobody knows when it was changed.</summary>
    Unknown,

    /// <summary>People decide when it changes.</summary>
    Manual,

    /// <summary>Its store changes it.</summary>
    ByStore,

    /// <summary>Nobody says that it is to be changed.</summary>
    Undeclared,
}
