using SecretGuard.Cli.Projects;
using SecretGuard.Reporting;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Rotating;

/// <summary>Shows the steps of a runbook one by one, and goes on when the user has done one.</summary>
/// <param name="root">The folder that runbooks are relative to.</param>
internal sealed class RunbookWalk(string root)
{
    /// <summary>Whether somebody is there who can do the steps.</summary>
    public static bool IsPossible => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>The steps that a target's runbook names; none where it has none, or it cannot be read.</summary>
    public IReadOnlyList<string> StepsOf(RotationTarget target) =>
        target.Secret.Rotation?.Runbook is { } runbook && Path.GetFullPath(runbook.Path, root) is var path && File.Exists(path)
            ? Runbook.StepsOf(Project.ReadText(path), target.Secret.Id) : [];

    /// <summary>Walks through the steps. What they do, the store is asked afterwards.</summary>
    /// <returns>Whether the user came to the end.</returns>
    public static bool Walk(RotationTarget target, IReadOnlyList<string> steps)
    {
        Console.Error.WriteLine($"{VisibleText.Of(target.Secret.Id)}: {target.Secret.Rotation!.Runbook!.Path}; Enter after each step, 'q' and Enter to stop");
        for (int i = 0; i < steps.Count; i++)
        {
            Console.Error.WriteLine($"{i + 1}/{steps.Count} {string.Join(Environment.NewLine, steps[i].Split('\n').Select(VisibleText.Of))}");
            if (Console.In.ReadLine() is not { } typed || typed.Trim() is "q" or "Q")
            {
                return false;
            }
        }

        return true;
    }
}
