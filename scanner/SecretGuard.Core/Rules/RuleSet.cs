using SecretGuard.Detection;

namespace SecretGuard.Rules;

/// <summary>The rules of one run: the catalogue, less what is disabled, plus what the user wrote.</summary>
public sealed class RuleSet
{
    private readonly IReadOnlyList<Matcher> _structured;
    private readonly HashSet<Rule> _inForce;

    /// <summary>Rules with formats of their own, and the matchers that find the rest.</summary>
    public RuleSet(IReadOnlyList<Rule> rules, IReadOnlyList<Matcher> structured)
    {
        Rules = rules;
        _structured = structured;
        _inForce = [.. rules];
    }

    /// <summary>All rules, in the catalogue's order.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Whether matches of this rule count: a matcher may know more rules than are in force.</summary>
    public bool Contains(Rule rule) => _inForce.Contains(rule);

    /// <summary>
    /// The rules that <paramref name="isEnabled"/> leaves, and rules with matchers that are made elsewhere.
    /// </summary>
    public RuleSet Select(Func<Rule, bool> isEnabled, IReadOnlyList<Rule> more, IReadOnlyList<Matcher> matchers) =>
        new([.. Rules.Concat(more).Where(isEnabled)], [.. _structured, .. matchers]);

    /// <summary>What the detector runs.</summary>
    internal IReadOnlyList<Matcher> Matchers() =>
        [.. Rules.Where(rule => rule.Patterns.Count > 0 && rule.Near.Count == 0).Select(rule => new TokenMatcher(rule)), .. _structured];
}
