namespace SecretGuard.DetectSecrets.Arguments;

/// <summary>A wrong command line: usage and message go to standard error, and the exit code is 2, or 1 where detect-secrets' is.</summary>
public sealed class CommandLineException : Exception
{
    internal CommandLineException(CommandSpec command, string message, int exitCode = 2)
        : base(message)
    {
        Command = command.Name;
        Usage = command.Usage();
        ExitCode = exitCode;
    }

    /// <summary>The words of the command.</summary>
    public string Command { get; }

    /// <summary>How it is used, in whole lines.</summary>
    public string Usage { get; }

    /// <summary>What the command ends with.</summary>
    public int ExitCode { get; }
}
