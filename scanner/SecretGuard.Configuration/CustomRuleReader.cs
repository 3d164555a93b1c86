using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Checksums;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Configuration;

/// <summary>Reads <c>rules.custom</c>: a mapping of slugs to rules.</summary>
internal static class CustomRuleReader
{
    private const int ShortestKeyword = 3;

    public static IReadOnlyList<CustomRule> Read(YamlSection custom)
    {
        var rules = new List<CustomRule>();
        foreach ((string slug, YamlNode keyNode, _) in custom.Members.ToList())
        {
            if (!IsSlug(slug))
            {
                custom.Fail(keyNode, $"the rule's name '{slug}' must be lower-case words joined by hyphens");
            }

            if (custom.Section(slug) is not { } section)
            {
                custom.Fail(keyNode, $"the rule '{slug}' is empty: it needs 'regex' and 'keywords'");
            }
            else if (ReadRule(slug, section) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    private static CustomRule? ReadRule(string slug, YamlSection section)
    {
        string? regex = section.Text("regex");
        string[] keywords = [.. ReadKeywords(section)];
        var rule = new Rule(slug, section.Text("title") ?? slug)
        {
            Severity = section.Choice("severity", SettingsReader.Severities) ?? Severity.High,
            Confidence = section.Choice("confidence", SettingsReader.Confidences) ?? Confidence.High,
            Advice = section.Text("advice") ?? "Revoke it where it was issued, issue a new one, and keep that in a secret store.",
            Documentation = section.Text("documentation"),
            Checksum = section.Choice<Checksum?>("checksum", [.. ChecksumKinds.All]),
        };
        int group = (int)section.Number("secretGroup", 99);
        double entropy = section.Number("entropy", 8);
        Triage.GlobList paths = SettingsReader.ReadGlobs(section, "paths");
        YamlSection? examples = section.Section("examples");
        IReadOnlyList<TokenPattern> matching = examples is null ? [] : ReadPatterns(examples, "match");
        IReadOnlyList<TokenPattern> notMatching = examples is null ? [] : ReadPatterns(examples, "noMatch");
        examples?.RejectUnknown();
        section.RejectUnknown();
        if (regex is null || keywords.Length == 0)
        {
            section.Fail(section.Node, $"the rule '{slug}' needs {(regex is null ? "a 'regex'" : "'keywords': texts of which one stands in or near every value")}");
            return null;
        }

        try
        {
            var matcher = new RegexMatcher(rule, regex, keywords) { SecretGroup = group, MinEntropy = entropy, Paths = paths };
            if (group > matcher.Groups)
            {
                section.Fail(section.Take("secretGroup")!, $"the regular expression has {(matcher.Groups == 0 ? "no groups" : matcher.Groups == 1 ? "one group" : $"{matcher.Groups} groups")}, so there is no group {group}");
            }

            return new CustomRule(rule, matcher) { Matching = matching, NotMatching = notMatching };
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            section.Fail(section.Take("regex")!, $"this regular expression cannot be used: {error.Message}");
            return null;
        }
    }

    private static IEnumerable<string> ReadKeywords(YamlSection section)
    {
        foreach ((string text, YamlNode node) in section.Texts("keywords"))
        {
            if (text.Length < ShortestKeyword || text.Any(c => c is < ' ' or > '~'))
            {
                section.Fail(node, $"a keyword must be {ShortestKeyword} ASCII characters or more: the expression is only tried where one stands");
            }
            else
            {
                yield return text;
            }
        }
    }

    private static List<TokenPattern> ReadPatterns(YamlSection examples, string key)
    {
        var patterns = new List<TokenPattern>();
        foreach ((string text, YamlNode node) in examples.Texts(key))
        {
            try
            {
                patterns.Add(TokenPattern.Parse(text));
            }
            catch (Exception error) when (error is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
            {
                examples.Fail(node, $"this is no format to draw examples from: {error.Message}; write it as prefix_[0-9a-z]{{32}}, and '\\' before any of []{{}}()?*+|^$");
            }
        }

        return patterns;
    }

    private static bool IsSlug(string text) =>
        text.Length > 0 && text.Split('-').All(word => word.Length > 0 && word.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')));
}
