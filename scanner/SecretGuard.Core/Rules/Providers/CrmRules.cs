using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services for customers, sales and support. Formats: the providers' references.</summary>
internal static class CrmRules
{
    private static readonly Issuer CloseCrm = new("Close", "Delete the key under Settings, Developer, API keys.", "https://developer.close.com/topics/authentication/");
    private static readonly Issuer Freshdesk = new("Freshworks", "Reset the key under Profile settings.", "https://developers.freshdesk.com/api/#authentication");
    private static readonly Issuer Front = new("Front", "Delete the token under Settings, Developers, API tokens.");
    private static readonly Issuer HubSpot = new("HubSpot", "Rotate the token of the private app under Settings, Integrations, Private apps.", "https://developers.hubspot.com/docs/guides/apps/private-apps/overview");
    private static readonly Issuer Intercom = new("Intercom", "Regenerate the token of the app in the Developer Hub.", "https://developers.intercom.com/docs/build-an-integration/learn-more/authentication");
    private static readonly Issuer Pipedrive = new("Pipedrive", "Regenerate the token under Personal preferences, API.");
    private static readonly Issuer Salesforce = new("Salesforce", "Revoke the token under Setup, Connected Apps OAuth Usage, and end the user's sessions.", "https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm");
    private static readonly Issuer Zendesk = new("Zendesk", "Delete the token in Admin Center under Apps and integrations, APIs.", "https://support.zendesk.com/hc/en-us/articles/4408889192858");
    private static readonly Issuer Zoho = new("Zoho", "Revoke the token at https://accounts.zoho.com/home#sessions/userconnectedapps.", "https://www.zoho.com/crm/developer/docs/api/v8/oauth-overview.html");
    private static readonly Issuer Beamer = new("Beamer", "Delete the key under Settings, API.");
    private static readonly Issuer CustomerIo = new("Customer.io", "Delete the key under Account settings, API credentials.");

    public static IEnumerable<Rule> All =>
    [
        Beamer.NamedToken("beamer-api-key", "Beamer API key", Severity.Medium, "b_[0-9A-Za-z=_-]{44}", "beamer"),
        CloseCrm.Token("close-api-key", "Close API key", Severity.High, "api_[0-9A-Za-z]{22}\\.[0-9A-Za-z]{22}"),
        CustomerIo.NamedToken("customer-io-app-key", "Customer.io key", Severity.High, Formats.Hex32, "customerio", "customer_io", "customer.io"),
        Freshdesk.NamedToken("freshdesk-api-key", "Freshdesk API key", Severity.High, "[0-9A-Za-z]{20}", "freshdesk", "freshservice"),
        Front.NamedToken("front-api-token", "Front API token", Severity.High, "eyJ[0-9A-Za-z_-]{20,100}\\.eyJ[0-9A-Za-z_-]{20,300}\\.[0-9A-Za-z_-]{43}", "frontapp", "front_api"),
        HubSpot.Token("hubspot-private-app-token", "HubSpot private app token", Severity.High, "pat-(na|eu|ap|ca|au)[0-9]-" + Formats.Uuid),
        HubSpot.NamedToken("hubspot-api-key", "HubSpot API key or client secret", Severity.High, Formats.Uuid, "hubspot", "hapikey"),
        Intercom.Token("intercom-access-token", "Intercom access token", Severity.High, "dG9rO[0-9A-Za-z+/]{54}="),
        Pipedrive.NamedToken("pipedrive-api-token", "Pipedrive API token", Severity.High, Formats.Hex40, "pipedrive"),
        Salesforce.Token("salesforce-access-token", "Salesforce access token", Severity.High, "00D[0-9A-Za-z]{12}![0-9A-Za-z._]{80,200}", "00D[0-9A-Za-z]{15}![0-9A-Za-z._]{80,200}"),
        Salesforce.Token("salesforce-refresh-token", "Salesforce refresh token", Severity.Critical, "5Aep861[0-9A-Za-z._]{70,120}"),
        Salesforce.NamedToken("salesforce-consumer-secret", "Salesforce consumer secret", Severity.High, "[0-9A-F]{64}", "salesforce", "sfdc", "consumersecret", "consumer_secret"),
        Zendesk.NamedToken("zendesk-api-token", "Zendesk API token", Severity.High, "[0-9A-Za-z]{40}", "zendesk"),
        Zoho.Token("zoho-token", "Zoho access or refresh token", Severity.High, "1000\\.[0-9a-f]{32}\\.[0-9a-f]{32}"),
    ];
}
