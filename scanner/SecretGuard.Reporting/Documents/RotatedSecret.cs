namespace SecretGuard.Reporting;

/// <summary>One secret that is to be rotated.</summary>
/// <param name="Id">Its name in the declaration.</param>
/// <param name="Store">The store's name.</param>
/// <param name="Name">Its name in that store.</param>
/// <param name="Action">What is planned.</param>
public sealed record RotatedSecret(string Id, string Store, string Name, RotationAction Action)
{
    /// <summary>What becomes of each of its fields: the field, empty for the whole, and what is done.</summary>
    public IReadOnlyList<(string Field, string What)> Parts { get; init; } = [];

    /// <summary>Why, for people.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What became of it.</summary>
    public SyncState State { get; init; }

    /// <summary>The version that was there before; null where none was, or the store names none.</summary>
    public string? VersionBefore { get; init; }

    /// <summary>The version that is there now; null where the store names none.</summary>
    public string? VersionWritten { get; init; }

    /// <summary>The store's own command that goes back; empty where it has none. It holds no value.</summary>
    public string WayBack { get; init; } = "";

    /// <summary>What is to be done besides, by others: lines for people or for a shell.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>When its state was last seen.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>What is planned for a secret.</summary>
public enum RotationAction
{
    /// <summary>It is there, and gets its next value.</summary>
    Renew,

    /// <summary>It is not there yet, and gets its first value.</summary>
    Create,

    /// <summary>A command of the repository rotates it.</summary>
    Run,

    /// <summary>People do it.</summary>
    ByHand,

    /// <summary>It is not rotated.</summary>
    Refuse,

    /// <summary>Its store could not tell.</summary>
    CannotTell,
}
