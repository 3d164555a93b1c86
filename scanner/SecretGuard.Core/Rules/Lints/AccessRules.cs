using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>Who may do what with secrets: policies of IAM and Vault, roles of Azure, RBAC of clusters.</summary>
public static class AccessRules
{
    /// <summary>More is granted than anybody needs.</summary>
    public static Rule TooBroad { get; } = new("access-too-broad", "Policy grants more than one program needs")
    {
        DiagnosticId = "SG3401",
        Severity = Severity.Medium,
        Advice = "Name the actions and the secrets that are needed.",
    };

    /// <summary>A program has a role for administrators.</summary>
    public static Rule AdminRole { get; } = new("access-admin-role", "Program has a role that is for administrators")
    {
        DiagnosticId = "SG3402",
        Severity = Severity.Medium,
        Advice = "Give it the role that reads ('Key Vault Secrets User'), and keep the other for people and for what deploys.",
    };

    /// <summary>A program may write, and nothing writes.</summary>
    public static Rule UnusedWrite { get; } = new("access-write-unused", "Program may change secrets, and nothing here does")
    {
        DiagnosticId = "SG3403",
        Severity = Severity.Low,
        Advice = "Give it a role that only reads.",
    };

    /// <summary>Every pod has it.</summary>
    public static Rule NodeIdentity { get; } = new("access-node-identity", "Identity of the nodes reads secrets")
    {
        DiagnosticId = "SG3404",
        Severity = Severity.Low,
        Advice = "Give the role to an identity of the workload, and let its pods take that one (workload identity).",
    };

    /// <summary>An ARN matches no secret.</summary>
    public static Rule ArnSuffix { get; } = new("access-arn-suffix", "ARN of a secret lacks the six characters at its end")
    {
        DiagnosticId = "SG3405",
        Advice = "End it in '-??????'.",
    };

    /// <summary>An ARN leaves open where.</summary>
    public static Rule ArnAnywhere { get; } = new("access-arn-anywhere", "ARN leaves region and account open")
    {
        DiagnosticId = "SG3406",
        Severity = Severity.Info,
        Advice = "Name both: policies say what they are for, and a mirror in another region is not read by mistake.",
    };

    /// <summary>The key of the secret may not be used.</summary>
    public static Rule DecryptMissing { get; } = new("access-decrypt-missing", "Policy reads a secret and may not use its key")
    {
        DiagnosticId = "SG3407",
        Advice = "Allow 'kms:Decrypt' on the key of the secret, where the caller is the secrets' service ('kms:ViaService').",
    };

    /// <summary>A path is not where the engine keeps its secrets.</summary>
    public static Rule VaultPath { get; } = new("access-vault-path", "Policy of Vault grants a path at which nothing is kept")
    {
        DiagnosticId = "SG3408",
        Advice = "Version 2 of the engine keeps values below 'data/', and names below 'metadata/'.",
    };

    /// <summary>A script does what no policy allows.</summary>
    public static Rule WriteDenied { get; } = new("access-write-denied", "Script does what no policy of Vault allows")
    {
        DiagnosticId = "SG3409",
        Severity = Severity.Medium,
        Advice = "Add the path with the capability to the policy of whoever runs the script, or write where the policy allows it.",
    };

    /// <summary>There is no such role.</summary>
    public static Rule UnknownRole { get; } = new("access-role-unknown", "Login to Vault names a role that nothing declares")
    {
        DiagnosticId = "SG3410",
        Advice = "Correct the name, or declare the role.",
    };

    /// <summary>There is no such policy.</summary>
    public static Rule UnknownPolicy { get; } = new("access-policy-unknown", "Role of Vault gives a policy that nothing declares")
    {
        DiagnosticId = "SG3411",
        Severity = Severity.Medium,
        Advice = "Correct the name, or declare the policy: Vault takes the role as it is, and it grants nothing.",
    };

    /// <summary>There is no such service account.</summary>
    public static Rule UnknownSubject { get; } = new("access-subject-unknown", "Trust names a service account that nothing declares")
    {
        DiagnosticId = "SG3412",
        Advice = "Correct the namespace or the name, or declare the service account.",
    };

    /// <summary>Nothing lets it be read.</summary>
    public static Rule NotGranted { get; } = new("access-not-granted", "No policy lets the secret be read that is referred to")
    {
        DiagnosticId = "SG3413",
        Advice = "Add it to the policy of who reads it.",
    };

    /// <summary>The role is about something else.</summary>
    public static Rule KindUnreadable { get; } = new("access-kind-unreadable", "Role does not reach keys or certificates that are referred to")
    {
        DiagnosticId = "SG3414",
        Advice = "Add the role for that kind ('Key Vault Certificate User', 'Key Vault Crypto User'), or refer to it as a secret.",
    };

    /// <summary>Nobody uses it.</summary>
    public static Rule Unused { get; } = new("access-unused", "Policy grants what nothing refers to")
    {
        DiagnosticId = "SG3415",
        Severity = Severity.Low,
        Advice = "Take it out of the policy, or declare in secretguard.yml who else uses it.",
    };

    /// <summary>What checks logins ends.</summary>
    public static Rule ReviewerPinned { get; } = new("access-reviewer-pinned", "Vault checks logins of Kubernetes with a token that ends")
    {
        DiagnosticId = "SG3416",
        Severity = Severity.Medium,
        Advice = "Leave 'token_reviewer_jwt' out where Vault runs in the cluster; elsewhere give it the token of a Secret of type 'kubernetes.io/service-account-token', and rotate that.",
    };

    /// <summary>Nobody administers a vault, or a crowd does.</summary>
    public static Rule Administrators { get; } = new("access-administrators", "Key Vault has no administrator, or many")
    {
        DiagnosticId = "SG3417",
        Severity = Severity.Low,
        Advice = "Give the role to one group of two to five people, and let these become members for the hours in which they need it.",
    };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        TooBroad, AdminRole, UnusedWrite, NodeIdentity, ArnSuffix, ArnAnywhere, DecryptMissing, VaultPath, WriteDenied, UnknownRole, UnknownPolicy, UnknownSubject, NotGranted, KindUnreadable, Unused, ReviewerPinned, Administrators,
    ];
}
