using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>A file that holds a secret and that a command prints: <c>cat "$DB_PASSWORD_FILE"</c>, <c>cat /run/secrets/db</c>. A variable of the type file of GitLab is its path, whatever it is called.</summary>
/// <param name="At">The file.</param>
/// <param name="Subject">What prints what, for people.</param>
internal sealed record ShownFile(ShellWord At, string Subject)
{
    private static readonly HashSet<string> Programs = new(["cat", "less", "more", "head", "tail", "tac", "nl", "bat", "base64", "Get-Content"], StringComparer.Ordinal);

    /// <summary>How variables end that say where a secret is.</summary>
    private static readonly string[] Ends = ["_FILE", "_PATH", "_FILENAME", "File", "Path"];

    private static readonly string[] Folders = ["/run/secrets/", "/var/run/secrets/", "/mnt/secrets-store/", "/vault/secrets/"];

    /// <summary>Variables that by custom are paths of files with a key in them.</summary>
    private static readonly HashSet<string> Paths = new(["KUBECONFIG", "GOOGLE_APPLICATION_CREDENTIALS", "AWS_SHARED_CREDENTIALS_FILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AZURE_FEDERATED_TOKEN_FILE"], StringComparer.Ordinal);

    /// <summary>The first that a command prints; null where it prints none.</summary>
    public static ShownFile? Of(ShellCommand command, ScriptSecrets secrets)
    {
        if (CalledProgram.In(command).FirstOrDefault(program => Programs.Contains(program.Name)) is not { } program || command.Document is not null || program.Words.Skip(program.From).Any(word => word.Text.StartsWith("-c", StringComparison.Ordinal)))
        {
            return null;
        }

        foreach (ShellWord word in program.Words.Skip(program.From).Where(word => !word.Text.StartsWith('-')))
        {
            if (word.Text == "*" && word.Variables.Find(name => IsFile(name, secrets)) is { } variable)
            {
                return new ShownFile(word, $"{program.Name} ${variable}");
            }

            if (!word.Text.Contains('*', StringComparison.Ordinal) && (Array.Exists(Folders, folder => word.Text.StartsWith(folder, StringComparison.Ordinal)) ? !IsPublic(word.Text) : SecretFiles.IsOne(word.Text)))
            {
                return new ShownFile(word, $"{program.Name} {word.Text}");
            }
        }

        return null;
    }

    private static bool IsFile(string variable, ScriptSecrets secrets)
    {
        string? end = Array.Find(Ends, end => variable.EndsWith(end, StringComparison.Ordinal));
        return Paths.Contains(variable) || (end is null ? secrets.Has(variable) : ReferenceOf.SaysSecret(variable[..^end.Length]));
    }

    /// <summary>What every pod has beside its token and everybody may see.</summary>
    private static bool IsPublic(string path) => path.EndsWith("/namespace", StringComparison.Ordinal) || path.EndsWith(".crt", StringComparison.Ordinal) || path.EndsWith("/ca.pem", StringComparison.Ordinal);
}
