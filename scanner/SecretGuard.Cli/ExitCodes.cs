namespace SecretGuard.Cli;

/// <summary>Exit codes of every command but the detect-secrets ones, which keep their own.</summary>
internal static class ExitCodes
{
    /// <summary>Everything was looked at, and nothing counts.</summary>
    public const int Clean = 0;

    /// <summary>There are findings.</summary>
    public const int Findings = 1;

    /// <summary>The command line or the configuration is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Something could not be looked at, and nothing was found in the rest.</summary>
    public const int Incomplete = 3;

    /// <summary>Stopped by the user (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
