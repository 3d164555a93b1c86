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

    public static Rule[] All =>
    [
        Heroku.Advising("Regenerate it in the account settings, or run 'heroku authorizations:revoke'.")
            .Token("heroku-api-key", "Heroku API key", Severity.Critical, "HRKU-AA[0-9A-Za-z_-]{58}"),
        Heroku.Advising("Regenerate it in the account settings, or run 'heroku authorizations:revoke'.")
            .Near("heroku-api-key-legacy", "Heroku API key (GUID)", Severity.Critical, ["heroku"], Shape.Uuid),
        Fly.Advising("Revoke it at https://fly.io/user/personal_access_tokens.")
            .Token("fly-access-token", "Fly.io personal access token", Severity.Critical, "fo1_[0-9A-Za-z_-]{43}"),
        Fly.Advising("Revoke it with 'fly tokens revoke'.")
            .Token("fly-macaroon-token", "Fly.io macaroon token", Severity.Critical, "(fm1a_|fm1r_|fm2_)[0-9A-Za-z+/]{100,2000}[=]{0,3}"),
        VercelToken("vercel-personal-access-token", "Vercel personal access token", Severity.Critical, "vcp_", VercelTokens),
        VercelToken("vercel-integration-token", "Vercel integration token", Severity.High, "vci_", "Remove the integration and install it again."),
        VercelToken("vercel-app-access-token", "Vercel app access token", Severity.High, "vca_", "Revoke it at the token endpoint of the Vercel app."),
        VercelToken("vercel-app-refresh-token", "Vercel app refresh token", Severity.High, "vcr_", "Revoke it at the token endpoint of the Vercel app."),
        VercelToken("vercel-ai-gateway-key", "Vercel AI Gateway key", Severity.High, "vck_", "Delete it in the AI Gateway settings of the team."),
        Vercel.Advising(VercelTokens).Near("vercel-access-token-legacy", "Vercel access token (24 characters)", Severity.Critical,
            ["vercel", "zeit"], "[0-9A-Za-z]{24}"),
        Netlify.Advising("Revoke it at https://app.netlify.com/user/applications.")
            .Token("netlify-personal-access-token", "Netlify personal access token", Severity.Critical, "nfp_[0-9A-Za-z_]{36}"),
        Netlify.Advising("Revoke it at https://app.netlify.com/user/applications.")
            .Near("netlify-access-token-legacy", "Netlify access token (without prefix)", Severity.Critical, ["netlify"], "[0-9A-Za-z_-]{43}"),
        new Issuer("Render", "https://render.com/docs/api") { Advice = "Revoke it in the account settings of the dashboard." }
            .Token("render-api-key", "Render API key", Severity.Critical, "rnd_[0-9A-Za-z]{28,36}"),
        new Issuer("Railway", "https://docs.railway.com/guides/public-api") { Advice = "Delete it at https://railway.com/account/tokens or in the project's settings." }
            .Near("railway-token", "Railway token", Severity.High, ["railway"], Shape.Uuid),
        new Issuer("Deno", "https://docs.deno.com/subhosting/api/authentication/") { Advice = "Revoke it at https://dash.deno.com/account#access-tokens." }
            .Token("deno-deploy-token", "Deno Deploy token", Severity.High, "(ddp_|ddw_)[0-9A-Za-z]{36}([0-9A-Za-z]{4})?"),
        new Issuer("Expo", "https://docs.expo.dev/accounts/programmatic-access/") { Advice = "Revoke it at https://expo.dev/settings/access-tokens." }
            .Near("expo-access-token", "Expo access token", Severity.High, ["expo_token", "expo_access", "eas_token"], "[0-9A-Za-z_-]{40}"),
    ];

    /// <summary>50 random characters, then their CRC-32 in base 62.</summary>
    private static Rule VercelToken(string slug, string title, Severity severity, string prefix, string advice) =>
        Vercel.Advising(advice).Sealed(slug, title, severity, new Crc32Base62Checksum(prefix.Length), prefix + "[0-9A-Za-z_-]{50}[0-9A-Za-z]{6}");
}
