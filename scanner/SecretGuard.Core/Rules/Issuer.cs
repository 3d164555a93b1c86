using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>Who issues a family of tokens. Makes the rules of the family, so that it reads as a table.</summary>
/// <param name="name">The provider's name.</param>
/// <param name="documentation">The provider's page about its tokens, or null.</param>
internal sealed class Issuer(string name, string? documentation = null)
{
    /// <summary>What to do when one leaks, where all kinds of this issuer are handled alike; an imperative sentence.</summary>
    public string Advice { get; init; } = "";

    /// <summary>A kind with a format of its own, handled as the issuer says.</summary>
    public Rule Token(string slug, string title, Severity severity, params string[] patterns) =>
        Make(severity, slug, title, Advice, null, [], patterns);

    /// <summary>A kind with a format of its own, and its own advice.</summary>
    public Rule Token(Severity severity, string slug, string title, string advice, params string[] patterns) =>
        Make(severity, slug, title, advice, null, [], patterns);

    /// <summary>A kind whose format carries a checksum or a structure that can be verified, handled as the issuer says.</summary>
    public Rule Sealed(string slug, string title, Severity severity, Checksum checksum, params string[] patterns) =>
        Make(severity, slug, title, Advice, checksum, [], patterns);

    /// <summary>A kind whose format carries a checksum or a structure that can be verified, and its own advice.</summary>
    public Rule Sealed(Severity severity, string slug, string title, string advice, Checksum checksum, params string[] patterns) =>
        Make(severity, slug, title, advice, checksum, [], patterns);

    /// <summary>A kind whose format others share, handled as the issuer says: only a word (lower case) near the value tells whose it is.</summary>
    public Rule Near(string slug, string title, Severity severity, string pattern, params string[] words) =>
        Make(severity, slug, title, Advice, null, words, [pattern]);

    /// <summary>A kind whose format others share, and its own advice: only a word (lower case) near the value tells whose it is.</summary>
    public Rule Near(Severity severity, string slug, string title, string advice, string[] words, params string[] patterns) =>
        Make(severity, slug, title, advice, null, words, patterns);

    private Rule Make(Severity severity, string slug, string title, string advice, Checksum? checksum, string[] words, string[] patterns) =>
        new(slug, title, patterns)
        {
            Provider = name,
            Severity = severity,
            Confidence = words.Length > 0 ? Confidence.Medium : Confidence.High,
            Advice = advice,
            Documentation = documentation,
            Checksum = checksum,
            Near = words,
        };
}
