using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.GitHub;

/// <summary>Actions that fetch secrets from stores: of Azure, AWS and HashiCorp.</summary>
internal static class StoreActions
{
    /// <summary>Reads what an action is given.</summary>
    /// <param name="found">Where references go.</param>
    /// <param name="action">The action with its version: <c>azure/get-keyvault-secrets@v1</c>.</param>
    /// <param name="inputs">What it is given.</param>
    /// <param name="consumer">Who uses it.</param>
    public static void Read(Extraction found, string action, YamlValue inputs, string consumer)
    {
        string name = action.Split('@')[0].ToLowerInvariant();
        YamlValue list = name == "aws-actions/aws-secretsmanager-get-secrets" ? inputs["secret-ids"] : inputs["secrets"];
        if (list.Text is not { } text)
        {
            return;
        }

        switch (name)
        {
            case "azure/get-keyvault-secrets":
                foreach ((string secret, int start) in TextParts.Split(text, ",\n"))
                {
                    SecretReference reference = ReferenceOf.KeyVault(Known(inputs.TextOf("keyvault")), Known(secret)!, name);
                    found.Add(secret == "*" ? reference with { Kind = ReferenceKinds.Source } : reference, list.Place(start, secret.Length), consumer);
                }

                break;
            case "aws-actions/aws-secretsmanager-get-secrets":
                foreach ((string line, int start) in TextParts.Split(text, "\n"))
                {
                    ReadAws(line, Known, inputs.Says("parse-json-secrets"), (reference, at, length, variable) => found.Add(reference, list.Place(start + at, length), consumer, variable));
                }

                break;
            case "hashicorp/vault-action":
                foreach ((string line, int start) in TextParts.Split(text, ";\n"))
                {
                    ReadVault(line, Known(inputs.TextOf("url")), (reference, at, length, variable) => found.Add(reference, list.Place(start + at, length), consumer, variable));
                }

                break;
        }
    }

    private delegate void Told(SecretReference reference, int start, int length, SecretReference variable);

    /// <summary><c>name</c> or <c>ALIAS, name</c>: a variable of that name, or of the secret's in capitals.</summary>
    private static void ReadAws(string line, Func<string?, string?> known, bool parsed, Told tell)
    {
        int comma = line.IndexOf(',', StringComparison.Ordinal);
        string name = line[(comma + 1)..].Trim(), alias = comma < 0 ? "" : line[..comma].Trim();
        if (name.Length == 0)
        {
            return;
        }

        bool isPattern = name.EndsWith('*');
        string variable = isPattern ? "*" : alias.Length > 0 ? alias : Variable(name);
        tell(
            ReferenceOf.Secret(StoreTypes.AwsSecretsManager, known(name)!, "aws-secretsmanager-get-secrets") with { Kind = isPattern ? ReferenceKinds.Source : ReferenceKinds.Secret },
            line.LastIndexOf(name, StringComparison.Ordinal),
            name.Length,
            ReferenceOf.SecretVariable(parsed && !isPattern ? variable + "_*" : variable, "aws-secretsmanager-get-secrets"));
    }

    /// <summary><c>path key | VARIABLE</c>, the variable may be left out.</summary>
    private static void ReadVault(string line, string? address, Told tell)
    {
        string[] halves = line.Split('|');
        string[] words = halves[0].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return;
        }

        string variable = halves.Length > 1 ? halves[1].Trim() : words[1] == "*" ? "*" : Variable(words[1]);
        SecretReference reference = ReferenceOf.Secret(StoreTypes.Vault, Known(words[0])!, "vault-action") with { Property = words[1] == "*" ? null : Known(words[1]), Address = address };
        tell(reference, line.IndexOf(words[0], StringComparison.Ordinal), words[0].Length, ReferenceOf.SecretVariable(variable, "vault-action"));
    }

    private static string Variable(string name) => string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToUpperInvariant(character) : '_'));

    /// <summary>A text with <c>*</c> for each expression in it.</summary>
    private static string? Known(string? text)
    {
        while (text is not null && text.IndexOf("${{", StringComparison.Ordinal) is var start and >= 0)
        {
            int end = text.IndexOf("}}", start, StringComparison.Ordinal);
            text = $"{text[..start]}*{(end < 0 ? "" : text[(end + 2)..])}";
        }

        return text;
    }
}
