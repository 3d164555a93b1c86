using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>The stores that manifests ask.</summary>
public static partial class ManifestRules
{
    /// <summary>The store serves other namespaces.</summary>
    public static Rule StoreOutOfReach { get; } = new("manifest-store-out-of-reach", "Manifest uses a store that its namespace may not use")
    {
        DiagnosticId = "SG3104",
        Advice = "Declare a SecretStore in this namespace, or let a ClusterSecretStore's conditions name it.",
    };

    /// <summary>The store is that of another environment.</summary>
    public static Rule OtherEnvironment { get; } = new("manifest-store-of-other-environment", "Manifest of one environment uses the store of another")
    {
        DiagnosticId = "SG3105",
        Advice = "Name the store of this environment; where both share it on purpose, declare it for both in secretguard.yml.",
    };

    /// <summary>Two environments have one store.</summary>
    public static Rule SharedStore { get; } = new("manifest-store-shared", "Several environments use one store")
    {
        DiagnosticId = "SG3106",
        Severity = Severity.Low,
        Advice = "Give each environment a store of its own, or declare the shared one in secretguard.yml.",
    };

    /// <summary>Secrets leave the cluster without TLS.</summary>
    public static Rule PlainHttp { get; } = new("manifest-store-plain-http", "Store is asked without TLS")
    {
        DiagnosticId = "SG3107",
        Advice = "Ask it by https; name its authority (caBundle, caProvider) where it has one of its own.",
    };

    /// <summary>Secrets pass through the cluster without TLS.</summary>
    public static Rule HttpInCluster { get; } = new("manifest-store-http-in-cluster", "Store in the cluster is asked without TLS")
    {
        DiagnosticId = "SG3108",
        Severity = Severity.Medium,
        Advice = "Let the store's service offer TLS, by a certificate of the cluster or by a mesh, and ask it by https.",
    };

    /// <summary>Nobody looks at the store's certificate.</summary>
    public static Rule Unverified { get; } = new("manifest-store-unverified", "Certificate of the store is not verified")
    {
        DiagnosticId = "SG3109",
        Advice = "Name the authority that signed the certificate instead.",
    };
}
