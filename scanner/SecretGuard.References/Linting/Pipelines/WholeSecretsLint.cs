using System.Text.RegularExpressions;
using SecretGuard.References.GitHub;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>All secrets of a repository at once: as one text, or for the workflow of another repository.</summary>
internal sealed class WholeSecretsLint : ILint
{
    private static readonly Regex Dump = new(@"(?:toJSON\s*\(\s*secrets\s*\)|\$\{\{\s*secrets\s*\}\})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.Dumped, PipelineRules.Inherited];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!GitHubActionsExtractor.IsWorkflow(text.Source) || !text.Source.Text.Contains("secrets", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach ((YamlValue scalar, YamlPath? _) in text.Roots.SelectMany(YamlWalk.Scalars))
        {
            foreach (Match match in Dump.Matches(scalar.Text!))
            {
                found.Add(PipelineRules.Dumped, scalar.Place(match.Index, match.Length), "secrets", "every secret of the repository and of its organisation is in it, those of later days too, and the log hides none that is written in another form");
            }
        }

        foreach (WorkflowJob job in text.Roots.SelectMany(root => new Workflow(root).Jobs).Where(job => job.Value.TextOf("secrets") == "inherit"))
        {
            if (job.Value.TextOf("uses") is { } called && !called.StartsWith("./", StringComparison.Ordinal) && called.Contains('@', StringComparison.Ordinal))
            {
                found.Add(PipelineRules.Inherited, job.Value["secrets"].Location, $"job/{job.Name}", $"'{called.Split('@')[0]}' gets every secret of this repository{(IsPinned(called) ? "" : ", and what it is can change at any time")}; name those that it needs");
            }
        }
    }

    /// <summary>Whether a commit is named, which cannot become another one.</summary>
    private static bool IsPinned(string called) => called.Split('@')[^1] is { Length: 40 } commit && commit.All(char.IsAsciiHexDigit);
}
