using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>One kind of secret: what it is called, what it looks like, how it is checked, what to do about it.</summary>
/// <param name="slug">Lower-case words with hyphens, append-only: it is part of fingerprints.</param>
/// <param name="title">For people: "GitHub personal access token (classic)".</param>
/// <param name="patterns">The formats, in the language of <see cref="TokenPattern"/>. Empty where a matcher of its own finds this kind.</param>
public sealed class Rule(string slug, string title, params string[] patterns)
{
    private readonly Lazy<IReadOnlyList<TokenPattern>> _patterns = new(() => Array.ConvertAll(patterns, TokenPattern.Parse));

    /// <summary>The slug.</summary>
    public string Slug { get; } = slug;

    /// <summary>The title.</summary>
    public string Title { get; } = title;

    /// <summary>The formats.</summary>
    public IReadOnlyList<TokenPattern> Patterns => _patterns.Value;

    /// <summary>The id of its findings, or null where the place decides on it, as with every secret.</summary>
    public string? DiagnosticId { get; init; }

    /// <summary>Who issues it: "GitHub", "Amazon Web Services"; empty for kinds that nobody issues.</summary>
    public string Provider { get; init; } = "";

    /// <summary>What a leak costs.</summary>
    public Severity Severity { get; init; } = Severity.High;

    /// <summary>How sure the format alone makes the detector, before checksum and context.</summary>
    public Confidence Confidence { get; init; } = Confidence.High;

    /// <summary>What to do, one or two imperative sentences; where to revoke it.</summary>
    public string Advice { get; init; } = "Revoke it where it was issued, issue a new one, and keep that in a secret store.";

    /// <summary>The issuer's page about this kind, or null.</summary>
    public string? Documentation { get; init; }

    /// <summary>The check that the format carries, or null.</summary>
    public Checksum? Checksum { get; init; }

    /// <summary>
    /// Words of which one must stand in the name or on the line before the value (lower case). A rule with such words never finds
    /// anything alone: it gives a match of the generic rule its kind. For formats that many issuers share, such as 32 hex digits.
    /// </summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>Whether a value made of few or sequential characters may still be real (a short fixed-format password).</summary>
    public bool AllowsLowDiversity { get; init; }

    /// <summary>Whether only a name tells this kind, so that any other rule says more about the same place.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>Makes a true example where sampling the pattern is not enough, or null.</summary>
    public Func<Random, string>? Example { get; init; }

    /// <summary>Makes a true example: a token as the issuer would make it, and never a live one.</summary>
    public string MakeExample(Random random)
    {
        if (Example is not null)
        {
            return Example(random);
        }

        string sample = Patterns[random.Next(Patterns.Count)].Sample(random);
        return Checksum is null ? sample : Checksum.Seal(sample);
    }
}
