using Microsoft.CodeAnalysis.Diagnostics;
using SecretGuard.Findings;
using SecretGuard.Text;

namespace SecretGuard.Analyzers.Projects;

/// <summary>What <c>.editorconfig</c> and global configurations say under <c>secretguard.</c>.</summary>
internal static class FileOptions
{
    private const string Prefix = "secretguard.";
    private const string MinConfidenceKey = Prefix + "min_confidence";

    private static readonly (string Name, Confidence Value)[] Confidences = [("low", Confidence.Low), ("medium", Confidence.Medium), ("high", Confidence.High), ("very-high", Confidence.VeryHigh)];

    /// <summary>The least confidence that is reported, or null where nothing valid says so.</summary>
    public static Confidence? MinConfidence(AnalyzerConfigOptions options) =>
        options.TryGetValue(MinConfidenceKey, out string? value) && Array.FindIndex(Confidences, choice => string.Equals(choice.Name, value, StringComparison.OrdinalIgnoreCase)) is >= 0 and int at ? Confidences[at].Value : null;

    /// <summary>Unknown options and values.</summary>
    public static IEnumerable<string> Errors(AnalyzerConfigOptions options)
    {
        foreach (string key in options.Keys.Where(key => key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            if (!string.Equals(key, MinConfidenceKey, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"the option '{key}' is unknown{NearestName.Hint(key, [MinConfidenceKey])}";
            }
            else if (MinConfidence(options) is null && options.TryGetValue(key, out string? value))
            {
                yield return $"'{key}' is '{value}'; write low, medium, high or very-high";
            }
        }
    }
}
