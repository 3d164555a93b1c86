using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>What the command line of AWS prints of secrets.</summary>
internal static class AwsOutput
{
    /// <summary>What a command prints.</summary>
    public static SecretOutput? Of(CalledProgram program)
    {
        var given = new ShellArguments(program.Words, program.From, AwsCommands.TakesWord);
        ShellPiece? query = given.Of("query");
        if (given.Rest.Count < 2)
        {
            return null;
        }

        (string service, ShellPiece verb) = (given.Rest[0].Text, given.Rest[1]);
        return (service, verb.Text) switch
        {
            ("secretsmanager", "get-secret-value" or "batch-get-secret-value") when SecretOutput.Asks(query, "SecretString", "SecretBinary") =>
                Output(given.Of("secret-id")?.Text, "'aws secretsmanager describe-secret' says whether it is there"),
            ("ssm", "get-parameter" or "get-parameters" or "get-parameters-by-path" or "get-parameter-history") when given.Has("with-decryption") && SecretOutput.Asks(query, "Value") =>
                Output(given.Of("name", "names", "path")?.Text, "without '--with-decryption' it says whether it is there"),
            ("ecr", "get-login-password" or "get-authorization-token") or ("codeartifact", "get-authorization-token") or ("eks", "get-token") when SecretOutput.Asks(query, "oken") =>
                Output(null, "pipe it to what logs in"),
            ("sts", "get-session-token" or "assume-role" or "assume-role-with-web-identity") when SecretOutput.Asks(query, "SecretAccessKey", "SessionToken", "Credentials") =>
                Output(null, "take it into variables"),
            _ => null,
        };

        SecretOutput Output(string? name, string instead) => new(verb, $"aws {service} {verb.Text} {name}".TrimEnd(), instead);
    }
}
