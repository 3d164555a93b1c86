using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of platforms that run applications.</summary>
internal static class AppHostRules
{
    private const string VercelTokens = "Delete it at https://vercel.com/account/settings/tokens.";

    private static readonly Issuer Fly = new("Fly.io", "https://fly.io/docs/security/tokens/");
    private static readonly Issuer Heroku = new("Heroku", "https://devcenter.heroku.com/articles/authentication");
    private static readonly Issuer Vercel = new("Vercel", "https://vercel.com/changelog/new-token-formats-and-secret-scanning");
    private static readonly Issuer Netlify = new("Netlify", "https://docs.netlify.com/api/get-started/#authentication");

    public static IEnumerable<Rule> All =>
    [
        Heroku.Token(Severity.Critical, "heroku-api-key", "Heroku API key",
            "Regenerate it in the account settings, or run 'heroku authorizations:revoke'.", "HRKU-AA[0-9A-Za-z_-]{58}"),
        Heroku.Near(Severity.Critical, "heroku-api-key-legacy", "Heroku API key (GUID)",
            "Regenerate it in the account settings, or run 'heroku authorizations:revoke'.", ["heroku"], Shape.Uuid),
        Fly.Token(Severity.Critical, "fly-access-token", "Fly.io personal access token",
            "Revoke it at https://fly.io/user/personal_access_tokens.", "fo1_[0-9A-Za-z_-]{43}"),
        Fly.Token(Severity.Critical, "fly-macaroon-token", "Fly.io macaroon token",
            "Revoke it with 'fly tokens revoke'.", "(fm1a_|fm1r_|fm2_)[0-9A-Za-z+/]{100,2000}[=]{0,3}"),
        VercelToken(Severity.Critical, "vercel-personal-access-token", "Vercel personal access token", "vcp_", VercelTokens),
        VercelToken(Severity.High, "vercel-integration-token", "Vercel integration token", "vci_", "Remove the integration and install it again."),
        VercelToken(Severity.High, "vercel-app-access-token", "Vercel app access token", "vca_", "Revoke it at the token endpoint of the Vercel app."),
        VercelToken(Severity.High, "vercel-app-refresh-token", "Vercel app refresh token", "vcr_", "Revoke it at the token endpoint of the Vercel app."),
        VercelToken(Severity.High, "vercel-ai-gateway-key", "Vercel AI Gateway key", "vck_", "Delete it in the AI Gateway settings of the team."),
        Vercel.Near(Severity.Critical, "vercel-access-token-legacy", "Vercel access token (24 characters)", VercelTokens, ["vercel", "zeit"], "[0-9A-Za-z]{24}"),
        Netlify.Token(Severity.Critical, "netlify-personal-access-token", "Netlify personal access token",
            "Revoke it at https://app.netlify.com/user/applications.", "nfp_[0-9A-Za-z_]{36}"),
        Netlify.Near(Severity.Critical, "netlify-access-token-legacy", "Netlify access token (without prefix)",
            "Revoke it at https://app.netlify.com/user/applications.", ["netlify"], "[0-9A-Za-z_-]{43}"),
        new Issuer("Render", "https://render.com/docs/api")
            .Token(Severity.Critical, "render-api-key", "Render API key",
            "Revoke it in the account settings of the dashboard.", "rnd_[0-9A-Za-z]{28,36}"),
        new Issuer("Railway", "https://docs.railway.com/guides/public-api")
            .Near(Severity.High, "railway-token", "Railway token",
            "Delete it at https://railway.com/account/tokens or in the project's settings.", ["railway"], Shape.Uuid),
        new Issuer("Deno", "https://docs.deno.com/subhosting/api/authentication/")
            .Token(Severity.High, "deno-deploy-token", "Deno Deploy token",
            "Revoke it at https://dash.deno.com/account#access-tokens.", "(ddp_|ddw_)[0-9A-Za-z]{36}([0-9A-Za-z]{4})?"),
        new Issuer("Expo", "https://docs.expo.dev/accounts/programmatic-access/")
            .Near(Severity.High, "expo-access-token", "Expo access token",
            "Revoke it at https://expo.dev/settings/access-tokens.", ["expo_token", "expo_access", "eas_token"], "[0-9A-Za-z_-]{40}"),
    ];

    /// <summary>50 random characters, then their CRC-32 in base 62.</summary>
    private static Rule VercelToken(Severity severity, string slug, string title, string prefix, string advice) =>
        Vercel.Sealed(severity, slug, title, advice, new Crc32Base62Checksum(prefix.Length), prefix + "[0-9A-Za-z_-]{50}[0-9A-Za-z]{6}");
}
