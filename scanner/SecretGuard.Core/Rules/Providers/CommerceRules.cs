using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of shops, shipping and travel. Formats: the providers' references.</summary>
internal static class CommerceRules
{
    private static readonly Issuer Shopify = new("Shopify", "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens") { Advice = "Rotate the app's client secret, or uninstall and reinstall the app, which ends its tokens." };
    private static readonly Issuer Duffel = new("Duffel", "https://duffel.com/docs/api/overview/authentication") { Advice = "Delete the token at https://app.duffel.com under Developers, Access tokens." };
    private static readonly Issuer EasyPost = new("EasyPost", "https://docs.easypost.com/docs/authentication") { Advice = "Disable the key at https://www.easypost.com/account/api-keys." };
    private static readonly Issuer Shippo = new("Shippo", "https://docs.goshippo.com/docs/guides_general/authentication/") { Advice = "Delete the token at https://apps.goshippo.com/settings/api." };
    private static readonly Issuer Lob = new("Lob", "https://docs.lob.com/#tag/Authentication") { Advice = "Rotate the key at https://dashboard.lob.com/settings/api-keys." };
    private static readonly Issuer Etsy = new("Etsy") { Advice = "Delete the app's key at https://www.etsy.com/developers/your-apps." };
    private static readonly Issuer BigCommerce = new("BigCommerce", "https://developer.bigcommerce.com/docs/start/authentication/api-accounts") { Advice = "Delete the API account in the control panel." };
    private static readonly Issuer WooCommerce = new("WooCommerce", "https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication") { Advice = "Revoke the key under WooCommerce, Settings, Advanced, REST API." };
    private static readonly Issuer Swell = new("Swell") { Advice = "Delete the key in the dashboard under Developer, API keys." };
    private static readonly Issuer Freemius = new("Freemius") { Advice = "Regenerate the secret key on the product's settings page." };

    public static Rule[] All =>
    [
        BigCommerce.Near("bigcommerce-access-token", "BigCommerce access token", Severity.High, ["bigcommerce"], "[0-9a-z]{31}"),
        Duffel.Token("duffel-access-token", "Duffel access token", Severity.High, "duffel_live_[0-9A-Za-z_-]{43}"),
        Duffel.Token("duffel-test-access-token", "Duffel access token (test mode)", Severity.Low, "duffel_test_[0-9A-Za-z_-]{43}"),
        EasyPost.Token("easypost-api-key", "EasyPost API key", Severity.High, "EZAK[0-9A-Za-z]{54}"),
        EasyPost.Token("easypost-test-api-key", "EasyPost API key (test mode)", Severity.Low, "EZTK[0-9A-Za-z]{54}"),
        Etsy.Near("etsy-api-key", "Etsy API key", Severity.Medium, ["etsy"], "[0-9a-z]{24}"),
        Freemius.Near("freemius-secret-key", "Freemius secret key", Severity.High, ["freemius"], "sk_[0-9A-Za-z?.,<>:;!@#$%^&*(){}|~+=-]{29}"),
        Lob.Near("lob-api-key", "Lob API key", Severity.High, ["lob_", "lob.com", "loblive", "lobapi"], "live_[0-9a-f]{35}"),
        Lob.Near("lob-test-api-key", "Lob API key (test mode)", Severity.Low, ["lob_", "lob.com", "lobtest", "lobapi"], "test_[0-9a-f]{35}"),
        Shippo.Token("shippo-api-token", "Shippo API token", Severity.High, "shippo_live_" + Formats.Hex40),
        Shippo.Token("shippo-test-api-token", "Shippo API token (test mode)", Severity.Low, "shippo_test_" + Formats.Hex40),
        Shopify.Token("shopify-access-token", "Shopify access token", Severity.High, "shpat_[0-9A-Fa-f]{32}"),
        Shopify.Token("shopify-custom-app-token", "Shopify custom app access token", Severity.High, "shpca_[0-9A-Fa-f]{32}"),
        Shopify.Token("shopify-private-app-token", "Shopify private app password", Severity.High, "shppa_[0-9A-Fa-f]{32}"),
        Shopify.Token("shopify-app-secret", "Shopify app client secret", Severity.High, "shpss_[0-9A-Fa-f]{32}"),
        Shopify.Token("shopify-user-token", "Shopify app user access token", Severity.High, "shpua_[0-9A-Fa-f]{32}"),
        Shopify.Token("shopify-theme-access-password", "Shopify Theme Access password", Severity.Medium, "shptka_[0-9a-f]{32}"),
        Shopify.Token("shopify-partner-token", "Shopify Partner API token", Severity.High, "prtapi_[0-9a-f]{32}"),
        Swell.Near("swell-secret-key", "Swell secret key", Severity.High, ["swell"], "sk_[0-9A-Za-z]{32}"),
        WooCommerce.Token("woocommerce-consumer-secret", "WooCommerce consumer secret", Severity.High, "cs_" + Formats.Hex40),
        WooCommerce.Token("woocommerce-consumer-key", "WooCommerce consumer key", Severity.Medium, "ck_" + Formats.Hex40),
    ];
}
