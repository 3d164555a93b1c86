using SecretGuard.Rules;

namespace SecretGuard.Configuration;

/// <summary>A rule that a user wrote.</summary>
/// <param name="Rule">What reports call it.</param>
/// <param name="Matcher">What finds it.</param>
public sealed record CustomRule(Rule Rule, RegexMatcher Matcher)
{
    /// <summary>Formats of values that the rule must find, in the language of <see cref="TokenPattern"/>: samples are drawn from them.</summary>
    public IReadOnlyList<TokenPattern> Matching { get; init; } = [];

    /// <summary>Formats of values that it must not find.</summary>
    public IReadOnlyList<TokenPattern> NotMatching { get; init; } = [];
}
