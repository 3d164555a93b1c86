using SecretGuard.Reporting;

namespace SecretGuard.Cli.Outputs;

/// <summary>One report to write.</summary>
/// <param name="Reporter">The format.</param>
/// <param name="File">Full path, or null for standard output.</param>
internal sealed record ReportTarget(IReporter Reporter, string? File)
{
    /// <summary>Formats that only a person or a log reads: they show no fingerprint, so none is made for them.</summary>
    private static readonly string[] WithoutFingerprints = ["text", "markdown", "github", "azure", "msbuild", "teamcity", "checkstyle"];

    public bool NeedsFingerprints => !WithoutFingerprints.Contains(Reporter.Format, StringComparer.Ordinal);
}
