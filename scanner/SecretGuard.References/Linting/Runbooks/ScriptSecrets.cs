using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>The variables of a script that hold secrets: by their names, and those that take what a store says.</summary>
internal sealed class ScriptSecrets
{
    private readonly HashSet<string> _fetched;

    private ScriptSecrets(HashSet<string> fetched) => _fetched = fetched;

    /// <summary>Those of a script.</summary>
    public static ScriptSecrets Of(IReadOnlyList<ShellCommand> commands) =>
        new(commands.Where(command => command.Into is not null && CalledProgram.In(command).Any(program => SecretOutput.Of(program) is not null)).Select(command => command.Into!).ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether a variable holds one.</summary>
    public bool Has(string variable) => _fetched.Contains(variable) || ReferenceOf.SaysSecret(variable);

    /// <summary>The first variable whose value is a part of a word and a secret; null where there is none.</summary>
    public string? In(ShellWord word) => word.Variables.Find(Has);
}
