using SecretGuard.Rules;

namespace SecretGuard.Cli.Linting;

/// <summary>What <c>lint</c> is asked for.</summary>
internal sealed record LintOptions
{
    /// <summary>The rules that are told, as slugs with <c>*</c>; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The rules that are not told.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The rules that a lint may tell: those of files, and those of the declaration.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = [.. ReferenceRules.All.Where(rule => rule.DiagnosticId!.StartsWith("SG3", StringComparison.Ordinal)), .. LintRules.All];

    /// <summary>Whether a rule is told.</summary>
    public bool Tells(Rule rule) =>
        (Only.Count == 0 || Configuration.SlugPattern.MatchesAny(Only, rule.Slug)) && !Configuration.SlugPattern.MatchesAny(Without, rule.Slug);
}
