using SecretGuard.Detection;
using SecretGuard.Detection.Decoding;

namespace SecretGuard.Rules;

/// <summary>The rules of one run: the catalogue, less what is disabled, plus what the user wrote.</summary>
public sealed class RuleSet
{
    // Null for the catalogue itself: its matchers are made one by one, and all of its rules are in force.
    private readonly IReadOnlyList<Matcher>? _structured;
    private readonly HashSet<Rule>? _inForce;

    /// <summary>Rules with formats of their own, and the matchers that find the rest.</summary>
    public RuleSet(IReadOnlyList<Rule> rules, IReadOnlyList<Matcher> structured)
    {
        Rules = rules;
        _structured = structured;
        _inForce = [.. rules];
    }

    /// <summary>The catalogue.</summary>
    internal RuleSet() => Rules = new CatalogueRules();

    /// <summary>All rules, in the catalogue's order.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Whether matches of this rule count: a matcher may know more rules than are in force.</summary>
    public bool Contains(Rule rule) => _inForce?.Contains(rule) ?? true;

    /// <summary>
    /// The rules that <paramref name="isEnabled"/> leaves, and rules with matchers that are made elsewhere.
    /// </summary>
    public RuleSet Select(Func<Rule, bool> isEnabled, IReadOnlyList<Rule> more, IReadOnlyList<Matcher> matchers) =>
        new([.. Rules.Concat(more).Where(isEnabled)], [.. Structured(), .. matchers]);

    /// <summary>What the detector runs at signatures, less what decodes.</summary>
    internal IReadOnlyList<Matcher> Matchers() =>
        [.. Rules.Where(TokenMatcher.IsFor).Select(rule => new TokenMatcher(rule)), .. Structured().Where(matcher => matcher is not FileMatcher)];

    /// <summary>What the detector shows whole files to.</summary>
    internal IReadOnlyList<FileMatcher> FileMatchers() => _structured is null ? Catalogue.FileMatchers() : [.. _structured.OfType<FileMatcher>()];

    /// <summary>Finds the places of all that <see cref="Matchers"/> and decoders want to see.</summary>
    internal SignatureIndex Index() => _structured is null ? SignatureTable.Index() : new SignatureIndex([.. Matchers(), .. Decoders.All]);

    private IEnumerable<Matcher> Structured() =>
        _structured ?? [.. Catalogue.FileMatchers(), .. Enumerable.Range(0, Catalogue.MatcherCount).Select(Catalogue.Matcher)];
}
