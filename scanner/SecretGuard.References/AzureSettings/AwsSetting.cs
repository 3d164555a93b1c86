using SecretGuard.Inventories;

namespace SecretGuard.References.AzureSettings;

/// <summary>Settings that CloudFormation and ECS fill in.</summary>
internal static class AwsSetting
{
    private const int PartsOfArn = 7;

    /// <summary>A dynamic reference of CloudFormation: <c>id:SecretString:key:stage:version</c>, or <c>name:version</c>. With the length of the name.</summary>
    public static (SecretReference Reference, int Length) Resolved(string service, string text)
    {
        if (!service.Equals("secretsmanager", StringComparison.OrdinalIgnoreCase))
        {
            int colon = text.LastIndexOf(':');
            int end = colon > 0 && text.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? colon : text.Length;
            string name = VaultSetting.Known(text[..end]);
            return (ReferenceOf.Secret(StoreTypes.AwsSsm, name, "resolve") with
            {
                Version = end < text.Length ? text[(end + 1)..] : null,
                IsSecret = service.EndsWith("secure", StringComparison.OrdinalIgnoreCase) || ReferenceOf.SaysSecret(name[(name.LastIndexOf('/') + 1)..]),
            }, end);
        }

        int length = Length(text, text.StartsWith("arn:", StringComparison.Ordinal) ? PartsOfArn : 1);
        string[] rest = text[Math.Min(text.Length, length + 1)..].Split(':'); // SecretString, key, stage, version
        return (ReferenceOf.Secret(StoreTypes.AwsSecretsManager, VaultSetting.Known(text[..length]), "resolve") with { Property = At(rest, 1), Version = At(rest, 3) ?? At(rest, 2) }, length);
    }

    /// <summary>An ARN of a secret or a parameter, that of a secret followed by <c>:key:stage:version</c> or not. With the length of the ARN itself.</summary>
    public static (SecretReference Reference, int Length) Arn(string text, string via)
    {
        string[] parts = text.Split(':');
        bool isSecret = text.Contains(":secretsmanager:", StringComparison.Ordinal);
        int length = isSecret ? Length(text, PartsOfArn) : text.Length;
        string[] rest = isSecret && length < text.Length ? text[(length + 1)..].Split(':') : [];
        return (ReferenceOf.Secret(isSecret ? StoreTypes.AwsSecretsManager : StoreTypes.AwsSsm, VaultSetting.Known(text[..length]), via) with
        {
            Address = At(parts, 3) is { } region && !region.Contains('$', StringComparison.Ordinal) ? region : null,
            Property = At(rest, 0),
            Version = At(rest, 2) ?? At(rest, 1),
        }, length);
    }

    private static string? At(string[] parts, int index) => index < parts.Length && parts[index].Length > 0 ? parts[index] : null;

    /// <summary>How long the first parts are; colons of what is filled in (<c>${AWS::Region}</c>) divide nothing.</summary>
    private static int Length(string text, int parts)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (text[i] == ':' && depth <= 0 && --parts == 0)
            {
                return i;
            }
        }

        return text.Length;
    }
}
