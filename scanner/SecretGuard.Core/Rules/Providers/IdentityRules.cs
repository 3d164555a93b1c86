using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services that log people in. Client ids and publishable keys are no rules. Formats: the providers' references.</summary>
internal static class IdentityRules
{
    private static readonly Issuer Auth0 = new("Auth0", "https://auth0.com/docs/get-started/applications/rotate-client-secret") { Advice = "Rotate the application's secret under Applications, Settings." };
    private static readonly Issuer Clerk = new("Clerk", "https://clerk.com/docs/guides/development/clerk-environment-variables") { Advice = "Delete the key at https://dashboard.clerk.com under API keys." };
    private static readonly Issuer Duo = new("Duo", "https://duo.com/docs/adminapi") { Advice = "Reset the secret key on the application's page in the Duo Admin Panel." };
    private static readonly Issuer Frontegg = new("Frontegg") { Advice = "Regenerate the key under Environment, Settings." };
    private static readonly Issuer FusionAuth = new("FusionAuth", "https://fusionauth.io/docs/apis/authentication") { Advice = "Delete the key under Settings, API keys." };
    private static readonly Issuer JumpCloud = new("JumpCloud", "https://jumpcloud.com/support/jumpcloud-apis1") { Advice = "Rotate the key under your administrator's initials, My API Key." };
    private static readonly Issuer Kinde = new("Kinde") { Advice = "Rotate the application's secret under Settings, Applications." };
    private static readonly Issuer Keycloak = new("Keycloak", "https://www.keycloak.org/docs/latest/server_admin/index.html#_client-credentials") { Advice = "Regenerate the client's secret on its Credentials tab." };
    private static readonly Issuer Okta = new("Okta", "https://developer.okta.com/docs/guides/create-an-api-token/main/") { Advice = "Revoke the token under Security, API, Tokens." };
    private static readonly Issuer OneLogin = new("OneLogin") { Advice = "Delete the credential under Developers, API Credentials." };
    private static readonly Issuer Persona = new("Persona", "https://docs.withpersona.com/api-keys") { Advice = "Expire the key under API, API keys." };
    private static readonly Issuer Stytch = new("Stytch", "https://stytch.com/docs/api/authentication") { Advice = "Rotate the secret at https://stytch.com/dashboard/api-keys." };
    private static readonly Issuer WorkOS = new("WorkOS", "https://workos.com/docs/reference/api-keys") { Advice = "Expire the key at https://dashboard.workos.com/api-keys." };
    private static readonly Issuer SumSub = new("Sumsub", "https://docs.sumsub.com/reference/authentication") { Advice = "Delete the app token under Dev space, App tokens." };

    public static Rule[] All =>
    [
        Auth0.Near("auth0-client-secret", "Auth0 client secret", Severity.High, ["auth0"], "[0-9A-Za-z_-]{64}"),
        Clerk.Token("clerk-secret-key", "Clerk secret key", Severity.Critical, "sk_live_[0-9A-Za-z]{42}"),
        Clerk.Token("clerk-test-secret-key", "Clerk secret key (development)", Severity.Low, "sk_test_[0-9A-Za-z]{42}"),
        Duo.Near("duo-secret-key", "Duo secret key", Severity.High, ["duo_", "duosec", "duo-"], "[0-9A-Za-z]{40}"),
        Frontegg.Near("frontegg-api-key", "Frontegg API key", Severity.High, ["frontegg"], Formats.Uuid),
        FusionAuth.Near("fusionauth-api-key", "FusionAuth API key", Severity.Critical, ["fusionauth"], "[0-9A-Za-z_-]{64}"),
        JumpCloud.Token("jumpcloud-api-key", "JumpCloud API key", Severity.Critical, "jca_[0-9A-Za-z]{36}"),
        JumpCloud.Near("jumpcloud-legacy-api-key", "JumpCloud API key (legacy)", Severity.Critical, ["jumpcloud"], Formats.Hex40),
        Keycloak.Near("keycloak-client-secret", "Keycloak client secret", Severity.High, ["keycloak"], "[0-9A-Za-z]{32}"),
        Kinde.Near("kinde-client-secret", "Kinde client secret", Severity.High, ["kinde"], "[0-9A-Za-z]{43,60}"),
        Okta.Near("okta-api-token", "Okta API token", Severity.Critical, ["okta", "ssws"], "00[0-9A-Za-z_-]{40}"),
        Okta.Near("okta-client-secret", "Okta client secret", Severity.High, ["okta"], "[0-9A-Za-z_-]{64}"),
        OneLogin.Near("onelogin-client-secret", "OneLogin client secret", Severity.Critical, ["onelogin"], Formats.Hex64),
        Persona.Token("persona-api-key", "Persona API key", Severity.High, "persona_production_" + Formats.Uuid),
        Persona.Token("persona-sandbox-api-key", "Persona API key (sandbox)", Severity.Low, "persona_sandbox_" + Formats.Uuid),
        Stytch.Token("stytch-secret", "Stytch secret", Severity.Critical, "secret-live-[0-9A-Za-z_=-]{36}"),
        Stytch.Token("stytch-test-secret", "Stytch secret (test)", Severity.Low, "secret-test-[0-9A-Za-z_=-]{36}"),
        SumSub.Token("sumsub-app-token", "Sumsub app token", Severity.High, "prd:[0-9A-Za-z]{24}\\.[0-9A-Za-z]{32}"),
        SumSub.Token("sumsub-sandbox-app-token", "Sumsub app token (sandbox)", Severity.Low, "sbx:[0-9A-Za-z]{24}\\.[0-9A-Za-z]{32}"),
        WorkOS.Token("workos-api-key", "WorkOS API key", Severity.Critical, "sk_live_a2V5Xz[0-9A-Za-z]{50,75}"),
        WorkOS.Token("workos-test-api-key", "WorkOS API key (staging)", Severity.Low, "sk_test_a2V5Xz[0-9A-Za-z]{50,75}"),
    ];
}
