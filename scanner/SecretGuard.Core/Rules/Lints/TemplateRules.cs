using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>What files leave open for others to fill in, and what they put there themselves.</summary>
public static class TemplateRules
{
    /// <summary>A value where the neighbours have templates.</summary>
    public static Rule SecretLiteral { get; } = new("template-secret-literal", "Setting holds a secret's value where others are filled in")
    {
        DiagnosticId = "SG3301",
        Severity = Severity.Low,
        Advice = "Leave it empty or write the template or reference that the others have, so that it is missed where nobody sets it.",
    };

    /// <summary>A variable that nobody sets.</summary>
    public static Rule VariableUnknown { get; } = new("template-variable-unknown", "Template names a secret variable that nothing sets")
    {
        DiagnosticId = "SG3302",
        Severity = Severity.Medium,
        Advice = "Set it where the others are set, list it in '.env.example', or mend its name.",
    };

    /// <summary>A value for whoever sets none.</summary>
    public static Rule DefaultLiteral { get; } = new("template-default-literal", "Secret has a default that everybody can read")
    {
        DiagnosticId = "SG3303",
        Severity = Severity.Medium,
        Advice = "Fail where it is not set: '${NAME:?}' in a shell and in Compose, '${NAME}' in Spring, 'required' in Helm, no 'default' in Terraform.",
    };

    /// <summary>An empty value that is taken for none.</summary>
    public static Rule EmptyOverwritten { get; } = new("template-empty-overwritten", "Default takes the place of an empty value that somebody chose")
    {
        DiagnosticId = "SG3304",
        Severity = Severity.Medium,
        Advice = "Put the default in the place of an unset variable only: '${NAME-default}' in a shell and in Compose, 'hasKey' or a default in values.yaml in Helm.",
    };

    /// <summary>An absence that becomes an empty text.</summary>
    public static Rule RequiredEmpty { get; } = new("template-required-empty", "Secret that is needed may silently be empty")
    {
        DiagnosticId = "SG3305",
        Severity = Severity.Info,
        Advice = "Write '${NAME:?}', or begin the script with 'set -u'.",
    };

    /// <summary>A secret among settings of the cluster.</summary>
    public static Rule SecretInConfigMap { get; } = new("template-secret-in-configmap", "ConfigMap holds a secret")
    {
        DiagnosticId = "SG3306",
        Severity = Severity.Medium,
        Advice = "Put it into a Secret that an ExternalSecret or a sealed one makes, and name that in 'envFrom' or 'secretKeyRef'.",
    };

    /// <summary>A secret in what describes a workload.</summary>
    public static Rule SecretInWorkload { get; } = new("template-secret-in-workload", "Workload holds the value of a secret")
    {
        DiagnosticId = "SG3307",
        Severity = Severity.Medium,
        Advice = "Name where it is kept instead: 'valueFrom: { secretKeyRef: … }' in a cluster, '@Microsoft.KeyVault(…)', 'secretRef' or 'secrets' of a task in a cloud.",
    };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } = [SecretLiteral, VariableUnknown, DefaultLiteral, EmptyOverwritten, RequiredEmpty, SecretInConfigMap, SecretInWorkload];
}
