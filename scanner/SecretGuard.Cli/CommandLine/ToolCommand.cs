using System.CommandLine;

namespace SecretGuard.Cli.CommandLine;

/// <summary>A command with examples, which its help shows.</summary>
internal sealed class ToolCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Lines to type.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>Sets what the command does: it works in the calling thread, can be stopped, and returns its exit code.</summary>
    public void Does(Func<ParseResult, CancellationToken, int> action) =>
        SetAction((parsed, cancellation) => Task.FromResult(action(parsed, cancellation)));
}
