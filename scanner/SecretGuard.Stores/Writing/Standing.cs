using SecretGuard.Stores.Values;

namespace SecretGuard.Stores.Writing;

/// <summary>What stands under a name in a store, at one time.</summary>
public sealed record Standing
{
    /// <summary>Nothing.</summary>
    public static Standing Absent { get; } = new();

    /// <summary>What tells this state from another: a version, or a digest under a key of the store's adapter. Null where there is nothing. Not for people.</summary>
    public string? Mark { get; init; }

    /// <summary>The store's name of the version; null where it has none.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it has no value: what was there was deleted, or none was ever put in.</summary>
    public bool IsHollow { get; init; }

    /// <summary>Why it is not to be written over, for people; null where it may be.</summary>
    public string? WriteRefusal { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Version is null ? Mark is null ? "nothing" : "a value" : $"version {Version}";
}

/// <summary>What was found under a name. Not a record, so that nothing prints it.</summary>
public sealed class StandingReply
{
    private StandingReply(Standing? standing, SecretValue? value, StoreProblem? problem) => (Standing, Value, Problem) = (standing, value, problem);

    /// <summary>What stands there; null where there is a problem.</summary>
    public Standing? Standing { get; }

    /// <summary>Its value; null where nothing is there, or what is there was deleted.</summary>
    public SecretValue? Value { get; }

    /// <summary>Why nothing is known.</summary>
    public StoreProblem? Problem { get; }

    /// <summary>It was found.</summary>
    public static StandingReply Of(Standing standing, SecretValue? value) => new(standing, value, null);

    /// <summary>It could not be looked at.</summary>
    public static StandingReply Failed(StoreProblem problem) => new(null, null, problem);
}
