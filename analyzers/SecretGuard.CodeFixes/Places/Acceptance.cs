using Microsoft.CodeAnalysis;

namespace SecretGuard.CodeFixes.Places;

/// <summary>What a diagnostic says of the baseline that can accept it.</summary>
/// <param name="Baseline">The path of the baseline.</param>
/// <param name="Entry">The line that accepts it, without its end.</param>
internal readonly record struct Acceptance(string Baseline, string Entry)
{
    private const string BaselineProperty = "baseline", EntryProperty = "baselineEntry"; // as the analyzers write them

    /// <summary>Reads a diagnostic, or null where its project has no baseline to write into.</summary>
    public static Acceptance? By(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(BaselineProperty, out string? baseline) && diagnostic.Properties.TryGetValue(EntryProperty, out string? entry) && baseline is not null && entry is not null
            ? new Acceptance(baseline, entry)
            : null;
}
