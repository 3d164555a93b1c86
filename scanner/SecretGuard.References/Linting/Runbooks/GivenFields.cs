using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>Secrets that programs take as <c>name=value</c>, or as a word of its own.</summary>
internal static class GivenFields
{
    private const string File = "'@FILE' reads a value from a file, 'key=-' from standard input";

    /// <summary>What a pipeline or a pod signs in with: it ends by itself within minutes.</summary>
    private const string Identity = "jwt";

    /// <summary>Fields of secrets that are none.</summary>
    private static readonly HashSet<string> Public = new(["username", "user", "host", "hostname", "port", "url", "address", "email", "dbname", "database", "name", "region", "ttl", "description"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The first of them.</summary>
    public static GivenSecret? Of(CalledProgram program, ScriptSecrets secrets) => program.Name switch
    {
        "vault" or "bao" => Vault(program, secrets),
        "kubectl" or "oc" => Cluster(program),
        "aws" => Parameter(program),
        "docker" or "podman" or "nerdctl" => Variable(program, secrets),
        "helm" => Setting(program.Arguments(_ => true), ["set", "set-string"], secrets, "helm --set", "'-f' reads values from a file; the chart can name a secret that exists"),
        "terraform" or "tofu" => Setting(program.Arguments(_ => true), ["var"], secrets, $"{program.Name} -var", "the variable 'TF_VAR_name' holds it"),
        _ => null,
    };

    private static GivenSecret? Vault(CalledProgram program, ScriptSecrets secrets)
    {
        ShellArguments given = VaultCommands.Arguments(program.Words, program.From);
        string tool = program.Name;
        return given.Rest switch
        {
            [{ Text: "kv" }, { Text: "put" or "patch" } verb, _, ..] => Field(given.Rest.Skip(3), name => !Public.Contains(name), $"{tool} kv {verb.Text}"),
            [{ Text: "write" }, { } path, ..] => Field(given.Rest.Skip(2), name => name == "secret_id" || (ReferenceOf.SaysSecret(name) && !(name == Identity && path.Text.EndsWith("/login", StringComparison.Ordinal))), $"{tool} write"),
            [{ Text: "login" }, { } token, ..] when GivenSecret.IsValue(token) && !token.Text.Contains('=', StringComparison.Ordinal) => new GivenSecret(token, $"{tool} login", "left out, it is asked for; '-' reads it from standard input"),
            [{ Text: "login" }, ..] => Field(given.Rest.Skip(1), name => name != Identity && ReferenceOf.SaysSecret(name), $"{tool} login"),
            [{ Text: "operator" }, { Text: "unseal" }, { } key, ..] when GivenSecret.IsValue(key) => new GivenSecret(key, $"{tool} operator unseal", "left out, it is asked for"),
            _ => null,
        };

        static GivenSecret? Field(IEnumerable<ShellPiece> fields, Func<string, bool> isSecret, string what)
        {
            foreach (ShellPiece field in fields)
            {
                int equals = field.Text.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0 && isSecret(field.Text[..equals]) && new ShellPiece(field.Word, field.Start + equals + 1) is var value && GivenSecret.IsValue(value))
                {
                    return new GivenSecret(value, $"{what} {field.Text[..equals]}=", File);
                }
            }

            return null;
        }
    }

    private static GivenSecret? Cluster(CalledProgram program)
    {
        ShellArguments given = KubectlCommands.Arguments(program.Words, program.From);
        if (given.Rest is not [{ Text: "create" }, { Text: "secret" }, ..])
        {
            return null;
        }

        foreach (ShellPiece literal in given.All("from-literal"))
        {
            int equals = literal.Text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && !Public.Contains(literal.Text[..equals]) && new ShellPiece(literal.Word, literal.Start + equals + 1) is var value && GivenSecret.IsValue(value))
            {
                return new GivenSecret(value, $"{program.Name} create secret --from-literal={literal.Text[..equals]}", "'--from-file' and '--from-env-file' read it from a file, '/dev/stdin' among them");
            }
        }

        return null;
    }

    private static GivenSecret? Parameter(CalledProgram program)
    {
        var given = new ShellArguments(program.Words, program.From, AwsCommands.TakesWord);
        return given.Rest is [{ Text: "ssm" }, { Text: "put-parameter" }, ..] && given.Of("type")?.Text == "SecureString" && given.Of("value") is { } value && GivenSecret.IsValue(value)
            ? new GivenSecret(value, "aws ssm put-parameter --value", "'file://' reads it from a file")
            : given.Rest is [{ Text: "configure" }, { Text: "set" }, { Text: "aws_secret_access_key" }, { } key, ..] && GivenSecret.IsValue(key) ? new GivenSecret(key, "aws configure set aws_secret_access_key", "variables of the environment hold it") : null;
    }

    /// <summary>A variable that a container is given with its value. Without the value it takes that of the environment.</summary>
    private static GivenSecret? Variable(CalledProgram program, ScriptSecrets secrets)
    {
        ShellArguments given = program.Arguments(name => name is "e" or "env");
        return given.Rest is [{ Text: "run" or "exec" }, ..]
            ? Named(given.All("e").Concat(given.All("env")), secrets, $"{program.Name} {given.Rest[0].Text} -e", "the name alone takes the value from the environment") : null;
    }

    private static GivenSecret? Setting(ShellArguments given, ReadOnlySpan<string> options, ScriptSecrets secrets, string what, string instead)
    {
        foreach (string option in options)
        {
            if (Named(given.All(option), secrets, what, instead) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Of settings <c>a.b=value</c> one whose name is a secret's and whose value is known only when it runs: examples say some word.</summary>
    private static GivenSecret? Named(IEnumerable<ShellPiece> settings, ScriptSecrets secrets, string what, string instead)
    {
        foreach (ShellPiece setting in settings)
        {
            int equals = setting.Text.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? "" : setting.Text[..equals];
            if (equals > 0 && secrets.In(setting.Word) is not null && ReferenceOf.SaysSecret(name[(name.LastIndexOf('.') + 1)..]) && new ShellPiece(setting.Word, setting.Start + equals + 1) is var value && GivenSecret.IsValue(value))
            {
                return new GivenSecret(value, $"{what} {name}=", instead);
            }
        }

        return null;
    }
}
