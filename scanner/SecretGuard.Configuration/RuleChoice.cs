using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.Configuration;

/// <summary>The rules of a run: the catalogue and the user's own, less what is left out. The same for every front end.</summary>
public static class RuleChoice
{
    /// <summary>
    /// The rules in force. A mistyped rule must not silently look for nothing, or leave on what was to be off: each one goes into
    /// <paramref name="errors"/>, and the rest holds.
    /// </summary>
    public static RuleSet Make(Settings settings, IReadOnlyList<string> only, IReadOnlyList<string> disabled, ICollection<string> errors)
    {
        RuleSet all = Catalogue.Default;
        return only.Count + disabled.Count + settings.DisabledRules.Count + settings.CustomRules.Count == 0 ? all : Chosen(all, settings, only, disabled, errors);
    }

    private static RuleSet Chosen(RuleSet all, Settings settings, IReadOnlyList<string> only, IReadOnlyList<string> disabled, ICollection<string> errors)
    {
        string[] off = [.. settings.DisabledRules, .. disabled];
        string[] slugs = [.. all.Rules.Select(rule => rule.Slug), .. settings.CustomRules.Select(rule => rule.Rule.Slug)];
        if (slugs.GroupBy(slug => slug, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            errors.Add($"rules.custom: a rule is called '{twice.Key}' already; give yours another name");
            return all;
        }

        Require(only, "--rule", slugs, errors);
        Require(disabled, "--disable-rule", slugs, errors);
        Require(settings.DisabledRules, "rules.disable", [.. slugs, .. ReferenceRules.All.Concat(LintRules.All).Select(rule => rule.Slug)], errors);
        bool IsEnabled(Rule rule) => (only.Count == 0 || SlugPattern.MatchesAny(only, rule.Slug)) && !SlugPattern.MatchesAny(off, rule.Slug);
        CustomRule[] custom = [.. settings.CustomRules.Where(rule => IsEnabled(rule.Rule))];
        return all.Select(IsEnabled, [.. custom.Select(rule => rule.Rule)], [.. custom.Select(rule => rule.Matcher)]);
    }

    /// <summary>Whether a rule is left out that speaks of references, or of how a repository deals with secrets.</summary>
    public static bool IsOff(Settings settings, Rule rule) => SlugPattern.MatchesAny(settings.DisabledRules, rule.Slug);

    private static void Require(IReadOnlyList<string> patterns, string where, string[] slugs, ICollection<string> errors)
    {
        foreach (string pattern in patterns)
        {
            if (!slugs.Any(slug => SlugPattern.Matches(pattern, slug)))
            {
                errors.Add($"{where}: no rule is called '{pattern}'{NearestName.Hint(pattern, slugs)} ('secretguard rules list' shows them)");
            }
        }
    }
}
