namespace SecretGuard.Reporting;

/// <summary>One secret that is to be copied.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="From">Its name where it is.</param>
/// <param name="To">Its name where it is to be.</param>
/// <param name="Action">What is planned.</param>
public sealed record SyncedSecret(string Name, string From, string To, SyncAction Action)
{
    /// <summary>Why, for people.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What became of it.</summary>
    public SyncState State { get; init; }

    /// <summary>The version that was there before; null where none was, or the store names none.</summary>
    public string? VersionBefore { get; init; }

    /// <summary>The version that was written; null where the store names none.</summary>
    public string? VersionWritten { get; init; }

    /// <summary>The store's own command that goes back; empty where it has none. It holds no value.</summary>
    public string WayBack { get; init; } = "";

    /// <summary>When its state was last seen.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>What is planned for a secret.</summary>
public enum SyncAction
{
    /// <summary>It is not there yet.</summary>
    Create,

    /// <summary>Something else is there that may be replaced.</summary>
    Update,

    /// <summary>It is there already, or need not be.</summary>
    Keep,

    /// <summary>It is not copied.</summary>
    Refuse,

    /// <summary>It must be copied and cannot be: nothing is copied then.</summary>
    Lacking,

    /// <summary>A store could not tell.</summary>
    CannotTell,
}

/// <summary>What became of a secret that was to be copied.</summary>
public enum SyncState
{
    /// <summary>Nothing yet: it is planned.</summary>
    Planned,

    /// <summary>It is being written: who reads this after an end does not know whether it was.</summary>
    Writing,

    /// <summary>It was written and reads back.</summary>
    Written,

    /// <summary>It was there already.</summary>
    AlreadyThere,

    /// <summary>Something was changed meanwhile: nothing was written.</summary>
    Changed,

    /// <summary>The store did not take it: what was there is there.</summary>
    Failed,

    /// <summary>Nobody knows whether it was written.</summary>
    Unknown,

    /// <summary>The run ended before it.</summary>
    NotReached,
}
