using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of Amazon Web Services. Prefixes: IAM identifiers in the IAM user guide.</summary>
internal static class AmazonRules
{
    public static IEnumerable<Rule> All =>
    [
        new("aws-access-key-id", "AWS access key id", "(AKIA|ABIA|ACCA)[A-Z2-7]{16}", "A3T[A-Z0-9][A-Z2-7]{16}")
        {
            Provider = "Amazon Web Services",
            Severity = Severity.High,
            Advice = "Deactivate the key in IAM, rotate it, and use a role instead of a key.",
            Documentation = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
        },
        new("aws-temporary-access-key-id", "AWS temporary access key id", "ASIA[A-Z2-7]{16}")
        {
            Provider = "Amazon Web Services",
            Severity = Severity.Medium,
            Advice = "Revoke the role's active sessions in IAM.",
            Documentation = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
        },
    ];
}
