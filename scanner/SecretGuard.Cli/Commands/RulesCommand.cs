using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Projects;
using SecretGuard.Configuration;
using SecretGuard.Reporting;
using SecretGuard.Rules;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard rules list|show|test</c>. One file a verb.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "List, show and test the rules.") { RulesListCommand.Create(), RulesShowCommand.Create(), RulesTestCommand.Create() };

    /// <summary>All rules of the project that find secrets, sorted by slug: the built-in ones and the user's own, disabled ones included.</summary>
    public static IReadOnlyList<RuleEntry> All(Project project) =>
    [
        .. Catalogue.Default.Rules.Select(rule => Entry(project, rule, isCustom: false))
            .Concat(project.Settings.CustomRules.Select(custom => Entry(project, custom.Rule, isCustom: true)))
            .OrderBy(entry => entry.Rule.Slug, StringComparer.Ordinal),
    ];

    /// <summary>Those that speak of references and of how files deal with secrets, by id.</summary>
    public static IReadOnlyList<RuleEntry> WithoutSecrets(Project project) =>
        [.. ReferenceRules.All.Concat(LintRules.All).OrderBy(rule => rule.DiagnosticId, StringComparer.Ordinal).Select(rule => Entry(project, rule, isCustom: false))];

    private static RuleEntry Entry(Project project, Rule rule, bool isCustom) => new(rule, isCustom, IsEnabled: !SlugPattern.MatchesAny(project.Settings.DisabledRules, rule.Slug));

    public static Option<string?> ConfigOption() =>
        new("--config") { Description = "Read this file instead of the nearest secretguard.yml upward.", HelpName = "FILE" };
}
