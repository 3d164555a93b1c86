namespace SecretGuard.Stores.Writing;

/// <summary>How one attempt to write ended.</summary>
public sealed record WriteReply
{
    /// <summary>Something else stood there than was expected, and nothing was written.</summary>
    public static WriteReply Changed { get; } = new() { IsChanged = true };

    /// <summary>Whether the store said that it is written.</summary>
    public bool IsWritten { get; private init; }

    /// <summary>Whether something else stood there.</summary>
    public bool IsChanged { get; private init; }

    /// <summary>The version that was written; null where the store names none.</summary>
    public string? Version { get; private init; }

    /// <summary>What came between and could not be kept from it, for people; empty where nothing did, or the store does not tell.</summary>
    public string Between { get; private init; } = "";

    /// <summary>Why nobody knows, or why the store did not take it; null where it did.</summary>
    public StoreProblem? Problem { get; private init; }

    /// <summary>It is written.</summary>
    public static WriteReply Written(string? version, string between = "") => new() { IsWritten = true, Version = version, Between = between };

    /// <summary>It ended with a problem.</summary>
    public static WriteReply Failed(StoreProblem problem) => new() { Problem = problem };
}
