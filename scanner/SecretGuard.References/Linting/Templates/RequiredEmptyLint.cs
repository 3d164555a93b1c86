using SecretGuard.Findings;
using SecretGuard.References.Shell;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Templates;

/// <summary>
/// Secrets that become an empty text where nobody sets them: in Compose where the file demands others, by which it is known here; in scripts that read a declared secret
/// and neither stop at unset variables nor look whether it is set.
/// </summary>
internal sealed class RequiredEmptyLint : ILint, IRepositoryLint
{
    private static readonly string[] Tests = ["-z", "-n", "-v"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [TemplateRules.RequiredEmpty];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.Variables.Count == 0 || LocalFiles.IsOne(text))
        {
            return;
        }

        if (TemplateVariables.IsCompose(text.Source))
        {
            LookAtCompose(text, found);
        }
        else if (text.Source.HasEnd(".sh", ".bash") && !text.Source.IsPart && !StopsAtUnset(text))
        {
            LookAtScript(text, found);
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        Dictionary<string, string> needed = new(StringComparer.Ordinal);
        foreach ((string variable, string id) in repository.Declaration.Secrets.Where(secret => secret.IsRequired).SelectMany(secret => DeclaredVariables.Of(secret).Select(variable => (variable, secret.Id))))
        {
            needed.TryAdd(variable, id);
        }

        foreach (Silent place in repository.Kept<Silent>())
        {
            if (needed.TryGetValue(place.Name, out string? id))
            {
                found.Add(TemplateRules.RequiredEmpty, place.Location, place.Name, $"'{id}' is declared as required, and where it is not set the script goes on with an empty text");
            }
        }
    }

    private static void LookAtCompose(LintText text, LintFindings found)
    {
        HashSet<string> demanded = [.. text.Variables.Where(variable => variable.IsDemanded).Select(variable => variable.Name)];
        if (demanded.Count == 0)
        {
            return;
        }

        foreach (TemplateVariable variable in text.Variables.Where(variable => variable.Sign.Length == 0 && SecretSettings.IsOne(variable.Name) && !demanded.Contains(variable.Name)).DistinctBy(variable => variable.Name, StringComparer.Ordinal))
        {
            string? replacement = !variable.IsAtItsPlace ? null : variable.IsBraced ? $"{variable.Name}:?" : $"{{{variable.Name}:?}}";
            found.Add(TemplateRules.RequiredEmpty, variable.Location, variable.Name, $"this file demands '{demanded.Order(StringComparer.Ordinal).First()}' by ':?'; where this one is not set, Compose warns and goes on with an empty text", replacement);
        }
    }

    private static void LookAtScript(LintText text, LintFindings found)
    {
        HashSet<string> looked =
        [
            .. text.Script.Assignments.Select(assignment => assignment.Name), .. text.Variables.Where(variable => variable.IsCovered).Select(variable => variable.Name),
            .. text.Commands.Where(command => command.Words.Any(word => Tests.Contains(word.Text, StringComparer.Ordinal)) || command.Words[0].Text is "read" or "for" or "unset" or "[" or "[[" or "test").SelectMany(command => command.Words).SelectMany(word => word.Variables.Append(word.Text)),
        ];
        foreach (TemplateVariable variable in text.Variables.Where(variable => variable.Sign.Length == 0 && SecretSettings.IsOne(variable.Name) && !looked.Contains(variable.Name)).DistinctBy(variable => variable.Name, StringComparer.Ordinal))
        {
            found.Keep(text.Source, new Silent(variable.Name, variable.Location));
        }
    }

    /// <summary><c>set -u</c>, <c>set -euo pipefail</c>, <c>set -o nounset</c>, <c>#!/bin/bash -eu</c>.</summary>
    private static bool StopsAtUnset(LintText text)
    {
        string first = text.Source.Line(1).ToString();
        return (first.StartsWith("#!", StringComparison.Ordinal) && first.Split(' ').Skip(1).Any(IsSwitch))
            || text.Commands.Any(command => command.Words[0].Text == "set" && command.Words.Skip(1).Any(word => IsSwitch(word.Text) || word.Text == "nounset"));
    }

    private static bool IsSwitch(string word) => word.Length > 1 && word[0] == '-' && word[1] != '-' && word.Contains('u', StringComparison.Ordinal);

    /// <summary>A place of a script where a variable becomes an empty text.</summary>
    private sealed record Silent(string Name, Location Location);
}
