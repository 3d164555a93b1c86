using System.Globalization;
using SecretGuard.Configuration;
using SecretGuard.Rules;

namespace SecretGuard.Migration.Rules;

/// <summary>A rule that somebody wrote for another tool.</summary>
/// <param name="Id">What it is called there.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record ForeignRule(string Id, string Origin)
{
    private const string Advice = "Write it under 'rules: custom:' in secretguard.yml; 'secretguard rules test' tries it.";

    private const int ShortestKeyword = 3;

    public string? Title { get; init; }

    public string? Regex { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public int SecretGroup { get; init; }

    public double Entropy { get; init; }

    /// <summary>Where it looks, or nothing for everywhere.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>What it is called here: lower-case words joined by hyphens, and no name of a rule that is here already.</summary>
    public string Slug
    {
        get
        {
            string slug = string.Join('-', new string([.. Id.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Split('-', StringSplitOptions.RemoveEmptyEntries));
            return slug.Length == 0 ? "custom" : Catalogue.Default.Rules.Any(rule => rule.Slug == slug) ? $"custom-{slug}" : slug;
        }
    }

    /// <summary>The rule as an entry of <c>rules.custom</c>.</summary>
    /// <param name="leftover">What is told where there is none.</param>
    public SettingsAddition? ToAddition(out Leftover? leftover)
    {
        leftover = null;
        if (Regex is null)
        {
            leftover = new Leftover(Origin, $"the rule '{Id}', which looks at names of files only", "SecretGuard knows files of keys by their content; exclude or forbid others by other means.");
            return null;
        }

        string regex = GoRegex.ToNet(Regex);
        string[] keywords = [.. Keywords.Where(IsKeyword).Distinct(StringComparer.Ordinal)];
        if (keywords.Length < Keywords.Count || keywords.Length == 0)
        {
            // Of several one suffices, so that none may be left out.
            keywords = GoRegex.Keyword(regex) is { } literal ? [literal] : [];
        }

        if (keywords.Length == 0)
        {
            leftover = new Leftover(Origin, $"the rule '{Id}', of which no text of three characters is known that stands in or near every value", Advice);
            return null;
        }

        try
        {
            var matcher = new RegexMatcher(new Rule(Slug, Title ?? Id), regex, keywords);
            if (SecretGroup > matcher.Groups)
            {
                leftover = new Leftover(Origin, $"the rule '{Id}', whose expression has no group {SecretGroup}", Advice);
                return null;
            }
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            leftover = new Leftover(Origin, $"the rule '{Id}', whose expression cannot run here in linear time, or at all", Advice);
            return null;
        }

        return new SettingsAddition("rules.custom", [.. Lines(regex, keywords)], Origin);
    }

    private IEnumerable<string> Lines(string regex, string[] keywords)
    {
        yield return $"{Slug}:";
        yield return $"  title: {YamlText.Quoted(string.IsNullOrWhiteSpace(Title) ? Id : Title)}";
        yield return $"  regex: {YamlText.Quoted(regex)}";
        yield return $"  keywords: {YamlText.List(keywords)}";
        if (SecretGroup > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  secretGroup: {SecretGroup}");
        }

        if (Entropy > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  entropy: {Entropy}");
        }

        if (Paths.Count > 0)
        {
            yield return $"  paths: {YamlText.List(Paths)}";
        }
    }

    private static bool IsKeyword(string text) => text.Length >= ShortestKeyword && text.All(c => c is >= ' ' and <= '~');
}
