using System.IO.Enumeration;
using SecretGuard.Configuration;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.Cli.CommandLine;

/// <summary>The rules of a run: the catalogue and the user's own, less what configuration and command line leave out.</summary>
internal static class RuleSelection
{
    /// <summary>The rules in force.</summary>
    public static RuleSet Make(Settings settings, string[] only, string[] disabled)
    {
        RuleSet all = Catalogue.Default;
        string[] off = [.. settings.DisabledRules, .. disabled];
        if (only.Length == 0 && off.Length == 0 && settings.CustomRules.Count == 0)
        {
            return all;
        }

        string[] slugs = [.. all.Rules.Select(rule => rule.Slug), .. settings.CustomRules.Select(rule => rule.Rule.Slug)];
        if (slugs.GroupBy(slug => slug, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UsageException($"rules.custom: a rule is called '{twice.Key}' already; give yours another name");
        }

        Require(only, "--rule", slugs);
        Require(disabled, "--disable-rule", slugs);
        Require(settings.DisabledRules, "rules.disable", slugs);
        bool IsEnabled(Rule rule) => (only.Length == 0 || Matches(only, rule.Slug)) && !Matches(off, rule.Slug);
        CustomRule[] custom = [.. settings.CustomRules.Where(rule => IsEnabled(rule.Rule))];
        return all.Select(IsEnabled, [.. custom.Select(rule => rule.Rule)], [.. custom.Select(rule => rule.Matcher)]);
    }

    /// <summary>Whether a slug is named.</summary>
    public static bool Matches(IReadOnlyList<string> patterns, string slug)
    {
        foreach (string pattern in patterns)
        {
            if (FileSystemName.MatchesSimpleExpression(pattern, slug, ignoreCase: false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A mistyped rule must not silently look for nothing, or leave on what was to be off.</summary>
    private static void Require(IReadOnlyList<string> patterns, string where, string[] slugs)
    {
        foreach (string pattern in patterns)
        {
            if (!slugs.Any(slug => FileSystemName.MatchesSimpleExpression(pattern, slug, ignoreCase: false)))
            {
                throw new UsageException($"{where}: no rule is called '{pattern}'{NearestName.Hint(pattern, slugs)} ('secretguard rules list' shows them)");
            }
        }
    }
}
