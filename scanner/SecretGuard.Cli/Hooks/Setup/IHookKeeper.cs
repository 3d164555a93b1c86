namespace SecretGuard.Cli.Hooks.Setup;

/// <summary>One of the ways in which repositories keep their hooks.</summary>
internal interface IHookKeeper
{
    /// <summary>What <c>--using</c> calls it.</summary>
    string Name { get; }

    /// <summary>Where it keeps them, for people.</summary>
    string Place { get; }

    /// <summary>What is to be written so that a stage calls this tool. Throws a <see cref="UsageException"/> with a way out where somebody else's work would suffer.</summary>
    /// <param name="stage">The hook, as git calls it.</param>
    /// <param name="program">How this tool is called.</param>
    FileChange Add(string stage, string program);

    /// <summary>What is to be written so that nothing calls this tool any more that <see cref="Add"/> wrote.</summary>
    IEnumerable<FileChange> Remove();

    /// <summary>Whether a stage calls this tool.</summary>
    bool Has(string stage);

    /// <summary>What is left for the user to do once a stage is set up, or null.</summary>
    string? NextStep(string stage);
}
