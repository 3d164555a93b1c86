using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>What ExternalSecrets ask for, how often, and what becomes of it.</summary>
public static partial class ManifestRules
{
    /// <summary>The secret is not declared with the field.</summary>
    public static Rule PropertyUndeclared { get; } = new("manifest-property-undeclared", "Field is asked for that the declared secret does not have")
    {
        DiagnosticId = "SG3110",
        Advice = "Correct the name of the field, or declare it under 'fields' of the secret.",
    };

    /// <summary>The operator refuses two policies together.</summary>
    public static Rule PoliciesRefused { get; } = new("manifest-policies-refused", "ExternalSecret has policies that its operator refuses together")
    {
        DiagnosticId = "SG3111",
        Advice = "Use deletionPolicy Retain, or creationPolicy Owner.",
    };

    /// <summary>The operator fills nothing.</summary>
    public static Rule FillsNothing { get; } = new("manifest-fills-nothing", "ExternalSecret fills nothing")
    {
        DiagnosticId = "SG3112",
        Severity = Severity.Medium,
        Advice = "Leave creationPolicy out (Owner), use Merge for a secret that something else makes, or take the manifest away.",
    };

    /// <summary>The absence of a required secret is no error.</summary>
    public static Rule AbsenceUnnoticed { get; } = new("manifest-absence-unnoticed", "Absence of a required secret is no error")
    {
        DiagnosticId = "SG3113",
        Severity = Severity.Low,
        Advice = "Use deletionPolicy Retain, so that the operator reports what is missing; or declare the secret with 'required: false'.",
    };

    /// <summary>Two own one secret.</summary>
    public static Rule TargetShared { get; } = new("manifest-target-shared", "Two ExternalSecrets own one secret")
    {
        DiagnosticId = "SG3114",
        Advice = "Put both into one ExternalSecret, or give the second a target of its own.",
    };

    /// <summary>A secret that changes is fetched once.</summary>
    public static Rule NeverRefreshed { get; } = new("manifest-never-refreshed", "Secret that is rotated is fetched once")
    {
        DiagnosticId = "SG3115",
        Advice = "Leave refreshPolicy out and set a refreshInterval shorter than the grace of the rotation.",
    };

    /// <summary>A secret that changes is fetched too seldom.</summary>
    public static Rule RefreshLate { get; } = new("manifest-refresh-late", "Secret that is rotated is fetched too seldom")
    {
        DiagnosticId = "SG3116",
        Severity = Severity.Medium,
        Advice = "Set a refreshInterval shorter than the grace of the rotation, or declare a longer grace.",
    };

    /// <summary>A path leads elsewhere in Vault.</summary>
    public static Rule VaultPath { get; } = new("manifest-vault-path", "Path leads elsewhere in Vault")
    {
        DiagnosticId = "SG3117",
        Advice = "Write the path without 'data/' for operators, which put it in themselves, and with it for the CSI provider.",
    };

    /// <summary>A key begins with the mount.</summary>
    public static Rule MountRepeated { get; } = new("manifest-vault-mount-repeated", "Key begins with the mount of its store")
    {
        DiagnosticId = "SG3118",
        Severity = Severity.Low,
        Advice = "Write the key without the mount.",
    };
}
