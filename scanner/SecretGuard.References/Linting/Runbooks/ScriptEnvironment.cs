using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>The secrets among the variables that a script has, and hands to programs, by the command that is looked at.</summary>
internal sealed class ScriptEnvironment(LintText text, ScriptSecrets secrets)
{
    private const int Most = 200; // names; each is held against what is searched for

    private readonly List<string> _exported = [];
    private string[]? _assigned;

    /// <summary>Takes what a command puts into the environment.</summary>
    public void Pass(ShellCommand command)
    {
        bool isExport = command.Words[0].Text is "export" || (command.Words[0].Text is "declare" or "typeset" && command.Words.Any(word => word.Text is "-x" or "-gx"));
        foreach (string name in isExport ? command.Words.Skip(1).Select(word => word.Text).Where(word => !word.EndsWith('=')).Select(word => word.Split('=')[0]) : [])
        {
            if (_exported.Count < Most && secrets.Has(name) && !_exported.Contains(name, StringComparer.Ordinal))
            {
                _exported.Add(name);
            }
        }
    }

    /// <summary>What the script was given, and what it has put there.</summary>
    /// <param name="isAll">Whether those count too that no program is given.</param>
    public IEnumerable<string> Held(bool isAll) => text.Source.Given.Concat(_exported).Concat(isAll ? _assigned ??= Assigned() : []);

    private string[] Assigned() => [.. text.Script.Assignments.Where(one => one.Value.Text.Length > 0).Select(one => one.Name).Where(secrets.Has).Distinct(StringComparer.Ordinal).Take(Most)];
}
