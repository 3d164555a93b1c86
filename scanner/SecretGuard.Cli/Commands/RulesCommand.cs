using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Projects;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard rules list|show|test</c>.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "List, show and test the rules.") { CreateList(), CreateShow(), RulesTestCommand.Create() };

    /// <summary>All rules of the project: the built-in ones and the user's own, disabled ones included.</summary>
    public static IReadOnlyList<Rule> All(Project project) =>
        [.. Catalogue.Default.Rules, .. project.Settings.CustomRules.Select(rule => rule.Rule)];

    public static Option<string?> ConfigOption() =>
        new("--config") { Description = "Read this file instead of the nearest secretguard.yml upward.", HelpName = "FILE" };

    private static ToolCommand CreateList()
    {
        Option<string?> config = ConfigOption();
        var command = new ToolCommand("list", "List the rules: name, severity, title.", "secretguard rules list | grep azure") { config };
        command.SetAction(parsed =>
        {
            var project = Project.Find(Environment.CurrentDirectory, ["."], parsed.GetValue(config));
            IReadOnlyList<Rule> rules = All(project);
            int width = rules.Max(rule => rule.Slug.Length);
            foreach (Rule rule in rules.OrderBy(rule => rule.Slug, StringComparer.Ordinal))
            {
                string off = RuleSelection.Matches(project.Settings.DisabledRules, rule.Slug) ? " (disabled)" : "";
                Console.Out.WriteLine($"{rule.Slug.PadRight(width)}  {OptionChoice.NameOf(rule.Severity),-8}  {rule.Title}{off}");
            }

            Console.Error.WriteLine($"secretguard: {rules.Count} rules");
        });
        return command;
    }

    private static ToolCommand CreateShow()
    {
        Option<string?> config = ConfigOption();
        var slug = new Argument<string>("RULE") { Description = "The rule's name, as in reports.", HelpName = "RULE" };
        slug.CompletionSources.Add(_ => Catalogue.Default.Rules.Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Slug)));
        var command = new ToolCommand("show", "Say what a rule finds, and what to do about it.", "secretguard rules show github-pat-classic") { slug, config };
        command.SetAction(parsed =>
        {
            IReadOnlyList<Rule> rules = All(Project.Find(Environment.CurrentDirectory, ["."], parsed.GetValue(config)));
            string name = parsed.GetValue(slug)!;
            Rule rule = rules.FirstOrDefault(rule => rule.Slug == name)
                ?? throw new UsageException($"no rule is called '{name}'{NearestName.Hint(name, rules.Select(rule => rule.Slug))} ('secretguard rules list' shows them)");
            Show(rule, Console.Out);
        });
        return command;
    }

    private static void Show(Rule rule, TextWriter output)
    {
        output.WriteLine(rule.Title);
        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                output.WriteLine($"  {name,-15}{value}");
            }
        }

        Line("rule", rule.Slug);
        Line("provider", rule.Provider);
        Line("severity", OptionChoice.NameOf(rule.Severity));
        Line("confidence", OptionChoice.NameOf(rule.Confidence));
        foreach (TokenPattern pattern in rule.Patterns)
        {
            Line("format", pattern.Text);
        }

        Line("near", string.Join(", ", rule.Near));
        Line("checked", rule.Checksum is null ? null : "offline, by the checksum that the format carries");
        Line("what to do", rule.Advice);
        Line("documentation", rule.Documentation);
    }
}
