using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Reporting;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard rules show RULE</c>: what a rule finds, and what to do about it.</summary>
internal static class RulesShowCommand
{
    public static Command Create()
    {
        Option<string?> config = RulesCommand.ConfigOption();
        var output = new DocumentArguments("rule.json");
        var slug = new Argument<string>("RULE") { Description = "The rule's name, as in reports.", HelpName = "RULE" };
        slug.CompletionSources.Add(_ => Catalogue.Default.Rules.Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Slug)));
        var command = new ToolCommand("show", "Say what a rule finds, and what to do about it.", "secretguard rules show github-pat-classic") { slug, config };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            IReadOnlyList<RuleEntry> rules = RulesCommand.All(Project.Find(Environment.CurrentDirectory, ["."], parsed.GetValue(config)));
            string name = parsed.GetValue(slug)!;
            RuleEntry entry = rules.FirstOrDefault(entry => entry.Rule.Slug == name)
                ?? throw new UsageException($"no rule is called '{name}'{NearestName.Hint(name, rules.Select(entry => entry.Rule.Slug))} ('secretguard rules list' shows them)");
            ReportWriter.Write(new RuleDocument(entry) { ToolVersion = ToolVersion.Current }, targets);
        });
        return command;
    }
}
