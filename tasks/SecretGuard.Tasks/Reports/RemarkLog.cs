using Microsoft.Build.Utilities;
using SecretGuard.Findings;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks.Reports;

/// <summary>Tells remarks as warnings or errors of the build, as the project has chosen for its compiler.</summary>
internal sealed class RemarkLog(TaskLoggingHelper log)
{
    /// <summary>What the global analyzer configuration says.</summary>
    public required GlobalConfig Configuration { get; init; }

    /// <summary>Whether every warning is an error.</summary>
    public required bool AllAreErrors { get; init; }

    /// <summary>Warnings that are errors.</summary>
    public required DiagnosticList Errors { get; init; }

    /// <summary>Warnings that stay warnings.</summary>
    public required DiagnosticList NeverErrors { get; init; }

    /// <summary>What is not told at all.</summary>
    public required DiagnosticList Silent { get; init; }

    /// <summary>Whether findings of which no configuration speaks are errors: the modes have a line for each id that the package itself tells.</summary>
    public bool UnsaidAreErrors { get; init; }

    /// <summary>Tells remarks; secrets below a severity are warnings in any case.</summary>
    public void Tell(IEnumerable<Remark> remarks, Severity failOn)
    {
        foreach (Remark remark in remarks)
        {
            Loudness loudness = LoudnessOf(remark.Id);
            if (loudness != Loudness.Silent)
            {
                Tell(remark, isError: loudness == Loudness.Error && (remark.Rule.Length == 0 || remark.Severity >= failOn));
            }
        }
    }

    /// <summary>Tells one remark about the tool itself.</summary>
    public void Tell(Remark remark) => Tell([remark], Severity.Info);

    private Loudness LoudnessOf(string id)
    {
        Loudness loudness = Silent.Contains(id) ? Loudness.Silent : Configuration.LoudnessOf(id) ?? (UnsaidAreErrors ? Loudness.Error : Loudness.Warning);
        return loudness == Loudness.Silent ? loudness
            : NeverErrors.Contains(id) ? Loudness.Warning
            : AllAreErrors || Errors.Contains(id) ? Loudness.Error
            : loudness;
    }

    private void Tell(Remark remark, bool isError)
    {
        Location at = remark.Location;
        string? help = remark.HelpLink.Length == 0 ? null : remark.HelpLink;
        if (isError)
        {
            log.LogError(null, remark.Id, null, help, at.Path, at.StartLine, at.StartColumn, at.EndLine, at.EndColumn, remark.Message);
        }
        else
        {
            log.LogWarning(null, remark.Id, null, help, at.Path, at.StartLine, at.StartColumn, at.EndLine, at.EndColumn, remark.Message);
        }
    }
}
