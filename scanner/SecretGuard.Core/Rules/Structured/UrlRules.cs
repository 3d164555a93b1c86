using SecretGuard.Findings;

namespace SecretGuard.Rules.Structured;

/// <summary>Credentials that stand in URLs and forms.</summary>
internal static class UrlRules
{
    public static readonly Rule Password = new("url-password", "Password in a URL")
    {
        Severity = Severity.High,
        Advice = "Change the password, and hand it over apart from the URL: by a credential store, an environment variable or a secret reference.",
    };

    public static readonly Rule Token = new("url-token", "Access token in a URL")
    {
        Severity = Severity.High,
        Advice = "Revoke the token, and let a credential helper or an environment variable supply the new one.",
    };

    public static readonly Rule Query = new("query-secret", "Secret in a query string or form")
    {
        Severity = Severity.High,
        Advice = "Revoke it, and add the new one at run time from a secret store. URLs end up in logs: send it in a header or body.",
    };

    public static readonly Rule Presigned = new("presigned-url-signature", "Signature of a presigned URL")
    {
        Severity = Severity.Low,
        Confidence = Confidence.Low,
        Advice = "It opens one object until it expires. Deactivate the key that signed it if that must end sooner.",
        Documentation = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html",
    };

    public static Rule[] All => [Password, Token, Query, Presigned];
}
