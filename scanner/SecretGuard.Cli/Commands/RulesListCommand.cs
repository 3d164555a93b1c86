using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard rules list</c>: every rule of the project.</summary>
internal static class RulesListCommand
{
    public static Command Create()
    {
        Option<string?> config = RulesCommand.ConfigOption();
        var output = new DocumentArguments("rules.json");
        var command = new ToolCommand(
            "list",
            "List the rules: name, severity, title.",
            "secretguard rules list | grep azure",
            "secretguard rules list --format json > rules.json    all about each")
        { config };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            IReadOnlyList<RuleEntry> rules = RulesCommand.All(Project.Find(Environment.CurrentDirectory, ["."], parsed.GetValue(config)));
            ReportWriter.Write(new RulesDocument(rules) { ToolVersion = ToolVersion.Current }, targets);
            Console.Error.WriteLine($"secretguard: {rules.Count} rules");
        });
        return command;
    }
}
