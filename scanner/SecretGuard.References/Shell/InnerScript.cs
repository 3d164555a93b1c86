using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>A script that a command is given as a word: <c>kubectl exec a -- sh -c "vault kv get b"</c>.</summary>
internal static class InnerScript
{
    /// <summary>The script as it is written, with all its signs, so that its places are those of the file. Null where there is none.</summary>
    public static SourceText? In(IReadOnlyList<ShellWord> words, SourceText source)
    {
        for (int i = 0; i + 2 < words.Count; i++)
        {
            string shell = words[i].Text, option = words[i + 1].Text;
            if (IsShell(shell) && TakesScript(option) && words[i + 2] is { Length: > 0, IsQuoted: true } script)
            {
                return source.Range(script.Range.Start, script.Range.End).As("bash");
            }
        }

        return null;
    }

    /// <summary>Whether a program is a shell.</summary>
    public static bool IsShell(string program) => program[(program.LastIndexOf('/') + 1)..] is "sh" or "bash" or "ash" or "dash" or "zsh";

    /// <summary>Whether behind an option of a shell its script stands: <c>-c</c>, <c>-ec</c>.</summary>
    public static bool TakesScript(string option) => option.StartsWith('-') && option.EndsWith('c') && !option.StartsWith("--", StringComparison.Ordinal);
}
