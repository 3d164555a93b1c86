using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of secret managers: one opens all that is kept behind it.</summary>
internal static class SecretManagerRules
{
    private static readonly Issuer OnePassword = new("1Password", "https://developer.1password.com/docs/service-accounts/");
    private static readonly Issuer Doppler = new("Doppler", "https://docs.doppler.com/reference/auth-token-formats");
    private static readonly Issuer Bitwarden = new("Bitwarden", "https://bitwarden.com/help/access-tokens/");
    private static readonly Issuer Infisical = new("Infisical", "https://infisical.com/docs/documentation/platform/identities/machine-identities");

    public static Rule[] All =>
    [
        OnePassword.Advising("Rotate or revoke it under 'Developer' on 1Password.com.")
            .Sealed("onepassword-service-account-token", "1Password service account token", Severity.Critical,
                new OnePasswordChecksum(), "ops_eyJ[0-9A-Za-z_-]{250,2000}[=]{0,2}"),
        new Issuer("1Password", "https://support.1password.com/secret-key-security/") { Advice = "Regenerate the Secret Key in the account's settings." }
            .Token("onepassword-secret-key", "1Password Secret Key", Severity.Critical,
                "A3-[0-9A-Z]{6}-([0-9A-Z]{11}|[0-9A-Z]{6}-[0-9A-Z]{5})-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}"),
        DopplerToken("doppler-personal-token", "Doppler personal token", @"dp\.pt\."),
        DopplerToken("doppler-service-token", "Doppler service token", @"dp\.st\.([0-9a-z_-]{2,35}\.)?"),
        DopplerToken("doppler-service-account-token", "Doppler service account token", @"dp\.sa\."),
        DopplerToken("doppler-cli-token", "Doppler CLI token", @"dp\.ct\."),
        DopplerToken("doppler-scim-token", "Doppler SCIM token", @"dp\.scim\."),
        DopplerToken("doppler-audit-token", "Doppler audit token", @"dp\.audit\."),
        Infisical.Advising("Delete it in the project's access control.")
            .Near("infisical-service-token", "Infisical service token", Severity.Critical,
                ["infisical"], @"st\.[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32}"),
        Infisical.Advising("Revoke the client secret of the identity.")
            .Near("infisical-client-secret", "Infisical machine identity client secret", Severity.Critical, ["infisical"], "[0-9a-f]{64}"),
        new Issuer("Akeyless", "https://docs.akeyless.io/docs/api-key") { Advice = "Reset the access key of the authentication method." }
            .Near("akeyless-access-key", "Akeyless access key", Severity.Critical, ["akeyless"], "[0-9A-Za-z+/]{43}="),
        Bitwarden.Advising("Revoke it at the machine account in Secrets Manager.")
            .Near("bitwarden-access-token", "Bitwarden Secrets Manager access token", Severity.Critical,
                ["bws_", "bitwarden"], @"0\." + Shape.Uuid + @"\.[0-9A-Za-z]{30}:[0-9A-Za-z+/]{22}=="),
        Bitwarden.Advising("Rotate the API key in the security settings.")
            .Near("bitwarden-client-secret", "Bitwarden API client secret", Severity.Critical, ["bw_clientsecret", "bitwarden"], "[0-9A-Za-z]{30}"),
    ];

    private static Rule DopplerToken(string slug, string title, string prefix) =>
        Doppler.Advising("Revoke it in the Doppler dashboard where it was made.").Token(slug, title, Severity.Critical, prefix + "[0-9A-Za-z]{40,44}");
}
