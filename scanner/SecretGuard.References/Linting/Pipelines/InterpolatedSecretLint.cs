using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.References.GitHub;
using SecretGuard.References.Pipelines;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Secrets that a pipeline writes into the text of a script before it runs.</summary>
internal sealed class InterpolatedSecretLint : ILint
{
    private const string Follows = "the value is a part of the text that the shell reads: a sign in it may break the script or run something, and it is among the arguments of the command; give it to the step by 'env:' and name the variable";

    private static readonly string[] Unixes = ["ubuntu", "macos", "debian"];

    private static readonly Regex Macro = new(@"\$\((?<name>[A-Za-z_][\w.-]*)\)", RegexOptions.NonBacktracking);

    /// <summary>How functions and commands are called, whose output a shell takes by the same signs.</summary>
    private static readonly string[] Verbs = ["get", "read", "fetch", "make", "create", "generate", "gen", "load", "cat", "find", "print"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.Interpolated];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (GitHubActionsExtractor.IsWorkflow(text.Source) && text.Source.Text.Contains("secrets", StringComparison.OrdinalIgnoreCase))
        {
            LookAtGitHub(text, found);
        }
        else if (text.Source.IsYaml && text.Source.Text.Contains("$(", StringComparison.Ordinal) && AzurePipelinesExtractor.IsPipeline(text.Source))
        {
            LookAtAzure(text, found);
        }
    }

    private static void LookAtGitHub(LintText text, LintFindings found)
    {
        foreach (YamlValue root in text.Roots)
        {
            foreach ((YamlValue scalar, YamlPath? path) in YamlWalk.Scalars(root))
            {
                bool isRun = path is { Key: "run" }, isScript = isRun || (path is { Key: "script", Above: "with" } && path.Up!.Owner.TextOf("uses")?.StartsWith("actions/github-script@", StringComparison.Ordinal) == true);
                foreach (SecretExpression secret in isScript ? SecretExpression.In(scalar.Text!).DistinctBy(secret => secret.Name, StringComparer.Ordinal) : [])
                {
                    StepVariable? variable = isRun ? OfGitHub(root, scalar, path!, secret) : null;
                    Range told = variable is null ? secret.Start..(secret.Start + secret.Length) : secret.Whole(scalar.Text!)!.Value;
                    found.Add(PipelineRules.Interpolated, PlaceOf(scalar, told), $"secrets.{secret.Name}", Follows, variable?.Replacement, variable?.Entry);
                }
            }
        }
    }

    private static StepVariable? OfGitHub(YamlValue root, YamlValue script, YamlPath path, SecretExpression secret)
    {
        YamlValue job = path.Below("jobs") is { } name ? root["jobs", name] : YamlValue.Nothing;
        return secret.Whole(script.Text!) is { } whole && IsShell(path.Owner, job, root)
            ? StepVariable.For(script, path.Owner, path.Key, whole, $"${{{{ secrets.{secret.Name} }}}}", secret.Name.ToUpperInvariant(), [job["env"], root["env"]]) : null;
    }

    /// <summary>Whether a step is run by a POSIX shell: as it says, its job or the workflow, or as the machines do that are no Windows.</summary>
    private static bool IsShell(YamlValue step, YamlValue job, YamlValue root)
    {
        string? shell = step.TextOf("shell") ?? job["defaults", "run", "shell"].Text ?? root["defaults", "run", "shell"].Text;
        string[] machines = job.TextOf("runs-on") is { } machine ? [machine] : [.. job["runs-on"].Items.Select(item => item.Text).OfType<string>()];
        return shell is null ? Array.Exists(machines, label => label == "linux" || Array.Exists(Unixes, unix => label.StartsWith(unix, StringComparison.Ordinal))) : shell is "bash" or "sh" || shell.StartsWith("bash ", StringComparison.Ordinal);
    }

    private static void LookAtAzure(LintText text, LintFindings found)
    {
        foreach (YamlValue root in text.Roots)
        {
            IReadOnlyList<(YamlValue Scalar, YamlPath? Path)> scalars = YamlWalk.Scalars(root);
            HashSet<string> fetched = AzurePipelinesExtractor.Fetched(scalars);
            foreach ((YamlValue scalar, YamlPath? path) in scalars.Where(one => one.Path is not null && AzurePipelinesExtractor.LanguageOf(one.Path) is not null))
            {
                foreach (Match macro in Macro.Matches(scalar.Text!).Where(macro => fetched.Contains(Name(macro)) || IsSecret(Name(macro))).DistinctBy(Name, StringComparer.OrdinalIgnoreCase))
                {
                    // What a vault gives is known; what only looks like a variable may be a command.
                    StepVariable? variable = path!.Key == "bash" && fetched.Contains(Name(macro))
                        ? StepVariable.For(scalar, path.Owner, path.Key, macro.Index..(macro.Index + macro.Length), macro.Value, Name(macro).Replace('.', '_').Replace('-', '_').ToUpperInvariant(), []) : null;
                    Group name = macro.Groups["name"];
                    found.Add(PipelineRules.Interpolated, PlaceOf(scalar, variable is null ? name.Index..(name.Index + name.Length) : macro.Index..(macro.Index + macro.Length)), $"$({name.Value})", Follows, variable?.Replacement, variable?.Entry);
                }
            }
        }
    }

    private static string Name(Match macro) => macro.Groups["name"].Value;

    private static Location PlaceOf(YamlValue scalar, Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(scalar.Text!.Length);
        return scalar.Place(start, length);
    }

    private static bool IsSecret(string name) => ReferenceOf.SaysSecret(name) && !Array.Exists(Verbs, verb => name.StartsWith(verb, StringComparison.OrdinalIgnoreCase));
}
