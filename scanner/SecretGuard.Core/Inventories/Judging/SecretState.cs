namespace SecretGuard.Inventories;

/// <summary>What is known of a secret where it is kept, by a store's answer or by a lock.</summary>
/// <param name="Name">How it is there: the name of a verdict, one of <see cref="SecretStates"/>.</param>
public sealed record SecretState(string Name)
{
    /// <summary>Why, for people; empty where it is simply there.</summary>
    public string Cause { get; init; } = "";

    /// <summary>What to do, for people; empty where nothing is to be done.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Where it is, for people; empty where nobody says.</summary>
    public string Place { get; init; } = "";

    /// <summary>When it last got a new value.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>When it stops to be valid.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>When its store itself is to put a new value in its place.</summary>
    public DateTimeOffset? NextRotation { get; init; }

    /// <summary>How long its store lets one value of it be in use.</summary>
    public ValueTerm? Term { get; init; }
}
