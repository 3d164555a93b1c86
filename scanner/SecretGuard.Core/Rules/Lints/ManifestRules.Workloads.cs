using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>What workloads and the secrets of the cluster that they use are to each other.</summary>
public static partial class ManifestRules
{
    /// <summary>An object that the class does not mount.</summary>
    public static Rule ObjectUnknown { get; } = new("manifest-object-unknown", "Class makes a key of an object that it does not mount")
    {
        DiagnosticId = "SG3125",
        Advice = "Name the object's alias, or its name where it has none.",
    };

    /// <summary>A class that nobody mounts.</summary>
    public static Rule ClassNotMounted { get; } = new("manifest-class-not-mounted", "Nothing mounts the class that is to make a secret")
    {
        DiagnosticId = "SG3126",
        Advice = "Mount the class as a volume in the pod that uses the secret.",
    };

    /// <summary>There is no such class.</summary>
    public static Rule ClassUnknown { get; } = new("manifest-class-unknown", "Pod mounts a class that is not there")
    {
        DiagnosticId = "SG3127",
        Advice = "Correct the name, or declare the class in the pod's namespace.",
    };

    /// <summary>Values of a secret stand in the repository.</summary>
    public static Rule SecretLiteral { get; } = new("manifest-secret-literal", "Values of a Secret stand in the repository")
    {
        DiagnosticId = "SG3128",
        Severity = Severity.Low,
        Advice = "Let an ExternalSecret or the CSI driver fill it from a store, or encrypt it (SealedSecret, SOPS).",
    };

    /// <summary>The content does not fit the type.</summary>
    public static Rule SecretType { get; } = new("manifest-secret-type", "Secret lacks what its type demands")
    {
        DiagnosticId = "SG3129",
        Advice = "Fill the keys of the type; make '.dockerconfigjson' by a template, with 'auths', the registry, and user and token as 'auth'.",
    };

    /// <summary>Nothing restarts who reads a secret once.</summary>
    public static Rule RestartMissing { get; } = new("manifest-restart-missing", "Workload keeps the old value of a secret that is rotated")
    {
        DiagnosticId = "SG3130",
        Severity = Severity.Medium,
        Advice = "Mount the secret as a folder and read it anew, or have the workload restarted: Reloader's annotation 'reloader.stakater.com/auto: \"true\"', or 'kubectl rollout restart' as a step of the rotation.",
    };

    /// <summary>A secret is filled in another namespace.</summary>
    public static Rule SecretElsewhere { get; } = new("manifest-secret-elsewhere", "Secret is filled in another namespace")
    {
        DiagnosticId = "SG3131",
        Advice = "Fill it in this namespace too: an ExternalSecret of its own, or a ClusterExternalSecret for both.",
    };

    /// <summary>A required secret is optional.</summary>
    public static Rule OptionalRequired { get; } = new("manifest-optional-required", "Pod starts without a secret that is required")
    {
        DiagnosticId = "SG3132",
        Severity = Severity.Medium,
        Advice = "Take 'optional: true' out, or declare the secret with 'required: false'.",
    };

    /// <summary>Nothing brings a secret to its consumers.</summary>
    public static Rule SecretUncovered { get; } = new("manifest-secret-uncovered", "No manifest brings a declared secret to its consumers")
    {
        DiagnosticId = "SG3133",
        Severity = Severity.Low,
        Advice = "Add it to an ExternalSecret or a SecretProviderClass, or correct its consumers.",
    };

    /// <summary>There is no such service account.</summary>
    public static Rule AccountUnknown { get; } = new("manifest-account-unknown", "Nothing makes the service account that is named")
    {
        DiagnosticId = "SG3134",
        Advice = "Correct the name, or declare the ServiceAccount in that namespace.",
    };
}
