using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>Secrets beside a user: <c>curl -u name:$PASSWORD</c>, <c>psql postgres://name:$PASSWORD@host</c>.</summary>
internal static class GivenAddress
{
    private static readonly HashSet<string> Programs = new(["psql", "pg_dump", "pg_restore", "mongosh", "mongo", "mongodump", "redis-cli", "curl", "wget", "git", "mysqlsh", "sqlplus"], StringComparer.Ordinal);

    /// <summary>The first of them. Only what is known when it runs: what stands there as a word is found as a secret, or is an example.</summary>
    public static GivenSecret? Of(CalledProgram program, ScriptSecrets secrets)
    {
        if (!Programs.Contains(program.Name))
        {
            return null;
        }

        if (program.Name == "curl" && program.Arguments(_ => true).Of("u", "user", "proxy-user") is { } user && user.Text.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0
            && user.Text[(colon + 1)..].Contains('*', StringComparison.Ordinal) && !user.Word.Raw.Contains("${{", StringComparison.Ordinal))
        {
            return new GivenSecret(new ShellPiece(user.Word, user.Start + colon + 1), "curl -u", "'--netrc-file' or '-K -' reads it from a file");
        }

        foreach (ShellWord word in program.Words.Skip(program.From))
        {
            string text = word.Text;
            int scheme = text.IndexOf("://", StringComparison.Ordinal), at = scheme < 0 ? -1 : text.IndexOf('@', scheme), split = scheme < 0 ? -1 : text.IndexOf(':', scheme + 3);
            int start = split >= 0 && split < at ? split + 1 : scheme + 3;
            if (at > start && text[start..at].Contains('*', StringComparison.Ordinal) && secrets.In(word) is not null)
            {
                return new GivenSecret(new ShellPiece(word, start), $"{program.Name} {text[..scheme]}://", program.Name == "git" ? "a credential helper holds it" : "a file that the program reads or a variable of the environment holds it");
            }
        }

        return null;
    }
}
