using SecretGuard.References.Linting.Runbooks;
using SecretGuard.References.Shell;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Secrets that a step hands to later ones without saying that they are: their logs show them.</summary>
internal sealed class UnmaskedVariableLint : ILint
{
    private const string SetVariable = "##vso[task.setvariable ";
    private const string Mask = "::add-mask::";
    private const string Masks = "issecret=";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.Unmasked];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        string all = text.Source.Text;
        if (all.Contains(SetVariable, StringComparison.Ordinal))
        {
            LookAtAzure(text, found);
        }

        if (text.Source.Holder == "github-actions" && all.Contains("GITHUB_", StringComparison.Ordinal) && !all.Contains(Mask, StringComparison.Ordinal))
        {
            LookAtGitHub(text, found);
        }
    }

    private static void LookAtAzure(LintText text, LintFindings found)
    {
        var secrets = ScriptSecrets.Of(text.Script);
        foreach (ShellWord word in text.Commands.SelectMany(command => command.Words))
        {
            int start = word.Text.IndexOf(SetVariable, StringComparison.Ordinal), end = start < 0 ? -1 : word.Text.IndexOf(']', start);
            if (end < 0)
            {
                continue;
            }

            string[] properties = word.Text[(start + SetVariable.Length)..end].Split(';');
            string name = Array.Find(properties, property => property.Trim().StartsWith("variable=", StringComparison.OrdinalIgnoreCase))?.Trim()["variable=".Length..] ?? "";
            bool isSaid = Array.Exists(properties, property => property.Replace(" ", "", StringComparison.Ordinal) is var said && said.StartsWith(Masks, StringComparison.OrdinalIgnoreCase) && !said.Equals(Masks + "false", StringComparison.OrdinalIgnoreCase)); // true, or what is known when it runs
            if (!isSaid && (ReferenceOf.SaysSecret(name) || secrets.In(word) is not null))
            {
                found.Add(PipelineRules.Unmasked, word.Location, $"task.setvariable {name}", "the logs of all later steps show its value; 'issecret=true' hides it, and a step that needs it then takes it by 'env:'");
            }
        }
    }

    /// <summary><c>echo "token=$TOKEN" >> "$GITHUB_OUTPUT"</c> of what this script has fetched: what is a secret of the repository is hidden already.</summary>
    private static void LookAtGitHub(LintText text, LintFindings found)
    {
        HashSet<string> made = [.. text.Commands.Where(command => command.Into is { } into && ScriptSecrets.Of(command).Has(into)).Select(command => command.Into!)];
        foreach (ShellCommand command in text.Commands.Where(command => command.Redirections.Any(IsHandedOn) && CalledProgram.In(command).Any(CommandOutput.Echoes)))
        {
            bool isFetched = text.Commands.Any(inner => inner.Outer == command && CalledProgram.In(inner).Any(program => SecretOutput.Of(program) is not null));
            if (command.Words.FirstOrDefault(word => word.Variables.Exists(made.Contains) || (isFetched && word.Text.Contains('*', StringComparison.Ordinal))) is { } word)
            {
                string name = word.Text.Split('=')[0];
                found.Add(PipelineRules.Unmasked, word.Location, name.Contains('*', StringComparison.Ordinal) ? "output" : name, $"GitHub does not know that it is a secret, so the logs of later steps show it; say '{Mask}' of it first");
            }
        }
    }

    private static bool IsHandedOn(ShellRedirection redirection) => redirection.Target.Variables.Exists(name => name is "GITHUB_OUTPUT" or "GITHUB_ENV");
}
