using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services that sell data: maps, weather, markets, chains, threats. Formats: the providers' references.</summary>
internal static class DataServiceRules
{
    private static readonly Issuer Adafruit = new("Adafruit", "https://io.adafruit.com/api/docs/#authentication") { Advice = "Regenerate the key at https://io.adafruit.com." };
    private static readonly Issuer Aikido = new("Aikido", "https://apidocs.aikido.dev/reference/authorization") { Advice = "Delete the client at https://app.aikido.dev/settings/integrations/api/aikido/rest." };
    private static readonly Issuer Alchemy = new("Alchemy") { Advice = "Rotate the key on the app's page at https://dashboard.alchemy.com." };
    private static readonly Issuer AlphaVantage = new("Alpha Vantage", "https://www.alphavantage.co/documentation/") { Advice = "Ask support for a new key." };
    private static readonly Issuer Arcjet = new("Arcjet", "https://docs.arcjet.com/environment") { Advice = "Rotate the key in the site's settings." };
    private static readonly Issuer Censys = new("Censys") { Advice = "Reset the secret at https://search.censys.io/account/api." };
    private static readonly Issuer Databento = new("Databento", "https://databento.com/docs/portal/api-keys") { Advice = "Delete the key at https://databento.com/portal/keys." };
    private static readonly Issuer EndorLabs = new("Endor Labs", "https://docs.endorlabs.com/administration/api-keys/") { Advice = "Revoke the key under Access control, API keys." };
    private static readonly Issuer Etherscan = new("Etherscan", "https://docs.etherscan.io/getting-an-api-key") { Advice = "Delete the key at https://etherscan.io/myapikey." };
    private static readonly Issuer Infura = new("Infura") { Advice = "Reset the secret in the key's settings at https://developer.metamask.io." };
    private static readonly Issuer IpInfo = new("IPinfo") { Advice = "Regenerate the token at https://ipinfo.io/dashboard/token." };
    private static readonly Issuer Mapbox = new("Mapbox", "https://docs.mapbox.com/help/dive-deeper/access-tokens/") { Advice = "Delete the token at https://console.mapbox.com/account/access-tokens." };
    private static readonly Issuer MaxMind = new("MaxMind", "https://support.maxmind.com/hc/en-us/articles/4407111582235") { Advice = "Revoke the key at https://www.maxmind.com/en/accounts/current/license-key." };
    private static readonly Issuer Ngrok = new("ngrok", "https://ngrok.com/docs/agent/#authtokens") { Advice = "Delete the credential at https://dashboard.ngrok.com/authtokens." };
    private static readonly Issuer OpenWeather = new("OpenWeather", "https://openweathermap.org/appid") { Advice = "Delete the key at https://home.openweathermap.org/api_keys." };
    private static readonly Issuer RapidApi = new("RapidAPI", "https://docs.rapidapi.com/docs/keys") { Advice = "Delete the key on the app's authorization page." };
    private static readonly Issuer Scrape = new("ScraperAPI") { Advice = "Ask support to rotate the key." };
    private static readonly Issuer SerpApi = new("SerpApi") { Advice = "Regenerate the key at https://serpapi.com/manage-api-key." };
    private static readonly Issuer SettleMint = new("SettleMint") { Advice = "Delete the token under Access tokens in the console." };
    private static readonly Issuer Shodan = new("Shodan", "https://developer.shodan.io/api/requirements") { Advice = "Reset the key at https://account.shodan.io." };
    private static readonly Issuer VirusTotal = new("VirusTotal", "https://docs.virustotal.com/docs/please-give-me-an-api-key") { Advice = "Ask for a new key in your account's settings." };

    public static IEnumerable<Rule> All =>
    [
        Adafruit.Token("adafruit-io-key", "Adafruit IO key", Severity.Medium, "aio_[0-9A-Za-z]{28}"),
        Aikido.Token("aikido-client-secret", "Aikido client secret", Severity.High, "AIK_SECRET_[0-9A-Za-z]{64}"),
        Alchemy.Near("alchemy-api-key", "Alchemy API key", Severity.Medium, "[0-9A-Za-z_-]{32}", "alchemy"),
        AlphaVantage.Near("alpha-vantage-api-key", "Alpha Vantage API key", Severity.Low, "[0-9A-Z]{16}", "alphavantage", "alpha_vantage"),
        Arcjet.Token("arcjet-key", "Arcjet key", Severity.Medium, "ajkey_[0-9a-z]{26}"),
        Censys.Near("censys-api-secret", "Censys API secret", Severity.Medium, "[0-9A-Za-z]{32}", "censys"),
        Databento.Near("databento-api-key", "Databento API key", Severity.Medium, "db-[0-9A-Za-z]{29}", "databento"),
        EndorLabs.Token("endor-labs-api-key", "Endor Labs API key", Severity.High, "endr\\+[0-9A-Za-z-]{16}"),
        Etherscan.Near("etherscan-api-key", "Etherscan API key", Severity.Low, "[0-9A-Z]{34}", "etherscan", "polygonscan", "bscscan", "arbiscan"),
        Infura.Near("infura-api-key", "Infura API key or secret", Severity.Medium, "([0-9A-Za-z+/]{53}|[0-9A-Za-z+/]{32})", "infura"),
        IpInfo.Near("ipinfo-token", "IPinfo token", Severity.Low, "[0-9a-f]{14}", "ipinfo"),
        Mapbox.Sealed("mapbox-secret-token", "Mapbox secret access token", Severity.High, new Base64JsonChecksum("sk.".Length, "{\"u\":\"org-****\",\"a\":\"c************************\"}", '.'), "sk\\.eyJ1Ijoi[0-9A-Za-z_-]{40,120}\\.[0-9A-Za-z_-]{22}"),
        MaxMind.Token("maxmind-license-key", "MaxMind license key", Severity.Medium, "[0-9A-Za-z]{6}_[0-9A-Za-z]{29}_mmk"),
        Ngrok.Near("ngrok-authtoken", "ngrok authtoken or API key", Severity.High, "[0-9A-Za-z]{27}_[0-9A-Za-z]{20,22}", "ngrok"),
        OpenWeather.Near("openweather-api-key", "OpenWeather API key", Severity.Low, Formats.Hex32, "openweather", "weather_api", "owm_api"),
        RapidApi.Token("rapidapi-key", "RapidAPI key", Severity.Medium, "[0-9a-f]{10}msh[0-9a-f]{15}p1[0-9a-f]{5}jsn[0-9a-f]{12}"),
        Scrape.Near("scraperapi-key", "ScraperAPI key", Severity.Medium, Formats.Hex32, "scraperapi", "scraper_api"),
        SerpApi.Near("serpapi-key", "SerpApi key", Severity.Medium, Formats.Hex64, "serpapi", "serp_api"),
        SettleMint.Token("settlemint-access-token", "SettleMint access token", Severity.High, "(sm_aat_|sm_pat_|sm_sat_)[0-9A-Za-z]{16}"),
        Shodan.Near("shodan-api-key", "Shodan API key", Severity.Medium, "[0-9A-Za-z]{32}", "shodan"),
        VirusTotal.Near("virustotal-api-key", "VirusTotal API key", Severity.Medium, Formats.Hex64, "virustotal", "virus_total", "vt_api", "x-apikey"),
    ];
}
