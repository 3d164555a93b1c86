namespace SecretGuard.DetectSecrets;

/// <summary>All that a command needs from outside.</summary>
/// <param name="Console">Where it reads and writes.</param>
/// <param name="Clock">What time it is.</param>
public sealed record Surroundings(ToolConsole Console, TimeProvider Clock)
{
    /// <summary>Opens the workspace of a folder: the current one, or that of <c>-C</c>.</summary>
    /// <exception cref="UnsupportedUseException">There is no such folder.</exception>
    public required Func<string, IWorkspace> Open { get; init; }

    /// <summary>SecretGuard's own rules for a folder, with what its <c>secretguard.yml</c> says.</summary>
    /// <exception cref="UnsupportedUseException">That file is wrong.</exception>
    public required Func<string, Engine> Rules { get; init; }

    /// <summary>A variable of the environment, or null.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Whether the user wants to know how much was looked at.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>How this tool was started, for launchers: a program and its first arguments.</summary>
    public required IReadOnlyList<string> Invocation { get; init; }

    /// <summary>Says something on standard error that the user should know.</summary>
    public void Warn(string message) => Console.Error.WriteLine($"secretguard: {message}");
}
