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
        var slug = new Argument<string>("RULE") { Description = "The rule's name, as in reports; of what is no secret its id, too.", HelpName = "RULE" };
        slug.CompletionSources.Add(_ => Catalogue.Default.Rules.Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Slug)));
        var command = new ToolCommand("show", "Say what a rule finds, and what to do about it.", "secretguard rules show github-pat-classic", "secretguard rules show SG5001") { slug, config };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            var project = Project.Find(Environment.CurrentDirectory, ["."], parsed.GetValue(config));
            RuleEntry[] rules = [.. RulesCommand.All(project), .. RulesCommand.WithoutSecrets(project)];
            string name = parsed.GetValue(slug)!;
            RuleEntry entry = Array.Find(rules, entry => entry.Rule.Slug == name || string.Equals(entry.Rule.DiagnosticId, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new UsageException($"no rule is called '{name}'{NearestName.Hint(name, rules.Select(entry => entry.Rule.Slug))} ('secretguard rules list' shows them)");
            ReportWriter.Write(new RuleDocument(entry) { ToolVersion = ToolVersion.Current }, targets);
        });
        return command;
    }
}
