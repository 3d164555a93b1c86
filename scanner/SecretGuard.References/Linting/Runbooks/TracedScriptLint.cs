using SecretGuard.References.Shell;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary><c>set -x</c> before commands that are given secrets, or whose output goes into a variable and is one: the shell prints both.</summary>
internal sealed class TracedScriptLint : ILint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [RunbookRules.Traced];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!text.IsScript || (!text.Source.Text.Contains("set -", StringComparison.Ordinal) && !text.Source.Text.Contains("xtrace", StringComparison.Ordinal)))
        {
            return;
        }

        var secrets = ScriptSecrets.Of(text.Script);
        (ShellWord? traced, Subshell? within) = (null, null);
        foreach (ShellCommand command in text.Commands.Where(command => command.Carrier is null))
        {
            traced = within?.Holds(command.Subshell) == false ? null : traced;
            if (command.Words[0].Text == "set" && Switch(command.Words) is { } word)
            {
                (traced, within) = (word.Text[0] == '-' ? word : null, command.Subshell);
            }
            else if (traced is not null && Shown(command, secrets) is { } name)
            {
                found.Add(RunbookRules.Traced, traced.Location, $"set {traced.Text}{(traced.Text.Contains('x', StringComparison.Ordinal) ? "" : " xtrace")}", $"the shell prints every command as it runs it, and line {command.Words[0].Location.StartLine} has the value of '{name}' in it");
                traced = null; // once for each switch
            }
        }
    }

    /// <summary>The word that switches it on or off: <c>-x</c>, <c>-euxo pipefail</c>, <c>-o xtrace</c>, <c>+x</c>. Null where none does.</summary>
    private static ShellWord? Switch(IReadOnlyList<ShellWord> words)
    {
        for (int i = 1; i < words.Count; i++)
        {
            string text = words[i].Text;
            bool isSign = text.Length > 1 && text[0] is '-' or '+';
            if (isSign && (text.Contains('x', StringComparison.Ordinal) || (text.EndsWith('o') && i + 1 < words.Count && words[i + 1].Text == "xtrace")))
            {
                return words[i];
            }
        }

        return null;
    }

    private static string? Shown(ShellCommand command, ScriptSecrets secrets) =>
        command.Into is { } into && secrets.Has(into) ? into : command.Words.Concat(command.Redirections.Where(one => one.Sign.Contains("<<<", StringComparison.Ordinal)).Select(one => one.Target)).Select(secrets.In).FirstOrDefault(name => name is not null);
}
