using SecretGuard.DetectSecrets.Arguments;
using SecretGuard.DetectSecrets.Lines;

namespace SecretGuard.DetectSecrets.Baselines;

/// <summary>A baseline on the disk.</summary>
/// <param name="Name">As the user wrote it.</param>
/// <param name="Path">As the workspace takes it.</param>
/// <param name="Baseline">What it holds.</param>
internal sealed record BaselineFile(string Name, string Path, SecretsBaseline Baseline)
{
    /// <summary>Reads the one that an option names; null where it names none.</summary>
    /// <exception cref="CommandLineException">It is no file.</exception>
    /// <exception cref="BaselineException">It is no baseline.</exception>
    public static BaselineFile? Of(ParsedArguments typed, IWorkspace workspace) => typed.Value(Grammar.Baseline) is not { } name ? null
        : workspace.IsFile(workspace.Normalize(name)) ? Read(name, workspace)
        : throw typed.Wrong(Grammar.Baseline, $"Invalid path: {name}");

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="BaselineException">It cannot be read, or is no baseline.</exception>
    public static BaselineFile Read(string name, IWorkspace workspace)
    {
        string path = workspace.Normalize(name);
        try
        {
            byte[] bytes = workspace.Read(path);

            // PowerShell's redirection writes UTF-16.
            var content = Detection.Content.FromBytes(bytes, bytes.Length, path);
            return new BaselineFile(name, path, BaselineReader.Read(FileText.Decode(content.Buffer.AsSpan(0, content.Length))));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BaselineException($"Unable to read baseline. ({error.Message})");
        }
    }
}
