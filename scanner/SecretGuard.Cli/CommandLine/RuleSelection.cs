using SecretGuard.Configuration;
using SecretGuard.Rules;

namespace SecretGuard.Cli.CommandLine;

/// <summary>The rules that configuration and command line choose.</summary>
internal static class RuleSelection
{
    /// <summary>What every rule is called.</summary>
    public static IReadOnlyCollection<string> Slugs(Settings settings) =>
        [.. Catalogue.Default.Rules.Select(rule => rule.Slug), .. settings.CustomRules.Select(rule => rule.Rule.Slug), .. ReferenceRules.All.Concat(LintRules.All).Select(rule => rule.Slug)];

    /// <summary>The rules in force; what names no rule ends the command.</summary>
    public static RuleSet Make(Settings settings, string[] only, string[] disabled)
    {
        var errors = new List<string>();
        RuleSet rules = RuleChoice.Make(settings, only, disabled, errors);
        return errors.Count == 0 ? rules : throw new UsageException(errors[0]);
    }
}
