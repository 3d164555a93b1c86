using SecretGuard.Inventories;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Access;

/// <summary>What actions of IAM come to.</summary>
internal static class IamActions
{
    /// <summary>The action that takes the key of a customer to read with.</summary>
    public const string Decrypt = "kms:Decrypt";

    private static readonly Dictionary<string, (string Action, Capabilities Capabilities)[]> OfStores = new(StringComparer.Ordinal)
    {
        [StoreTypes.AwsSecretsManager] =
        [
            ("secretsmanager:GetSecretValue", Capabilities.Read), ("secretsmanager:DescribeSecret", Capabilities.Describe), ("secretsmanager:ListSecretVersionIds", Capabilities.Describe),
            ("secretsmanager:ListSecrets", Capabilities.List), ("secretsmanager:CreateSecret", Capabilities.Write), ("secretsmanager:PutSecretValue", Capabilities.Write),
            ("secretsmanager:UpdateSecret", Capabilities.Write), ("secretsmanager:DeleteSecret", Capabilities.Delete), ("secretsmanager:PutResourcePolicy", Capabilities.Manage),
        ],
        [StoreTypes.AwsSsm] =
        [
            ("ssm:GetParameter", Capabilities.Read), ("ssm:GetParameters", Capabilities.Read), ("ssm:GetParametersByPath", Capabilities.Read), ("ssm:GetParameterHistory", Capabilities.Read),
            ("ssm:DescribeParameters", Capabilities.Describe), ("ssm:PutParameter", Capabilities.Write), ("ssm:DeleteParameter", Capabilities.Delete), ("ssm:DeleteParameters", Capabilities.Delete),
        ],
    };

    /// <summary>The stores that actions are known of.</summary>
    public static IReadOnlyCollection<string> Stores => OfStores.Keys;

    /// <summary>What some actions allow in a store.</summary>
    public static Capabilities Of(string store, IEnumerable<string> actions) => actions.Aggregate(Capabilities.None, (all, action) => all | Of(store, action));

    /// <summary>Whether an action, which may be a pattern, is another one too.</summary>
    public static bool Is(string pattern, string action) => NameGlob.Meet(NameGlob.OfIam(HclString.Read(pattern.ToUpperInvariant())), action.ToUpperInvariant());

    private static Capabilities Of(string store, string action) =>
        OfStores[store].Where(known => Is(action, known.Action)).Aggregate(Capabilities.None, (all, known) => all | known.Capabilities);
}
