namespace SecretGuard.Reporting;

/// <summary>One name of two stores.</summary>
/// <param name="Name">What people call it: its id in the declaration, else its name in the first store.</param>
/// <param name="From">Its name in the first store; empty where that has none for it.</param>
/// <param name="To">Its name in the second; empty likewise.</param>
/// <param name="State">How they compare.</param>
public sealed record ComparedSecret(string Name, string From, string To, ComparedState State)
{
    /// <summary>Why, or how they differ, for people; empty where nothing is to be said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Which of two different ones is newer: <c>from</c>, <c>to</c>; null where the stores do not say.</summary>
    public string? Newer { get; init; }

    /// <summary>When the first was last changed.</summary>
    public DateTimeOffset? FromChanged { get; init; }

    /// <summary>When the second was.</summary>
    public DateTimeOffset? ToChanged { get; init; }
}

/// <summary>How a secret of two stores compares.</summary>
public enum ComparedState
{
    /// <summary>Both have the same value.</summary>
    Same,

    /// <summary>They have different ones.</summary>
    Different,

    /// <summary>Only the first has it.</summary>
    OnlyInFrom,

    /// <summary>Only the second has it.</summary>
    OnlyInTo,

    /// <summary>None has it.</summary>
    InNeither,

    /// <summary>A store could not tell.</summary>
    CannotTell,
}
