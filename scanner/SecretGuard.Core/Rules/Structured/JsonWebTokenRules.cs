using System.Text;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Findings;

namespace SecretGuard.Rules.Structured;

/// <summary>JSON Web Tokens, and those issuers whose tokens tell more.</summary>
internal static class JsonWebTokenRules
{
    public static readonly Rule Any = new("json-web-token", "JSON Web Token")
    {
        Severity = Severity.Medium,
        Advice = "End the session or revoke the token where it was issued; where tokens cannot be revoked, rotate the signing key.",
        Documentation = "https://www.rfc-editor.org/rfc/rfc7519",
        Example = random => Make(random, "{\"iss\":\"https://issuer.test\",\"sub\":\"" + random.Next() + "\"}"),
    };

    public static readonly Rule Supabase = new("supabase-service-role-key", "Supabase service_role key")
    {
        Provider = "Supabase",
        Severity = Severity.Critical,
        Advice = "Rotate the JWT secret in the project's API settings: the key bypasses row level security.",
        Documentation = "https://supabase.com/docs/guides/api/api-keys",
        Example = random => Make(random, "{\"iss\":\"supabase\",\"ref\":\"abc\",\"role\":\"service_role\",\"iat\":" + random.Next() + "}"),
    };

    public static readonly Rule GitLab = new("gitlab-job-token-jwt", "GitLab CI job token (JWT)")
    {
        Provider = "GitLab",
        Severity = Severity.Medium,
        Advice = "It ends with its job; cancel the job if it still runs.",
        Documentation = "https://docs.gitlab.com/ci/secrets/id_token_authentication/",
        Example = random => Make(random, "{\"iss\":\"https://gitlab.test\",\"project_path\":\"a/b\",\"pipeline_id\":\"" + random.Next() + "\"}"),
    };

    public static readonly Rule Kubernetes = new("kubernetes-service-account-token", "Kubernetes service account token")
    {
        Provider = "Kubernetes",
        Severity = Severity.Critical,
        Advice = "Delete the token's Secret, or the service account where the token is bound to none.",
        Documentation = "https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/",
        Example = random => Make(random, "{\"iss\":\"kubernetes/serviceaccount\",\"sub\":\"system:serviceaccount:a:" + random.Next() + "\"}"),
    };

    public static readonly Rule Azure = new("azure-ad-access-token", "Microsoft Entra ID token")
    {
        Provider = "Microsoft Entra",
        Advice = "Revoke the account's sign-in sessions; the token itself ends within hours.",
        Documentation = "https://learn.microsoft.com/entra/identity-platform/access-tokens",
        Example = random => Make(random, "{\"iss\":\"https://sts.windows.net/" + random.Next() + "/\",\"oid\":\"x\"}"),
    };

    public static Rule[] All => [Any, Supabase, GitLab, Kubernetes, Azure];

    /// <summary>The rule for what the claims tell; null for keys that are public by design.</summary>
    public static Rule? Of(JsonWebTokenClaims claims)
    {
        if (claims.Issuer.StartsWith("supabase"u8) && !claims.Role.IsEmpty)
        {
            // anon keys go into every browser; supabase-demo are those of the self-hosting guide.
            return claims.Role.SequenceEqual("service_role"u8) && claims.Issuer.SequenceEqual("supabase"u8) ? Supabase : null;
        }

        return claims.HasServiceAccount || claims.Issuer.SequenceEqual("kubernetes/serviceaccount"u8) ? Kubernetes
            : claims.HasGitLabJob ? GitLab
            : claims.Issuer.StartsWith("https://sts.windows.net/"u8) || claims.Issuer.StartsWith("https://login.microsoftonline.com/"u8) ? Azure
            : Any;
    }

    /// <summary>A token with these claims and a random signature.</summary>
    public static string Make(Random random, string payload, string header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}") =>
        KeyExamples.Url(Encoding.UTF8.GetBytes(header)) + "." + KeyExamples.Url(Encoding.UTF8.GetBytes(payload)) + "." + KeyExamples.Url(KeyExamples.Bytes(random, 32));
}
