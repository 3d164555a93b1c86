using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>Options of programs that take a secret, where the program takes it in a better way too.</summary>
internal static class SecretOptions
{
    private const string Input = "'--password-stdin' reads it from standard input";

    /// <summary>A program, the words behind it that must stand there, the options, and what to do instead. An option with <c>=</c> behind it takes its value in the same word only.</summary>
    private sealed record Entry(string Program, string Verbs, string[] Options, string Instead);

    private static readonly Entry[] Entries =
    [
        new("az", "keyvault secret set", ["value"], "'--file' reads it from a file"),
        new("az", "login", ["p", "password"], "log in by federation or a managed identity, or leave it out to be asked"),
        new("az", "acr login", ["p", "password"], "without it the session of 'az login' is used"),
        new("az", "", ["admin-password", "administrator-login-password", "account-key", "sas-token"], "'@FILE' reads it from a file"),
        new("aws", "secretsmanager", ["secret-string"], "'file://' reads it from a file"),
        new("aws", "rds", ["master-user-password"], "'--manage-master-user-password' lets AWS make it"),
        new("docker", "login", ["p", "password"], Input),
        new("podman", "login", ["p", "password"], Input),
        new("nerdctl", "login", ["p", "password"], Input),
        new("buildah", "login", ["p", "password"], Input),
        new("skopeo", "login", ["p", "password"], Input),
        new("oras", "login", ["p", "password"], Input),
        new("crane", "auth login", ["p", "password"], Input),
        new("helm", "registry login", ["p", "password"], Input),
        new("kubectl", "create secret docker-registry", ["docker-password"], "'--from-file=.dockerconfigjson=FILE' reads it from a file"),
        new("oc", "create secret docker-registry", ["docker-password"], "'--from-file=.dockerconfigjson=FILE' reads it from a file"),
        new("gh", "secret set", ["b", "body"], "without it the value is read from standard input"),
        new("mysql", "", ["p=", "password="], "a file of options ('--defaults-extra-file') holds it"),
        new("mysqldump", "", ["p=", "password="], "a file of options ('--defaults-extra-file') holds it"),
        new("mysqladmin", "", ["p=", "password="], "a file of options ('--defaults-extra-file') holds it"),
        new("mariadb", "", ["p=", "password="], "a file of options ('--defaults-extra-file') holds it"),
        new("redis-server", "", ["requirepass"], "a file of configuration ('requirepass', 'aclfile') holds it"),
        new("redis-cli", "", ["a", "pass"], "the variable 'REDISCLI_AUTH' holds it"),
        new("sshpass", "", ["p", "p="], "the variable 'SSHPASS' holds it with '-e'; a key needs no password"),
        new("sqlcmd", "", ["P"], "the variable 'SQLCMDPASSWORD' holds it"),
        new("twine", "upload", ["p", "password"], "the variable 'TWINE_PASSWORD' holds it"),
        new("wget", "", ["password", "http-password", "ftp-password"], "'.netrc' or '--use-askpass' holds it"),
        new("openssl", "", ["passin", "passout", "pass"], "'env:NAME' or 'file:PATH' names where it is"),
        new("gpg", "", ["passphrase"], "'--passphrase-fd 0' reads it from standard input"),
    ];

    /// <summary>The secret that an option of a program takes; null where none does.</summary>
    public static GivenSecret? Of(CalledProgram program)
    {
        foreach (Entry entry in Entries.Where(entry => entry.Program == program.Name))
        {
            ShellArguments given = program.Arguments(_ => true);
            if (entry.Verbs.Length > 0 && !string.Join(' ', given.Rest.Select(word => word.Text)).StartsWith(entry.Verbs, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (string option in entry.Options)
            {
                if (Value(program, given, option) is { } value && GivenSecret.IsValue(value))
                {
                    string name = option.TrimEnd('=');
                    return new GivenSecret(value, $"{program.Name} {entry.Verbs}{(entry.Verbs.Length > 0 ? " " : "")}{(name.Length > 1 && program.Name != "openssl" ? "--" : "-")}{name}", entry.Instead);
                }
            }
        }

        return null;
    }

    /// <summary>The value of an option: the next word, what stands behind <c>=</c>, or what follows a single letter at once.</summary>
    private static ShellPiece? Value(CalledProgram program, ShellArguments given, string option)
    {
        if (!option.EndsWith('='))
        {
            return given.Of(option);
        }

        string sign = option.Length == 2 ? $"-{option[0]}" : $"--{option}";
        ShellWord? word = program.Words.Skip(program.From).FirstOrDefault(word => word.Length > sign.Length && word.Text.StartsWith(sign, StringComparison.Ordinal) && !(option.Length == 2 && word.Text[1] == '-'));
        return word is null ? null : new ShellPiece(word, sign.Length);
    }
}
