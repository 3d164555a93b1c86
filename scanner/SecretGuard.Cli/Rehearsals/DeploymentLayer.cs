using SecretGuard.Cli.Projects;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Rehearsals;

/// <summary>What deployments need: that the secrets are there, rotated on time, and readable by who uses them. By the files and the lock of the repository; no store is asked.</summary>
/// <param name="project">The repository.</param>
internal sealed class DeploymentLayer(Project project) : ILayer
{
    public IEnumerable<Verdict> Try(Rehearsal rehearsal)
    {
        bool isLocked = File.Exists(Path.Combine(rehearsal.Project, LockFormat.FileName)), isDeclared = project.Settings.Declaration.Secrets.Count > 0;
        yield return isLocked ? Run(rehearsal, "verify", "verify", "--offline")
            : new Verdict("verify", LayerState.NotSetUp, $"there is no {LockFormat.FileName}: secretguard lock");
        yield return !isDeclared ? new Verdict("rotation", LayerState.NotSetUp, "secretguard.yml declares no secrets: secretguard inventory init")
            : isLocked ? Run(rehearsal, "rotation", "rotation", "due", "--offline")
            : new Verdict("rotation", LayerState.NotSetUp, $"there is no {LockFormat.FileName}: secretguard lock");
        yield return isDeclared ? Run(rehearsal, "access", "access", "--check")
            : new Verdict("access", LayerState.NotSetUp, "secretguard.yml declares no secrets: secretguard inventory init");
    }

    private static Verdict Run(Rehearsal rehearsal, string layer, params string[] words)
    {
        Performance run = rehearsal.ToolInProject(words);
        string line = $"secretguard {string.Join(' ', words)}";
        return run.ExitCode switch
        {
            ExitCodes.Clean => new Verdict(layer, LayerState.Holds, line),
            ExitCodes.Findings => new Verdict(layer, LayerState.Fails, $"{line} — says what is wrong"),
            _ => new Verdict(layer, LayerState.Unproven, $"{line} — ends with {run.ExitCode}: {run.LastLine}"),
        };
    }
}
