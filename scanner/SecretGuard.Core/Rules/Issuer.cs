using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>Who issues a family of tokens. Makes the rules of the family, so that it reads as a table.</summary>
/// <param name="name">The provider's name.</param>
/// <param name="documentation">The provider's page about its tokens, or null.</param>
internal sealed class Issuer(string name, string? documentation = null)
{
    /// <summary>What to do when one leaks, where all kinds of this issuer are handled alike; an imperative sentence.</summary>
    public string Advice { get; init; } = "";

    /// <summary>The same issuer, for kinds that are handled in a way of their own when they leak.</summary>
    /// <param name="advice">An imperative sentence.</param>
    public Issuer Advising(string advice) => new(name, documentation) { Advice = advice };

    /// <summary>A kind with a format of its own.</summary>
    public Rule Token(string slug, string title, Severity severity, params string[] patterns) =>
        Make(slug, title, severity, null, [], patterns);

    /// <summary>A kind whose format carries a checksum or a structure that can be verified.</summary>
    public Rule Sealed(string slug, string title, Severity severity, Checksum checksum, params string[] patterns) =>
        Make(slug, title, severity, checksum, [], patterns);

    /// <summary>A kind whose format others share: only a word (lower case) near the value tells whose it is.</summary>
    public Rule Near(string slug, string title, Severity severity, string[] words, params string[] patterns) =>
        Make(slug, title, severity, null, words, patterns);

    private Rule Make(string slug, string title, Severity severity, Checksum? checksum, string[] words, string[] patterns) =>
        new(slug, title, patterns)
        {
            Provider = name,
            Severity = severity,
            Confidence = words.Length > 0 ? Confidence.Medium : Confidence.High,
            Advice = Advice,
            Documentation = documentation,
            Checksum = checksum,
            Near = words,
        };
}
