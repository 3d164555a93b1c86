using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>Who asks a store, and who writes into it.</summary>
public static partial class ManifestRules
{
    /// <summary>A login that can be copied.</summary>
    public static Rule StaticIdentity { get; } = new("manifest-identity-static", "Login that can be copied stands in the cluster")
    {
        DiagnosticId = "SG3119",
        Severity = Severity.Medium,
        Advice = "Let the workload's ServiceAccount sign in: workload identity of the cloud, or Kubernetes authentication of Vault.",
    };

    /// <summary>A role of Vault with a secret id.</summary>
    public static Rule AppRole { get; } = new("manifest-identity-approle", "AppRole signs in where the ServiceAccount could")
    {
        DiagnosticId = "SG3120",
        Severity = Severity.Low,
        Advice = "Use Kubernetes authentication of Vault; where AppRole must stay, let secret ids end soon and be used once.",
    };

    /// <summary>The machine's identity.</summary>
    public static Rule NodeIdentity { get; } = new("manifest-identity-of-node", "Store is asked as the machine")
    {
        DiagnosticId = "SG3121",
        Severity = Severity.Medium,
        Advice = "Use workload identity, and take the machine's identity its right to the vault.",
    };

    /// <summary>A push that overwrites.</summary>
    public static Rule PushOverwrites { get; } = new("manifest-push-overwrites", "PushSecret writes over what its store has")
    {
        DiagnosticId = "SG3123",
        Severity = Severity.Low,
        Advice = "Set updatePolicy IfNotExists where the store is the source, or 'checkAndSet: { required: true }' in the store.",
    };

    /// <summary>A push that deletes.</summary>
    public static Rule PushDeletes { get; } = new("manifest-push-deletes", "PushSecret deletes what others read")
    {
        DiagnosticId = "SG3124",
        Severity = Severity.Medium,
        Advice = "Set deletionPolicy None, and delete the secret in the store when nobody reads it any more.",
    };
}
