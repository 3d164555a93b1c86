using System.Globalization;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>Logging commands of Azure Pipelines, which list issues in the summary of a run. The task's result is left to the exit code.</summary>
public sealed class AzureReporter : IReporter
{
    /// <inheritdoc/>
    public string Format => "azure";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        foreach (Annotation annotation in Annotation.All(report))
        {
            string type = annotation.Severity >= Severity.High ? "error" : "warning";
            output.Write($"##vso[task.logissue type={type};");
            if (annotation.Location is { } location)
            {
                output.Write(string.Create(CultureInfo.InvariantCulture, $"sourcepath={EscapeProperty(location.Path)};linenumber={location.StartLine};columnnumber={location.StartColumn};"));
            }

            output.Write($"code={EscapeProperty(annotation.Id)};]{EscapeData(annotation.Message)}\n");
        }
    }

    private static string EscapeData(string text) => text
        .Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => EscapeData(text)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal);
}
