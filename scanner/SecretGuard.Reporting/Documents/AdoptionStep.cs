namespace SecretGuard.Reporting;

/// <summary>One step on the way of a secret from a file into a store.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Target">What is written to: a name in a store, a file.</param>
/// <param name="Action">What is planned.</param>
public sealed record AdoptionStep(AdoptionStepKind Kind, string Target, AdoptionAction Action)
{
    /// <summary>What comes there, for people; empty where nothing does.</summary>
    public string What { get; init; } = "";

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

    /// <summary>When its state was last seen.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether something is to be done.</summary>
    public bool Acts => Action is AdoptionAction.Create or AdoptionAction.Update or AdoptionAction.Declare or AdoptionAction.Rewrite;
}

/// <summary>The steps, in their order: what comes later needs what comes before.</summary>
public enum AdoptionStepKind
{
    /// <summary>The value goes into the store.</summary>
    Store,

    /// <summary>The secret is declared.</summary>
    Declaration,

    /// <summary>The file refers to it.</summary>
    Reference,
}

/// <summary>What is planned for a step.</summary>
public enum AdoptionAction
{
    /// <summary>It is not in the store yet.</summary>
    Create,

    /// <summary>Something else is in the store, and is replaced.</summary>
    Update,

    /// <summary>It is declared.</summary>
    Declare,

    /// <summary>The file gets a reference in the place of the value.</summary>
    Rewrite,

    /// <summary>It is so already.</summary>
    Keep,

    /// <summary>People do it.</summary>
    ByHand,

    /// <summary>It is not done, nor is anything after it.</summary>
    Refuse,

    /// <summary>The store could not tell.</summary>
    CannotTell,
}
