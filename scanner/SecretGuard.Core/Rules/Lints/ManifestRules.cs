using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>Manifests of Kubernetes and of the operators that bring secrets into a cluster.</summary>
public static partial class ManifestRules
{
    /// <summary>The version of an interface is not served any more.</summary>
    public static Rule DeprecatedVersion { get; } = new("manifest-api-deprecated", "Manifest asks for a version that operators stop serving")
    {
        DiagnosticId = "SG3101",
        Severity = Severity.Medium,
        Advice = "Ask for the version that is served now; its fields are the same where 'secretguard lint --fix' changes it.",
    };

    /// <summary>There is no such store.</summary>
    public static Rule UnknownStore { get; } = new("manifest-store-unknown", "Manifest names a store that no manifest declares")
    {
        DiagnosticId = "SG3102",
        Advice = "Correct the name or the kind ('SecretStore' where none is said), or declare the store.",
    };

    /// <summary>A key stands twice.</summary>
    public static Rule DuplicateKey { get; } = new("manifest-key-duplicated", "Manifest fills one key of a secret twice")
    {
        DiagnosticId = "SG3103",
        Advice = "Keep one of them: which one the cluster gets is for the operator to decide.",
    };

    /// <summary>All of them, by id. Made when it is asked for: what stands in other files of this class is set in no order that could be relied on.</summary>
    public static IReadOnlyList<Rule> All =>
    [
        DeprecatedVersion, UnknownStore, DuplicateKey,
        StoreOutOfReach, OtherEnvironment, SharedStore, PlainHttp, HttpInCluster, Unverified,
        PropertyUndeclared, PoliciesRefused, FillsNothing, AbsenceUnnoticed, TargetShared, NeverRefreshed, RefreshLate, VaultPath, MountRepeated,
        StaticIdentity, AppRole, NodeIdentity, PushOverwrites, PushDeletes,
        ObjectUnknown, ClassNotMounted, ClassUnknown, SecretLiteral, SecretType, RestartMissing, SecretElsewhere, OptionalRequired, SecretUncovered, AccountUnknown,
    ];
}
