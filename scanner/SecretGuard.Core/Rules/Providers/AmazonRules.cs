using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of Amazon. Prefixes: IAM identifiers in the IAM user guide.</summary>
internal static class AmazonRules
{
    private static readonly Issuer Aws = new("Amazon Web Services") { Advice = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html" };
    private static readonly Issuer Bedrock = new("Amazon Web Services") { Advice = "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html" };
    private static readonly Issuer AppSync = new("Amazon Web Services") { Advice = "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html" };
    private static readonly Issuer Amazon = new("Amazon") { Advice = "https://developer.amazon.com/docs/login-with-amazon/documentation-overview.html" };

    public static Rule[] All =>
    [
        Aws.Advising("Deactivate the key in IAM, rotate it, and use a role instead of a key.")
            .Token("aws-access-key-id", "AWS access key id", Severity.High, "(AKIA|ABIA|ACCA)[A-Z2-7]{16}", "A3T[A-Z0-9][A-Z2-7]{16}"),
        Aws.Advising("Revoke the role's active sessions in IAM.")
            .Token("aws-temporary-access-key-id", "AWS temporary access key id", Severity.Medium, "ASIA[A-Z2-7]{16}"),
        Aws.Advising("Deactivate the key in IAM, rotate it, and use a role instead of a key.")
            .Near("aws-secret-access-key", "AWS secret access key", Severity.Critical,
                ["aws", "amazon", "secret_access_key", "secretaccesskey", "secret-access-key"], "[0-9A-Za-z+/]{40}"),

        // Both openings are base 64 of the fixed start of the structure that STS issues ("origin_ec" in newer ones).
        Aws.Advising("Revoke the role's active sessions in IAM.")
            .Token("aws-session-token", "AWS session token", Severity.High,
                "(IQoJb3JpZ2luX2Vj|FQoGZXIvYXdz|FwoGZXIvYXdz)[0-9A-Za-z+/]{180,2400}[=]{0,2}"),
        Bedrock.Advising("Delete the service-specific credential of its IAM user.")
            .Token("aws-bedrock-api-key", "Amazon Bedrock API key (long-term)", Severity.High, "ABSKQmVkcm9ja0FQSUtleS[0-9A-Za-z+/]{91,251}[=]{0,2}"),
        Bedrock.Advising("Revoke the session of the role that made it; it ends by itself within twelve hours.")
            .Token("aws-bedrock-short-term-api-key", "Amazon Bedrock API key (short-term)", Severity.Medium,
                "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[0-9A-Za-z+/]{200,3000}[=]{0,2}"),
        AppSync.Advising("Delete the key in the settings of the AppSync API.")
            .Token("aws-appsync-api-key", "AWS AppSync API key", Severity.Medium, "da2-[0-9a-z]{26}"),
        Amazon.Advising("Revoke the developer's access under 'Manage your apps' in Seller Central.")
            .Token("amazon-mws-auth-token", "Amazon Marketplace Web Service auth token", Severity.High, @"amzn\.mws\." + Shape.Uuid),
        Amazon.Advising("Rotate the secret in the security profile of the developer console.")
            .Token("amazon-oauth-client-secret", "Login with Amazon client secret", Severity.High, @"amzn1\.oa2-cs\.v1\.[0-9a-f]{64}"),
        Amazon.Advising("Remove the app's authorization and authorize it again.")
            .Token("amazon-oauth-refresh-token", "Login with Amazon refresh token", Severity.High, @"Atzr\|[0-9A-Za-z_-]{100,1000}"),
    ];
}
