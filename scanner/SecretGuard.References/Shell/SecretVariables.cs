using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>The variables of secrets that scripts have from where they run: a project's variables are in the environment of all of its jobs.</summary>
internal static class SecretVariables
{
    /// <summary>Those that some scripts read and that none of them sets.</summary>
    public static IReadOnlyList<string> ReadBy(IEnumerable<SourceText> scripts)
    {
        ShellScript[] read = [.. scripts.Where(script => script.Text.Contains('$', StringComparison.Ordinal)).Select(script => ShellScript.Read(script.As("bash")))];
        HashSet<string> set = [.. read.SelectMany(script => script.Assignments).Select(assignment => assignment.Name)];
        return [.. read.SelectMany(script => script.Variables).Select(variable => variable.Name).Where(name => ReferenceOf.SaysSecret(name) && !set.Contains(name)).Distinct(StringComparer.Ordinal)];
    }
}
