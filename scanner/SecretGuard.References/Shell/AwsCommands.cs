using SecretGuard.Inventories;

namespace SecretGuard.References.Shell;

/// <summary>What the command line of AWS is asked of Secrets Manager and Parameter Store.</summary>
internal static class AwsCommands
{
    /// <summary>Whether an option is followed by a value.</summary>
    public static bool TakesWord(string option) => option is not ("with-decryption" or "no-with-decryption" or "overwrite" or "recursive" or "no-cli-pager" or "debug");

    /// <summary>Reads a command.</summary>
    public static void Read(IReadOnlyList<ShellWord> words, int from, CommandReference add)
    {
        var given = new ShellArguments(words, from, TakesWord);
        if (given.Rest.Count < 2)
        {
            return;
        }

        string verb = given.Rest[1].Text;
        if (given.Rest[0].Text == "secretsmanager")
        {
            ReadSecret(given, verb, add);
        }
        else if (given.Rest[0].Text == "ssm")
        {
            ReadParameter(given, verb, add);
        }
    }

    private static void ReadSecret(ShellArguments given, string verb, CommandReference add)
    {
        if ((verb == "create-secret" ? given.Of("name") : given.Of("secret-id")) is { } name)
        {
            SecretReference reference = ReferenceOf.Secret(StoreTypes.AwsSecretsManager, name.Text, $"aws secretsmanager {verb}") with
            {
                Address = given.Of("region")?.Text,
                Version = given.Of("version-id", "version-stage")?.Text,
            };
            add(reference, name.Place, verb is "create-secret" or "put-secret-value" or "update-secret");
        }
    }

    private static void ReadParameter(ShellArguments given, string verb, CommandReference add)
    {
        if (verb is not ("get-parameter" or "get-parameters" or "get-parameters-by-path" or "put-parameter" or "get-parameter-history"))
        {
            return;
        }

        bool isSource = verb == "get-parameters-by-path";
        bool secure = given.Has("with-decryption") || given.Of("type")?.Text == "SecureString";
        IEnumerable<ShellPiece> names = isSource ? given.All("path") : verb == "get-parameters" ? given.All("names").Concat(given.Rest.Skip(2)) : given.All("name");
        foreach (ShellPiece name in names)
        {
            SecretReference reference = ReferenceOf.Secret(StoreTypes.AwsSsm, isSource ? name.Text.TrimEnd('/') + "/*" : name.Text, $"aws ssm {verb}") with
            {
                Address = given.Of("region")?.Text,
                IsSecret = secure || ReferenceOf.SaysSecret(name.Text[(name.Text.LastIndexOf('/') + 1)..]),
                Kind = isSource ? ReferenceKinds.Source : ReferenceKinds.Secret,
            };
            add(reference, name.Place, verb == "put-parameter");
        }
    }
}
