using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Triage;

/// <summary>Something that is wrong with what a place refers to. As a match it is accepted as secrets are: by comments, allowlist and baseline.</summary>
/// <param name="Rule">What.</param>
/// <param name="Location">Where.</param>
/// <param name="Subject">What it is about, for people.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record Complaint(Rule Rule, Location Location, string Subject, string Reason)
{
    /// <summary>What mends it in the place of the characters at <see cref="Location"/>; null where that takes thought.</summary>
    public string? Replacement { get; init; }

    /// <summary>What mends it elsewhere in the file: alone, or together with <see cref="Replacement"/>, which would be wrong without it. Null where nothing else changes.</summary>
    public TextEdit? Besides { get; init; }

    /// <summary>Whether it can be mended without thought.</summary>
    public bool IsMendable => Replacement is not null || Besides is not null;

    /// <summary>All changes that mend it, which belong together.</summary>
    public IReadOnlyList<TextEdit> Edits => [.. Replacement is null ? [] : new[] { new TextEdit(Location, Replacement) }, .. Besides is null ? [] : new[] { Besides }];

    /// <summary>Complaints of one content as its matches, in the order of their places, each once.</summary>
    public static IReadOnlyList<Match> ToMatches(IEnumerable<Complaint> complaints, Content content)
    {
        var offsets = new TextOffsets(content);
        return [.. complaints.Distinct().Select(complaint => complaint.ToMatch(offsets)).OrderBy(match => match.Start).ThenBy(match => match.Rule.Slug, StringComparer.Ordinal).ThenBy(match => match.Subject, StringComparer.Ordinal)];
    }

    private Match ToMatch(TextOffsets offsets)
    {
        int start = offsets.Of(Location.StartLine, Location.StartColumn);
        int end = Math.Max(start, offsets.Of(Location.EndLine, Location.EndColumn));
        return new Match(Rule, start, end - start, Confidence.VeryHigh, Reason) { Subject = Subject };
    }
}
