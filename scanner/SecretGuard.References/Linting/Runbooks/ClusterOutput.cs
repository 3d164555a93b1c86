using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>What the command line of Kubernetes prints of secrets.</summary>
internal static class ClusterOutput
{
    /// <summary>Keys under which no secret is kept.</summary>
    private static readonly HashSet<string> Public = new(["username", "user", "host", "hostname", "port", "dbname", "database", "endpoint", "region"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What a command prints.</summary>
    public static SecretOutput? Of(CalledProgram program)
    {
        ShellArguments given = KubectlCommands.Arguments(program.Words, program.From);
        if (given.Rest is [{ Text: "get" }, ..] && given.Of("raw") is { } raw)
        {
            return RequestOutput.OfCluster(program, raw.Word, raw.Word.Text);
        }

        if (given.Rest.Count < 2)
        {
            return null;
        }

        ShellPiece verb = given.Rest[0], type = given.Rest[1];
        string kind = type.Text.Split('/')[0];
        string name = type.Text.Length > kind.Length ? type.Text[(kind.Length + 1)..] : given.Rest.Count > 2 ? given.Rest[2].Text : "";
        bool shows = kind is "secret" or "secrets" && (verb.Text == "get" ? Shows(given) : verb.Text == "extract" && given.Of("to")?.Text == "-");
        return shows ? new SecretOutput(verb, $"{program.Name} {verb.Text} secret {name}".TrimEnd(), $"'{program.Name} describe secret' shows its keys and their lengths") : null;
    }

    private static bool Shows(ShellArguments given)
    {
        string form = (given.Of("o", "output") ?? given.Of("template"))?.Text ?? "";
        string[] halves = form.Split('=', 2);
        return halves[0] switch
        {
            "yaml" or "json" => true,
            "jsonpath" or "jsonpath-as-json" when halves.Length > 1 => halves[1].Contains(".data", StringComparison.Ordinal) && IsSecret(KubectlCommands.KeyIn(form)),
            "go-template" when halves.Length > 1 => form.Contains("base64decode", StringComparison.Ordinal) || (KubectlCommands.KeyIn(form) is { } key && IsSecret(key)),
            _ => given.Of("template") is not null && form.Contains("base64decode", StringComparison.Ordinal),
        };
    }

    private static bool IsSecret(string? key) => key is null || !(Public.Contains(key) || key.EndsWith(".crt", StringComparison.Ordinal) || key.EndsWith(".cer", StringComparison.Ordinal));
}
