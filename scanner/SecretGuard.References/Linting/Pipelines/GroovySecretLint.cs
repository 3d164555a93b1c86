using System.Text.RegularExpressions;
using SecretGuard.References.Pipelines;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Secrets that Jenkins' Groovy writes into a script, <c>sh "curl -H $TOKEN"</c>: in single quotes it would leave the variable to the shell.</summary>
internal sealed class GroovySecretLint : ILint
{
    private const string Follows = "in double quotes Groovy puts the value into the text that the shell reads: a sign in it may break the script or run something, and it is among the arguments of the command; single quotes leave the variable to the shell";

    private static readonly Regex Hole = new(@"\$(?:\{\s*(?:env\.)?(?<name>[A-Za-z_]\w*)|(?:env\.)?(?<name>[A-Za-z_]\w*))", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.Interpolated];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        string all = text.Source.Text;
        if (!JenkinsExtractor.IsOne(text.Source) || !all.Contains("redentials", StringComparison.Ordinal))
        {
            return;
        }

        HashSet<string> secrets = [.. JenkinsCredentials.In(all).Select(one => one.Variable)];
        foreach ((int start, int end) in secrets.Count == 0 ? [] : JenkinsExtractor.Scripts(all).Where(script => all[script.Start - 1] == '"'))
        {
            foreach (Match hole in Hole.Matches(all[start..end]).Where(hole => secrets.Contains(Name(hole)) && all[start + hole.Index - 1] != '\\').DistinctBy(Name, StringComparer.Ordinal))
            {
                found.Add(PipelineRules.Interpolated, text.Source.At(start + hole.Groups["name"].Index, hole.Groups["name"].Length), $"${Name(hole)}", Follows);
            }
        }
    }

    private static string Name(Match match) => match.Groups["name"].Value;
}
