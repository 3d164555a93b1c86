using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of Amazon. Prefixes: IAM identifiers in the IAM user guide.</summary>
internal static class AmazonRules
{
    private static readonly Issuer Aws = new("Amazon Web Services") { Advice = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html" };
    private static readonly Issuer Bedrock = new("Amazon Web Services") { Advice = "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html" };
    private static readonly Issuer AppSync = new("Amazon Web Services") { Advice = "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html" };
    private static readonly Issuer Amazon = new("Amazon") { Advice = "https://developer.amazon.com/docs/login-with-amazon/documentation-overview.html" };

    public static IEnumerable<Rule> All =>
    [
        Aws.Token(Severity.High, "aws-access-key-id", "AWS access key id",
            "Deactivate the key in IAM, rotate it, and use a role instead of a key.",
            "(AKIA|ABIA|ACCA)[A-Z2-7]{16}", "A3T[A-Z0-9][A-Z2-7]{16}"),
        Aws.Token(Severity.Medium, "aws-temporary-access-key-id", "AWS temporary access key id",
            "Revoke the role's active sessions in IAM.",
            "ASIA[A-Z2-7]{16}"),
        Aws.Near(Severity.Critical, "aws-secret-access-key", "AWS secret access key",
            "Deactivate the key in IAM, rotate it, and use a role instead of a key.",
            ["aws", "amazon", "secret_access_key", "secretaccesskey", "secret-access-key"],
            "[0-9A-Za-z+/]{40}"),

        // Both openings are base 64 of the fixed start of the structure that STS issues ("origin_ec" in newer ones).
        Aws.Token(Severity.High, "aws-session-token", "AWS session token",
            "Revoke the role's active sessions in IAM.",
            "(IQoJb3JpZ2luX2Vj|FQoGZXIvYXdz|FwoGZXIvYXdz)[0-9A-Za-z+/]{180,2400}[=]{0,2}"),
        Bedrock.Token(Severity.High, "aws-bedrock-api-key", "Amazon Bedrock API key (long-term)",
            "Delete the service-specific credential of its IAM user.",
            "ABSKQmVkcm9ja0FQSUtleS[0-9A-Za-z+/]{91,251}[=]{0,2}"),
        Bedrock.Token(Severity.Medium, "aws-bedrock-short-term-api-key", "Amazon Bedrock API key (short-term)",
            "Revoke the session of the role that made it; it ends by itself within twelve hours.",
            "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[0-9A-Za-z+/]{200,3000}[=]{0,2}"),
        AppSync.Token(Severity.Medium, "aws-appsync-api-key", "AWS AppSync API key",
            "Delete the key in the settings of the AppSync API.",
            "da2-[0-9a-z]{26}"),
        Amazon.Token(Severity.High, "amazon-mws-auth-token", "Amazon Marketplace Web Service auth token",
            "Revoke the developer's access under 'Manage your apps' in Seller Central.",
            @"amzn\.mws\." + Shape.Uuid),
        Amazon.Token(Severity.High, "amazon-oauth-client-secret", "Login with Amazon client secret",
            "Rotate the secret in the security profile of the developer console.",
            @"amzn1\.oa2-cs\.v1\.[0-9a-f]{64}"),
        Amazon.Token(Severity.High, "amazon-oauth-refresh-token", "Login with Amazon refresh token",
            "Remove the app's authorization and authorize it again.",
            @"Atzr\|[0-9A-Za-z_-]{100,1000}"),
    ];
}
