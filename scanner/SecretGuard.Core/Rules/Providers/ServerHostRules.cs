using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of clouds that let servers: with them one can create, read and destroy machines.</summary>
internal static class ServerHostRules
{
    private static readonly Issuer DigitalOcean = new("DigitalOcean", "https://docs.digitalocean.com/reference/api/create-personal-access-token/");
    private static readonly Issuer Scaleway = new("Scaleway", "https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/");
    private static readonly Issuer Exoscale = new("Exoscale", "https://community.exoscale.com/product/iam/");

    public static IEnumerable<Rule> All =>
    [
        DigitalOcean.Token(Severity.Critical, "digitalocean-personal-access-token", "DigitalOcean personal access token",
            "Delete it at https://cloud.digitalocean.com/account/api/tokens.", "dop_v1_[0-9a-f]{64}"),
        DigitalOcean.Token(Severity.Critical, "digitalocean-oauth-token", "DigitalOcean OAuth access token",
            "Revoke the app's access at https://cloud.digitalocean.com/account/api/access.", "doo_v1_[0-9a-f]{64}"),
        DigitalOcean.Token(Severity.Critical, "digitalocean-refresh-token", "DigitalOcean OAuth refresh token",
            "Revoke the app's access at https://cloud.digitalocean.com/account/api/access.", "dor_v1_[0-9a-f]{64}"),
        Scaleway.Token(Severity.High, "scaleway-access-key", "Scaleway API access key",
            "Delete the API key in the IAM console.", "SCW[0-9A-Z]{17}"),
        Scaleway.Near(Severity.Critical, "scaleway-secret-key", "Scaleway API secret key",
            "Delete the API key in the IAM console.", ["scw_secret", "scaleway", "scw-secret"], Shape.Uuid),
        Exoscale.Token(Severity.High, "exoscale-api-key", "Exoscale API key",
            "Delete the key in the IAM section of the portal.", "EXO[0-9a-f]{24}"),
        new Issuer("Hetzner", "https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/")
            .Near(Severity.Critical, "hetzner-api-token", "Hetzner Cloud API token",
            "Delete it under 'Security > API tokens' of the project.", ["hetzner", "hcloud"], "[0-9A-Za-z]{64}"),
        new Issuer("Akamai Cloud", "https://techdocs.akamai.com/cloud-computing/docs/manage-personal-access-tokens")
            .Near(Severity.Critical, "linode-personal-access-token", "Linode personal access token",
            "Revoke it at https://cloud.linode.com/profile/tokens.", ["linode"], "[0-9a-f]{64}"),
        new Issuer("Vultr", "https://docs.vultr.com/platform/other/api")
            .Near(Severity.Critical, "vultr-api-key", "Vultr API key",
            "Regenerate it at https://my.vultr.com/settings/#settingsapi.", ["vultr"], "[0-9A-Z]{36}"),
        new Issuer("OVHcloud", "https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api")
            .Near(Severity.High, "ovh-application-secret", "OVHcloud application secret or consumer key",
            "Delete the application and its consumer keys through the API.", ["ovh"], "[0-9A-Za-z]{32}"),
        new Issuer("IBM Cloud", "https://cloud.ibm.com/docs/account?topic=account-userapikey")
            .Near(Severity.Critical, "ibm-cloud-api-key", "IBM Cloud API key",
            "Delete it at https://cloud.ibm.com/iam/apikeys.", ["ibm", "bluemix", "iam_api_key", "iam_apikey", "ic_api_key"], "[0-9A-Za-z_-]{44}"),
        new Issuer("Civo", "https://www.civo.com/docs/account/api-keys")
            .Near(Severity.Critical, "civo-api-key", "Civo API key",
            "Regenerate it in the security settings of the dashboard.", ["civo"], "[0-9A-Za-z]{50}"),
    ];
}
