using System.CommandLine;
using SecretGuard.Cli.Linting;
using SecretGuard.Configuration;
using SecretGuard.Text;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What <c>lint</c> takes besides files.</summary>
internal sealed class LintArguments
{
    private readonly Option<string[]> _rule = new("--rule") { Description = "Tell this rule only; '*' stands for any characters.", HelpName = "RULE" };
    private readonly Option<string[]> _disableRule = new("--disable-rule") { Description = "Do not tell this rule.", HelpName = "RULE" };
    private readonly Option<bool> _fix = new("--fix") { Description = "Mend what can be mended without thought, and tell the rest." };

    public void AddTo(Command command)
    {
        foreach (Option<string[]> option in (Option<string[]>[])[_rule, _disableRule])
        {
            option.CompletionSources.Add(_ => LintOptions.Rules.Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Slug)));
            command.Options.Add(option);
        }

        command.Options.Add(_fix);
    }

    /// <summary>Whether files are to be mended.</summary>
    public bool Fixes(ParseResult parsed) => parsed.GetValue(_fix);

    /// <summary>Which rules are told. Throws <see cref="UsageException"/> where one does not exist.</summary>
    public LintOptions Bind(ParseResult parsed) => new() { Only = Known("--rule", parsed.GetValue(_rule)), Without = Known("--disable-rule", parsed.GetValue(_disableRule)) };

    private static string[] Known(string option, string[]? patterns)
    {
        foreach (string pattern in patterns ?? [])
        {
            if (!LintOptions.Rules.Any(rule => SlugPattern.Matches(pattern, rule.Slug)))
            {
                throw new UsageException($"{option}: no lint is called '{pattern}'{NearestName.Hint(pattern, LintOptions.Rules.Select(rule => rule.Slug))}");
            }
        }

        return patterns ?? [];
    }
}
