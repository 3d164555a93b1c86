using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard rules test</c>: every rule finds the examples that are drawn for it, and none of those that it must not find.</summary>
internal static class RulesTestCommand
{
    public static Command Create()
    {
        Option<string?> config = RulesCommand.ConfigOption();
        var output = new DocumentArguments("tests.json");
        var command = new ToolCommand("test", "Draw examples and check that the rules find them.", "secretguard rules test --config secretguard.yml") { config };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            var project = Project.Find(Environment.CurrentDirectory, ["."], parsed.GetValue(config));
            RuleTest[] tests = [.. RuleTester.TestBuiltIn().Concat(project.Settings.CustomRules.Select(RuleTester.TestCustom)).OrderBy(test => test.Rule, StringComparer.Ordinal)];
            ReportWriter.Write(new RuleTestsDocument(tests) { ToolVersion = ToolVersion.Current }, targets);
            return tests.All(test => test.Failures.Count == 0) ? ExitCodes.Clean : ExitCodes.Findings;
        });
        return command;
    }
}
