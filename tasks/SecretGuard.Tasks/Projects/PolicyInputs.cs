using SecretGuard.Findings;

namespace SecretGuard.Tasks.Projects;

/// <summary>What a build says about what is in force.</summary>
/// <param name="Root">The folder that paths are relative to.</param>
internal sealed record PolicyInputs(string Root)
{
    /// <summary>The file that stands in for <c>secretguard.yml</c> of the root, or nothing.</summary>
    public string Configuration { get; init; } = "";

    /// <summary>The file that stands in for <c>secretguard.baseline</c> of the root, or nothing.</summary>
    public string Baseline { get; init; } = "";

    /// <summary>The least confidence that is told; null where only the configuration says.</summary>
    public Confidence? MinConfidence { get; init; }

    /// <summary>Whether the compiler runs the analyzers of this package.</summary>
    public bool AnalyzersRun { get; init; }

    /// <summary>Whether somebody asks for the names of secrets in a baseline.</summary>
    public bool WantsFingerprints { get; init; }
}
