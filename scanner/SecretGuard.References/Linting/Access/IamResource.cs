using SecretGuard.Inventories;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Access;

/// <summary>What a statement of IAM is about.</summary>
/// <param name="Store">One of <see cref="StoreTypes"/>; null where it may be about any.</param>
/// <param name="Name">The names there, without what an ARN has before them.</param>
internal sealed record IamResource(string? Store, HclString Name)
{
    private const int PartsOfArn = 6;

    /// <summary>The region, where the ARN says one.</summary>
    public string? Region { get; init; }

    /// <summary>Whether the ARN leaves both region and account to anybody.</summary>
    public bool IsAnywhere { get; init; }

    /// <summary>Reads a resource as a policy writes it; null where it is none of secrets.</summary>
    public static IamResource? Read(string text)
    {
        var read = HclString.Read(text);
        string[] parts = read.Text.Split(':', PartsOfArn);
        if (parts[0] != "arn" || parts.Length < PartsOfArn)
        {
            // "*", an address of Terraform, or a name that only its template knows.
            bool isRead = read.Text == "*" || (read.IsOpen && parts.Length == 1);
            return isRead || read.IsOpen || parts.Length == 1 ? new IamResource(null, isRead ? read : new HclString(HclString.Hole.ToString(), [text])) : null;
        }

        HclString Behind(string kind) => read.From(read.Text.Length - parts[5].Length + kind.Length);
        (string? store, HclString? name) = (parts[2], parts[5]) switch
        {
            (_, "*") => (null, new HclString("*", [])),
            ("secretsmanager", _) when parts[5].StartsWith("secret:", StringComparison.Ordinal) => (StoreTypes.AwsSecretsManager, Behind("secret:")),
            ("ssm", _) when parts[5].StartsWith("parameter/", StringComparison.Ordinal) => (StoreTypes.AwsSsm, Behind("parameter/")),
            ("ssm", _) when parts[5].StartsWith("parameter", StringComparison.Ordinal) => (StoreTypes.AwsSsm, Behind("parameter")),
            _ => ((string?)null, (HclString?)null),
        };
        store ??= name is null ? null : parts[2] switch { "secretsmanager" => StoreTypes.AwsSecretsManager, "ssm" => StoreTypes.AwsSsm, "*" => null, _ => "" };
        return name is null || store?.Length == 0 ? null : new IamResource(store, name)
        {
            Region = parts[3].All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && parts[3].Length > 0 ? parts[3] : null,
            IsAnywhere = parts[3] == "*" && parts[4] == "*",
        };
    }
}
