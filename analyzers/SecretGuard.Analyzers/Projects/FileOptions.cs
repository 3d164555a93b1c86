using Microsoft.CodeAnalysis.Diagnostics;
using SecretGuard.Configuration;
using SecretGuard.Findings;
using SecretGuard.Text;

namespace SecretGuard.Analyzers.Projects;

/// <summary>The options that hold for one file.</summary>
internal static class FileOptions
{
    /// <summary>The least confidence that is reported, or null where nothing valid says so.</summary>
    public static Confidence? MinConfidence(AnalyzerConfigOptions options) =>
        options.TryGetValue(EditorOptions.MinConfidence, out string? value) ? EditorOptions.ReadConfidence(value) : null;

    /// <summary>Unknown options and values.</summary>
    public static IEnumerable<string> Errors(AnalyzerConfigOptions options)
    {
        foreach (string key in options.Keys.Where(key => key.StartsWith(EditorOptions.Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            if (!string.Equals(key, EditorOptions.MinConfidence, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"the option '{key}' is unknown{NearestName.Hint(key, [EditorOptions.MinConfidence])}";
            }
            else if (options.TryGetValue(key, out string? value) && EditorOptions.ReadConfidence(value) is null)
            {
                yield return EditorOptions.UnknownConfidence(value);
            }
        }
    }
}
