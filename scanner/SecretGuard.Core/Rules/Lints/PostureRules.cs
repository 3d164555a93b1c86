using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>How infrastructure that is written down keeps secrets: what states, plans and deployments show of them, how vaults and keys are set, who would notice.</summary>
public static partial class PostureRules
{
    /// <summary>A file on somebody's disk holds them.</summary>
    public static Rule StateLocal { get; } = new("posture-state-local", "Value of a secret is kept in a state on the local disk")
    {
        DiagnosticId = "SG3501",
        Severity = Severity.Medium,
        Advice = "Use the write-only argument with an ephemeral resource or variable, so that no state holds the value; or keep the state in a backend that is remote and encrypted.",
    };

    /// <summary>Whoever reads the state reads them.</summary>
    public static Rule StateSecret { get; } = new("posture-state-secret", "Value of a secret is kept in the state")
    {
        DiagnosticId = "SG3502",
        Severity = Severity.Info,
        Advice = "Use the write-only argument with an ephemeral resource or variable; else let only those read the state who may read the secret.",
    };

    /// <summary>The next apply is older than the last rotation.</summary>
    public static Rule RotationUndone { get; } = new("posture-rotation-undone", "Terraform would put back a value that something else rotates")
    {
        DiagnosticId = "SG3503",
        Severity = Severity.Medium,
        Advice = "Add 'lifecycle { ignore_changes = [ … ] }' with the argument that holds the value, or use the write-only argument.",
    };

    /// <summary>Plans and logs show it.</summary>
    public static Rule Nonsensitive { get; } = new("posture-secret-nonsensitive", "Mark that keeps a secret out of plans is taken off")
    {
        DiagnosticId = "SG3504",
        Severity = Severity.Medium,
        Advice = "Take 'nonsensitive' off only names: 'nonsensitive(keys(var.secrets))'.",
    };

    /// <summary>An output that is to be marked.</summary>
    public static Rule OutputUnmarked { get; } = new("posture-output-unmarked", "Output of a secret is not marked as sensitive")
    {
        DiagnosticId = "SG3505",
        Severity = Severity.Medium,
        Advice = "Add 'sensitive = true', or put out the name of the secret and not its value.",
    };

    /// <summary>A variable that is to be marked.</summary>
    public static Rule VariableUnmarked { get; } = new("posture-variable-unmarked", "Variable for a secret is not marked as sensitive")
    {
        DiagnosticId = "SG3506",
        Severity = Severity.Low,
        Advice = "Add 'sensitive = true', or 'ephemeral = true' where only write-only arguments get it.",
    };

    /// <summary>The history of deployments shows it.</summary>
    public static Rule ParameterUnsecured { get; } = new("posture-parameter-unsecured", "Parameter for a secret is not marked as one")
    {
        DiagnosticId = "SG3507",
        Severity = Severity.Medium,
        Advice = "Bicep: '@secure()'. Templates of Azure: type 'securestring'. CloudFormation: 'NoEcho: true', or a reference that is resolved from Secrets Manager.",
    };

    /// <summary>The history of deployments shows what comes out.</summary>
    public static Rule DeploymentOutput { get; } = new("posture-deployment-output", "Output of a deployment is a secret")
    {
        DiagnosticId = "SG3508",
        Severity = Severity.High,
        Advice = "Write it into a vault within the deployment and put out its name, or ask for it where it is used.",
    };

    /// <summary>A name is never free of what somebody does to it.</summary>
    public static Rule VaultPurgeable { get; } = new("posture-vault-purgeable", "Secrets of a vault can be deleted for good at once")
    {
        DiagnosticId = "SG3509",
        Severity = Severity.Low,
        Advice = "Set 'purge_protection_enabled = true' ('enablePurgeProtection: true').",
    };

    /// <summary>Everybody may knock.</summary>
    public static Rule VaultNetwork { get; } = new("posture-vault-network", "Vault answers the whole internet")
    {
        DiagnosticId = "SG3510",
        Severity = Severity.Low,
        Advice = "Switch public access off and use a private endpoint, or let only known networks in: 'network_acls { default_action = \"Deny\" … }'.",
    };

    /// <summary>Who changes the vault gives himself its secrets.</summary>
    public static Rule VaultPolicies { get; } = new("posture-vault-policies", "Vault goes by access policies and not by roles")
    {
        DiagnosticId = "SG3511",
        Severity = Severity.Info,
        Advice = "Set 'rbac_authorization_enabled = true' ('enableRbacAuthorization: true') and give roles.",
    };

    /// <summary>Nobody can say who read what.</summary>
    public static Rule VaultUnlogged { get; } = new("posture-vault-unlogged", "Nothing keeps who reads secrets of a vault")
    {
        DiagnosticId = "SG3512",
        Severity = Severity.Info,
        Advice = "Send its log 'AuditEvent' somewhere with a diagnostic setting.",
    };
}
