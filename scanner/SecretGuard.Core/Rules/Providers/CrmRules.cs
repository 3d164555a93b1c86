using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services for customers, sales and support. Formats: the providers' references.</summary>
internal static class CrmRules
{
    private static readonly Issuer CloseCrm = new("Close", "https://developer.close.com/topics/authentication/") { Advice = "Delete the key under Settings, Developer, API keys." };
    private static readonly Issuer Freshdesk = new("Freshworks", "https://developers.freshdesk.com/api/#authentication") { Advice = "Reset the key under Profile settings." };
    private static readonly Issuer Front = new("Front") { Advice = "Delete the token under Settings, Developers, API tokens." };
    private static readonly Issuer HubSpot = new("HubSpot", "https://developers.hubspot.com/docs/guides/apps/private-apps/overview") { Advice = "Rotate the token of the private app under Settings, Integrations, Private apps." };
    private static readonly Issuer Intercom = new("Intercom", "https://developers.intercom.com/docs/build-an-integration/learn-more/authentication") { Advice = "Regenerate the token of the app in the Developer Hub." };
    private static readonly Issuer Pipedrive = new("Pipedrive") { Advice = "Regenerate the token under Personal preferences, API." };
    private static readonly Issuer Salesforce = new("Salesforce", "https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm") { Advice = "Revoke the token under Setup, Connected Apps OAuth Usage, and end the user's sessions." };
    private static readonly Issuer Zendesk = new("Zendesk", "https://support.zendesk.com/hc/en-us/articles/4408889192858") { Advice = "Delete the token in Admin Center under Apps and integrations, APIs." };
    private static readonly Issuer Zoho = new("Zoho", "https://www.zoho.com/crm/developer/docs/api/v8/oauth-overview.html") { Advice = "Revoke the token at https://accounts.zoho.com/home#sessions/userconnectedapps." };
    private static readonly Issuer Beamer = new("Beamer") { Advice = "Delete the key under Settings, API." };
    private static readonly Issuer CustomerIo = new("Customer.io") { Advice = "Delete the key under Account settings, API credentials." };

    public static Rule[] All =>
    [
        Beamer.Near("beamer-api-key", "Beamer API key", Severity.Medium, ["beamer"], "b_[0-9A-Za-z=_-]{44}"),
        CloseCrm.Token("close-api-key", "Close API key", Severity.High, "api_[0-9A-Za-z]{22}\\.[0-9A-Za-z]{22}"),
        CustomerIo.Near("customer-io-app-key", "Customer.io key", Severity.High, ["customerio", "customer_io", "customer.io"], Formats.Hex32),
        Freshdesk.Near("freshdesk-api-key", "Freshdesk API key", Severity.High, ["freshdesk", "freshservice"], "[0-9A-Za-z]{20}"),
        Front.Near("front-api-token", "Front API token", Severity.High,
            ["frontapp", "front_api"], "eyJ[0-9A-Za-z_-]{20,100}\\.eyJ[0-9A-Za-z_-]{20,300}\\.[0-9A-Za-z_-]{43}"),
        HubSpot.Token("hubspot-private-app-token", "HubSpot private app token", Severity.High, "pat-(na|eu|ap|ca|au)[0-9]-" + Formats.Uuid),
        HubSpot.Near("hubspot-api-key", "HubSpot API key or client secret", Severity.High, ["hubspot", "hapikey"], Formats.Uuid),
        Intercom.Token("intercom-access-token", "Intercom access token", Severity.High, "dG9rO[0-9A-Za-z+/]{54}="),
        Pipedrive.Near("pipedrive-api-token", "Pipedrive API token", Severity.High, ["pipedrive"], Formats.Hex40),
        Salesforce.Token("salesforce-access-token", "Salesforce access token", Severity.High,
            "00D[0-9A-Za-z]{12}![0-9A-Za-z._]{80,200}", "00D[0-9A-Za-z]{15}![0-9A-Za-z._]{80,200}"),
        Salesforce.Token("salesforce-refresh-token", "Salesforce refresh token", Severity.Critical, "5Aep861[0-9A-Za-z._]{70,120}"),
        Salesforce.Near("salesforce-consumer-secret", "Salesforce consumer secret", Severity.High,
            ["salesforce", "sfdc", "consumersecret", "consumer_secret"], "[0-9A-F]{64}"),
        Zendesk.Near("zendesk-api-token", "Zendesk API token", Severity.High, ["zendesk"], "[0-9A-Za-z]{40}"),
        Zoho.Token("zoho-token", "Zoho access or refresh token", Severity.High, "1000\\.[0-9a-f]{32}\\.[0-9a-f]{32}"),
    ];
}
