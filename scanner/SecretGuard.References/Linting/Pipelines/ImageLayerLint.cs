using SecretGuard.References.Docker;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Secrets that a step of a build mounts, which are in no layer, and that it then writes into a file, which is.</summary>
internal sealed class ImageLayerLint : ILint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.ImageCopy];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!DockerfileExtractor.IsDockerfile(text.Source) || !text.Source.Text.Contains("type=secret", StringComparison.Ordinal))
        {
            return;
        }

        foreach (DockerInstruction instruction in DockerInstruction.In(text.Source).Where(instruction => instruction.Name == "RUN"))
        {
            DockerMount[] mounts = [.. DockerMount.In(instruction.Text)];
            if (Array.Exists(mounts, mount => mount.Type == "secret") && RunScript.Of(text.Source, instruction.At, instruction.Word, instruction.At + instruction.Text.Length) is { } run)
            {
                LookAt(ShellScript.Read(run), mounts, found);
            }
        }
    }

    private static void LookAt(ShellScript script, DockerMount[] mounts, LintFindings found)
    {
        var mounted = new MountedSecrets(script, mounts);
        string[] gone = [.. mounts.Select(mount => mount.Type == "secret" ? mount.SecretFile : mount.Type is "cache" or "tmpfs" ? mount.Target : null).OfType<string>(), "/dev", "/proc", "/sys", "/run/secrets"];
        foreach (LayerWrite write in LayerWrite.In(script, mounted))
        {
            if (!Array.Exists(gone, folder => LayerWrite.Holds(folder, write.File)) && !script.Commands.Any(write.IsUndoneBy))
            {
                found.Add(PipelineRules.ImageCopy, write.At.Location, $"RUN {write.Program} {write.File}", "the secret is mounted and in no layer, but what is written there is, also where a later step removes it; mount it where it is looked for ('target=…') or give it to the one command that needs it");
            }
        }
    }
}
