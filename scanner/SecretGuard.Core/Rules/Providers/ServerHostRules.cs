using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of clouds that let servers: with them one can create, read and destroy machines.</summary>
internal static class ServerHostRules
{
    private static readonly Issuer DigitalOcean = new("DigitalOcean", "https://docs.digitalocean.com/reference/api/create-personal-access-token/");
    private static readonly Issuer Scaleway = new("Scaleway", "https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/");
    private static readonly Issuer Exoscale = new("Exoscale", "https://community.exoscale.com/product/iam/");

    public static Rule[] All =>
    [
        DigitalOcean.Advising("Delete it at https://cloud.digitalocean.com/account/api/tokens.")
            .Token("digitalocean-personal-access-token", "DigitalOcean personal access token", Severity.Critical, "dop_v1_[0-9a-f]{64}"),
        DigitalOcean.Advising("Revoke the app's access at https://cloud.digitalocean.com/account/api/access.")
            .Token("digitalocean-oauth-token", "DigitalOcean OAuth access token", Severity.Critical, "doo_v1_[0-9a-f]{64}"),
        DigitalOcean.Advising("Revoke the app's access at https://cloud.digitalocean.com/account/api/access.")
            .Token("digitalocean-refresh-token", "DigitalOcean OAuth refresh token", Severity.Critical, "dor_v1_[0-9a-f]{64}"),
        Scaleway.Advising("Delete the API key in the IAM console.")
            .Token("scaleway-access-key", "Scaleway API access key", Severity.High, "SCW[0-9A-Z]{17}"),
        Scaleway.Advising("Delete the API key in the IAM console.")
            .Near("scaleway-secret-key", "Scaleway API secret key", Severity.Critical, ["scw_secret", "scaleway", "scw-secret"], Shape.Uuid),
        Exoscale.Advising("Delete the key in the IAM section of the portal.")
            .Token("exoscale-api-key", "Exoscale API key", Severity.High, "EXO[0-9a-f]{24}"),
        new Issuer("Hetzner", "https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/") { Advice = "Delete it under 'Security > API tokens' of the project." }
            .Near("hetzner-api-token", "Hetzner Cloud API token", Severity.Critical, ["hetzner", "hcloud"], "[0-9A-Za-z]{64}"),
        new Issuer("Akamai Cloud", "https://techdocs.akamai.com/cloud-computing/docs/manage-personal-access-tokens") { Advice = "Revoke it at https://cloud.linode.com/profile/tokens." }
            .Near("linode-personal-access-token", "Linode personal access token", Severity.Critical, ["linode"], "[0-9a-f]{64}"),
        new Issuer("Vultr", "https://docs.vultr.com/platform/other/api") { Advice = "Regenerate it at https://my.vultr.com/settings/#settingsapi." }
            .Near("vultr-api-key", "Vultr API key", Severity.Critical, ["vultr"], "[0-9A-Z]{36}"),
        new Issuer("OVHcloud", "https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api") { Advice = "Delete the application and its consumer keys through the API." }
            .Near("ovh-application-secret", "OVHcloud application secret or consumer key", Severity.High, ["ovh"], "[0-9A-Za-z]{32}"),
        new Issuer("IBM Cloud", "https://cloud.ibm.com/docs/account?topic=account-userapikey") { Advice = "Delete it at https://cloud.ibm.com/iam/apikeys." }
            .Near("ibm-cloud-api-key", "IBM Cloud API key", Severity.Critical,
                ["ibm", "bluemix", "iam_api_key", "iam_apikey", "ic_api_key"], "[0-9A-Za-z_-]{44}"),
        new Issuer("Civo", "https://www.civo.com/docs/account/api-keys") { Advice = "Regenerate it in the security settings of the dashboard." }
            .Near("civo-api-key", "Civo API key", Severity.Critical, ["civo"], "[0-9A-Za-z]{50}"),
    ];
}
