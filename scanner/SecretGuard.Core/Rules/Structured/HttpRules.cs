using SecretGuard.Findings;

namespace SecretGuard.Rules.Structured;

/// <summary>Secrets in headers of HTTP requests.</summary>
internal static class HttpRules
{
    public static readonly Rule Bearer = new("http-bearer-token", "Bearer token in an Authorization header")
    {
        Severity = Severity.High,
        Advice = "Revoke the token, and take the new one from a secret store or an environment variable at run time.",
    };

    public static readonly Rule Basic = new("http-basic-credentials", "User and password in an Authorization header")
    {
        Severity = Severity.High,
        Advice = "Change the password: Base64 hides nothing. Build the header at run time from a secret store.",
    };

    public static readonly Rule Scheme = new("http-authorization", "Credential in an Authorization header")
    {
        Severity = Severity.High,
        Advice = "Revoke the credential, and take the new one from a secret store or an environment variable at run time.",
    };

    public static readonly Rule Key = new("http-key-header", "Key or token in an HTTP header")
    {
        Severity = Severity.High,
        Advice = "Revoke the key where it was issued, and take the new one from a secret store or an environment variable at run time.",
    };

    public static readonly Rule Cookie = new("session-cookie", "Session cookie")
    {
        Severity = Severity.Medium,
        Advice = "End the session, and remove the cookie: whoever has it is signed in.",
    };

    public static Rule[] All => [Bearer, Basic, Scheme, Key, Cookie];
}
