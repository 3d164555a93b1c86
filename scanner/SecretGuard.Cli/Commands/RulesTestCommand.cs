using System.CommandLine;
using System.Text;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Projects;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Rules;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard rules test</c>: every rule finds the examples that are drawn for it, and none of those that it must not find.</summary>
internal static class RulesTestCommand
{
    private const int Samples = 20;
    private const int Seed = 20_000;

    public static Command Create()
    {
        Option<string?> config = RulesCommand.ConfigOption();
        var command = new ToolCommand("test", "Draw examples and check that the rules find them.", "secretguard rules test --config secretguard.yml") { config };
        command.SetAction(parsed =>
        {
            var project = Project.Find(Environment.CurrentDirectory, ["."], parsed.GetValue(config));
            List<string> failures = [.. TestBuiltIn(), .. project.Settings.CustomRules.SelectMany(TestCustom)];
            failures.ForEach(Console.Out.WriteLine);
            Console.Out.WriteLine($"{RulesCommand.All(project).Count} rules, {(failures.Count == 0 ? "every example is as it should be" : failures.Count == 1 ? "1 failure" : $"{failures.Count} failures")}");
            return failures.Count == 0 ? ExitCodes.Clean : ExitCodes.Findings;
        });
        return command;
    }

    private static IEnumerable<string> TestBuiltIn()
    {
        var detector = new Detector(Catalogue.Default);
        foreach (Rule rule in Catalogue.Default.Rules.Where(rule => rule.Patterns.Count > 0 && rule.Near.Count == 0))
        {
            var random = new Random(Seed);
            if (!Enumerable.Range(0, Samples).All(_ => Finds(detector, rule, Line(rule.MakeExample(random)))))
            {
                yield return $"{rule.Slug}: an example of the rule's own format is not found";
            }
        }
    }

    private static IEnumerable<string> TestCustom(CustomRule custom)
    {
        Rule rule = custom.Rule;
        var detector = new Detector(new RuleSet([rule], [custom.Matcher]));
        if (custom.Matching.Count == 0)
        {
            yield return $"{rule.Slug}: no examples; write examples.match";
        }

        foreach (TokenPattern pattern in custom.Matching)
        {
            if (!Drawn(pattern, rule).All(text => Finds(detector, rule, Line(text))))
            {
                yield return $"{rule.Slug}: an example of '{pattern.Text}' is not found";
            }
        }

        foreach (TokenPattern pattern in custom.NotMatching)
        {
            if (Drawn(pattern, rule).Any(text => Finds(detector, rule, Line(text))))
            {
                yield return $"{rule.Slug}: an example of '{pattern.Text}' is found and must not be";
            }
        }
    }

    private static IEnumerable<string> Drawn(TokenPattern pattern, Rule rule)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, Samples).Select(_ => pattern.Sample(random)).Select(sample => rule.Checksum?.Seal(sample) ?? sample);
    }

    private static byte[] Line(string example) => Encoding.UTF8.GetBytes($"value = \"{example}\"\n");

    private static bool Finds(Detector detector, Rule rule, byte[] text) =>
        detector.Detect(Content.FromBytes(text, text.Length, "example.txt")).Any(match => match.Rule == rule);
}
