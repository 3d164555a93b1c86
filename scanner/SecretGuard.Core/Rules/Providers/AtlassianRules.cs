using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens of Atlassian and Bitbucket: prefix, random characters, and a CRC-32 in upper-case hexadecimal.</summary>
internal static class AtlassianRules
{
    private static readonly Issuer Atlassian = new("Atlassian", "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/");
    private static readonly Issuer Bitbucket = new("Bitbucket", "https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/");

    public static Rule[] All =>
    [
        Atlassian.Advising("Revoke it at https://id.atlassian.com/manage-profile/security/api-tokens.")
            .Sealed("atlassian-api-token", "Atlassian API token", Severity.Critical, new HexCrc32Checksum(), "ATATT3[0-9A-Za-z_-]{177}=[0-9A-F]{8}"),
        Atlassian.Advising("Revoke it at https://id.atlassian.com/manage-profile/security/api-tokens.")
            .Near("atlassian-api-token-legacy", "Atlassian API token (24 characters)", Severity.Critical,
                ["atlassian", "jira", "confluence"], "[0-9A-Za-z]{24}"),
        Bitbucket.Advising("Revoke it under 'Access tokens' of the repository, project or workspace, or under 'API keys' of the organisation.")
            .Sealed("bitbucket-access-token", "Bitbucket or Atlassian administration access token", Severity.High,
                new HexCrc32Checksum(), "ATCTT3[0-9A-Za-z_-]{100,800}=[0-9A-F]{8}"),
        Bitbucket.Advising("Revoke it at https://bitbucket.org/account/settings/app-passwords/.")
            .Sealed("bitbucket-app-password", "Bitbucket app password", Severity.High, new HexCrc32Checksum(), "ATBB[0-9A-Za-z]{24}[0-9A-F]{8}"),

        // Base 64 of twelve digits, a colon, and 20 random bytes.
        new Issuer("Bitbucket Data Center", "https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html") { Advice = "Revoke it under 'HTTP access tokens' of the user, repository or project." }
            .Token("bitbucket-data-center-token", "Bitbucket Data Center HTTP access token", Severity.High,
                "BBDC-[MNO][0-9A-Za-z+/]{15}O[g-v][0-9A-Za-z+/]{26}"),
        Bitbucket.Advising("Delete the OAuth consumer in the workspace's settings.")
            .Near("bitbucket-oauth-consumer-secret", "Bitbucket OAuth consumer secret", Severity.High, ["bitbucket"], "[0-9A-Za-z]{32}"),
    ];
}
