namespace SecretGuard.Cli.CommandLine;

/// <summary>What a command scans: which options can narrow it depends on that.</summary>
internal enum ScanScope
{
    /// <summary>The paths that are named.</summary>
    Paths,

    /// <summary>
    /// The whole project, of whose findings the command chooses: with fewer rules, what the best of them would have found falls to the next, and with
    /// fewer files, not every place of a secret is known.
    /// </summary>
    WholeProject,

    /// <summary>A history: it has no ignored files and no archives, and its own ways to say which part.</summary>
    History,

    /// <summary>What a commit or a push brings: the command says itself which files those are.</summary>
    Hook,

    /// <summary>References: no rules for secrets apply, and every file counts.</summary>
    References,

    /// <summary>What secretguard.yml says, and nothing else.</summary>
    Settings,

    /// <summary>What secretguard.yml declares: no file is read at all.</summary>
    Declaration,
}
