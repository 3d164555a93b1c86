using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>Who issues several kinds of secrets: says once what all of its rules share.</summary>
/// <param name="name">The provider's name: "Stripe".</param>
/// <param name="advice">What to do when one leaks; an imperative sentence.</param>
/// <param name="documentation">The provider's page about its keys, or null.</param>
internal sealed class Issuer(string name, string advice, string? documentation = null)
{
    /// <summary>A kind whose format is its own: found wherever it stands.</summary>
    public Rule Token(string slug, string title, Severity severity, params string[] patterns) =>
        Make(slug, title, severity, patterns, [], null);

    /// <summary>A kind whose format carries a check.</summary>
    public Rule CheckedToken(string slug, string title, Severity severity, Checksum checksum, params string[] patterns) =>
        Make(slug, title, severity, patterns, [], checksum);

    /// <summary>A kind whose format others share: told apart by one of the words near the value.</summary>
    public Rule NamedToken(string slug, string title, Severity severity, string pattern, params string[] near) =>
        Make(slug, title, severity, [pattern], near, null);

    private Rule Make(string slug, string title, Severity severity, string[] patterns, string[] near, Checksum? checksum) =>
        new(slug, title, patterns)
        {
            Provider = name,
            Severity = severity,
            Advice = advice,
            Documentation = documentation,
            Near = near,
            Checksum = checksum,
        };
}
