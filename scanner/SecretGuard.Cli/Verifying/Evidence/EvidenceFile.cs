using SecretGuard.Cli.Outputs;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Verifying.Evidence;

/// <summary>A file that evidence is written into; its name says how.</summary>
/// <param name="Path">The full path.</param>
internal sealed record EvidenceFile(string Path)
{
    private const string Json = ".json";
    private const string Markdown = ".md";

    /// <summary>The file of a typed name.</summary>
    /// <exception cref="UsageException">The name does not say how to write it.</exception>
    public static EvidenceFile Named(string typed) => System.IO.Path.GetExtension(typed).ToLowerInvariant() is Json or Markdown
        ? new EvidenceFile(System.IO.Path.GetFullPath(typed))
        : throw new UsageException($"--evidence: '{typed}' ends with neither {Json} nor {Markdown}");

    /// <summary>Writes it.</summary>
    public void Write(EvidenceRecord evidence) => ReportWriter.WriteFile(Path, output =>
        output.Write(string.Equals(System.IO.Path.GetExtension(Path), Json, StringComparison.OrdinalIgnoreCase) ? EvidenceJson.Of(evidence) : EvidenceMarkdown.Of(evidence)));
}
