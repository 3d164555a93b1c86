using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>Who issues a family of tokens. Makes the rules of the family, so that it reads as a table.</summary>
/// <param name="name">The provider's name.</param>
/// <param name="documentation">The provider's page about its tokens, or null.</param>
internal sealed class Issuer(string name, string? documentation = null)
{
    /// <summary>A kind with a format of its own.</summary>
    public Rule Token(Severity severity, string slug, string title, string advice, params string[] patterns) => new(slug, title, patterns)
    {
        Provider = name,
        Severity = severity,
        Advice = advice,
        Documentation = documentation,
    };

    /// <summary>A kind whose format carries a checksum or a structure that can be verified.</summary>
    public Rule Sealed(Severity severity, string slug, string title, string advice, Checksum checksum, params string[] patterns) => new(slug, title, patterns)
    {
        Provider = name,
        Severity = severity,
        Advice = advice,
        Documentation = documentation,
        Checksum = checksum,
    };

    /// <summary>A kind whose format others share: only a word (lower case) in the name or on the line tells whose it is.</summary>
    public Rule Near(Severity severity, string slug, string title, string advice, string[] words, params string[] patterns) => new(slug, title, patterns)
    {
        Provider = name,
        Severity = severity,
        Confidence = Confidence.Medium,
        Advice = advice,
        Documentation = documentation,
        Near = words,
    };
}
