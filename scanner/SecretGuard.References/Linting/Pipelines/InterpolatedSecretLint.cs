using System.Text.RegularExpressions;
using SecretGuard.References.GitHub;
using SecretGuard.References.Pipelines;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Secrets that a pipeline writes into the text of a script before it runs.</summary>
internal sealed class InterpolatedSecretLint : ILint
{
    private const string Follows = "the value is a part of the text that the shell reads: a sign in it may break the script or run something, and it is among the arguments of the command; give it to the step by 'env:' and name the variable";

    private static readonly Regex Macro = new(@"\$\((?<name>[A-Za-z_][\w.]*)\)", RegexOptions.NonBacktracking);

    /// <summary>How functions and commands are called, whose output a shell takes by the same signs.</summary>
    private static readonly string[] Verbs = ["get", "read", "fetch", "make", "create", "generate", "gen", "load", "cat", "find", "print"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.Interpolated];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.Source.Text.Contains("secrets", StringComparison.OrdinalIgnoreCase) && GitHubActionsExtractor.IsWorkflow(text.Source))
        {
            LookAtGitHub(text, found);
        }
        else if (text.Source.Text.Contains("$(", StringComparison.Ordinal) && AzurePipelinesExtractor.IsPipeline(text.Source))
        {
            LookAtAzure(text, found);
        }
    }

    private static void LookAtGitHub(LintText text, LintFindings found)
    {
        foreach ((YamlValue scalar, YamlPath? path) in text.Roots.SelectMany(YamlWalk.Scalars))
        {
            bool isScript = path is { Key: "run" } || (path is { Key: "script", Above: "with" } && path.Up!.Owner.TextOf("uses")?.StartsWith("actions/github-script@", StringComparison.Ordinal) == true);
            foreach (SecretExpression secret in isScript ? SecretExpression.In(scalar.Text!).DistinctBy(secret => secret.Name, StringComparer.Ordinal) : [])
            {
                found.Add(PipelineRules.Interpolated, scalar.Place(secret.Start, secret.Length), $"secrets.{secret.Name}", Follows);
            }
        }
    }

    private static void LookAtAzure(LintText text, LintFindings found)
    {
        foreach (YamlValue root in text.Roots)
        {
            IReadOnlyList<(YamlValue Scalar, YamlPath? Path)> scalars = YamlWalk.Scalars(root);
            HashSet<string> fetched = AzurePipelinesExtractor.Fetched(scalars);
            foreach ((YamlValue scalar, YamlPath? path) in scalars.Where(one => one.Path is not null && AzurePipelinesExtractor.LanguageOf(one.Path) is not null))
            {
                foreach (Group name in Macro.Matches(scalar.Text!).Select(match => match.Groups["name"]).Where(name => fetched.Contains(name.Value) || IsSecret(name.Value)).DistinctBy(name => name.Value, StringComparer.OrdinalIgnoreCase))
                {
                    found.Add(PipelineRules.Interpolated, scalar.Place(name.Index, name.Length), $"$({name.Value})", Follows);
                }
            }
        }
    }

    private static bool IsSecret(string name) => ReferenceOf.SaysSecret(name) && !Array.Exists(Verbs, verb => name.StartsWith(verb, StringComparison.OrdinalIgnoreCase));
}
