using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>The variables of a script that hold secrets: by their names, and those that take what a store says.</summary>
internal sealed class ScriptSecrets
{
    /// <summary>How Jenkins calls the password of the credentials that a variable holds.</summary>
    private const string PasswordOfJenkins = "_PSW";

    private readonly HashSet<string> _fetched;
    private readonly HashSet<string> _counters;

    private ScriptSecrets(HashSet<string> fetched, HashSet<string> counters) => (_fetched, _counters) = (fetched, counters);

    /// <summary>Those of a script. What begins with a number counts something: <c>PASS=0</c>.</summary>
    public static ScriptSecrets Of(ShellScript script) =>
        new(Fetched(script.Commands), script.Assignments.Where(one => one.Word.Text.Length > one.Name.Length + 1 && one.Word.Text.AsSpan(one.Name.Length + 1).ContainsAnyExceptInRange('0', '9') is false).Select(one => one.Name).ToHashSet(StringComparer.Ordinal));

    /// <summary>Those of one command.</summary>
    public static ScriptSecrets Of(ShellCommand command) => new(Fetched([command]), []);

    private static HashSet<string> Fetched(IReadOnlyList<ShellCommand> commands) =>
        [.. commands.Where(command => command.Into is not null && CalledProgram.In(command).Any(program => SecretOutput.Of(program) is not null)).Select(command => command.Into!)];

    /// <summary>Whether a variable holds one.</summary>
    public bool Has(string variable) => _fetched.Contains(variable) || variable.EndsWith(PasswordOfJenkins, StringComparison.Ordinal) || (ReferenceOf.SaysSecret(variable) && !_counters.Contains(variable));

    /// <summary>The first variable whose value is a part of a word and a secret; null where there is none.</summary>
    public string? In(ShellWord word) => word.Variables.Find(Has);
}
