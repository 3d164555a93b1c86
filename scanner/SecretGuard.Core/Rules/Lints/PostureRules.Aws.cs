using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>Of secrets and keys of AWS, and of who would notice what is done to them.</summary>
public static partial class PostureRules
{
    /// <summary>A mistake is for good.</summary>
    public static Rule SecretUnrecoverable { get; } = new("posture-secret-unrecoverable", "Deleted secret cannot be brought back")
    {
        DiagnosticId = "SG3513",
        Severity = Severity.Low,
        Advice = "Leave 'recovery_window_in_days' out, or set it to 7 or more.",
    };

    /// <summary>The others have a key.</summary>
    public static Rule KeyDefault { get; } = new("posture-key-default", "Secret is not under the key that the others are under")
    {
        DiagnosticId = "SG3514",
        Severity = Severity.Low,
        Advice = "Name the key at this one too.",
    };

    /// <summary>A key stays as it is.</summary>
    public static Rule KeyUnrotated { get; } = new("posture-key-unrotated", "Key that secrets are under is never rotated")
    {
        DiagnosticId = "SG3515",
        Severity = Severity.Low,
        Advice = "Set 'enable_key_rotation = true' ('EnableKeyRotation: true'); what was encrypted before stays readable.",
    };

    /// <summary>Nothing does what is declared.</summary>
    public static Rule RotationMissing { get; } = new("posture-rotation-missing", "Rotation that is declared is not set up")
    {
        DiagnosticId = "SG3516",
        Severity = Severity.Medium,
        Advice = "Set it up as it is declared (an 'aws_secretsmanager_secret_rotation', the period or the lease of a role), or correct it in secretguard.yml.",
    };

    /// <summary>A rotation fails in silence.</summary>
    public static Rule RotationUnwatched { get; } = new("posture-rotation-unwatched", "Nobody is told when a rotation fails")
    {
        DiagnosticId = "SG3517",
        Severity = Severity.Info,
        Advice = "Add an alarm on the errors of the function, or a rule for the event 'RotationFailed', that reaches somebody.",
    };

    /// <summary>Nothing keeps who read them.</summary>
    public static Rule TrailMissing { get; } = new("posture-trail-missing", "Account that is set up here keeps no trail of who reads secrets")
    {
        DiagnosticId = "SG3518",
        Severity = Severity.Info,
        Advice = "Add an 'aws_cloudtrail', or switch the rule off where another repository has it.",
    };

    /// <summary>Vault does not say who asked.</summary>
    public static Rule AuditMissing { get; } = new("posture-audit-missing", "Vault that is set up here keeps no audit log")
    {
        DiagnosticId = "SG3519",
        Severity = Severity.Info,
        Advice = "Add a 'vault_audit', best two of them: Vault answers nobody while it cannot write to any.",
    };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All =>
    [
        StateLocal, StateSecret, RotationUndone, Nonsensitive, OutputUnmarked, VariableUnmarked, ParameterUnsecured, DeploymentOutput, VaultPurgeable, VaultNetwork, VaultPolicies, VaultUnlogged,
        SecretUnrecoverable, KeyDefault, KeyUnrotated, RotationMissing, RotationUnwatched, TrailMissing, AuditMissing,
    ];
}
