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

    public static Rule[] All =>
    [
        Adafruit.Token("adafruit-io-key", "Adafruit IO key", Severity.Medium, "aio_[0-9A-Za-z]{28}"),
        Aikido.Token("aikido-client-secret", "Aikido client secret", Severity.High, "AIK_SECRET_[0-9A-Za-z]{64}"),
        Alchemy.Near("alchemy-api-key", "Alchemy API key", Severity.Medium, ["alchemy"], "[0-9A-Za-z_-]{32}"),
        AlphaVantage.Near("alpha-vantage-api-key", "Alpha Vantage API key", Severity.Low, ["alphavantage", "alpha_vantage"], "[0-9A-Z]{16}"),
        Arcjet.Token("arcjet-key", "Arcjet key", Severity.Medium, "ajkey_[0-9a-z]{26}"),
        Censys.Near("censys-api-secret", "Censys API secret", Severity.Medium, ["censys"], "[0-9A-Za-z]{32}"),
        Databento.Near("databento-api-key", "Databento API key", Severity.Medium, ["databento"], "db-[0-9A-Za-z]{29}"),
        EndorLabs.Token("endor-labs-api-key", "Endor Labs API key", Severity.High, "endr\\+[0-9A-Za-z-]{16}"),
        Etherscan.Near("etherscan-api-key", "Etherscan API key", Severity.Low, ["etherscan", "polygonscan", "bscscan", "arbiscan"], "[0-9A-Z]{34}"),
        Infura.Near("infura-api-key", "Infura API key or secret", Severity.Medium, ["infura"], "([0-9A-Za-z+/]{53}|[0-9A-Za-z+/]{32})"),
        IpInfo.Near("ipinfo-token", "IPinfo token", Severity.Low, ["ipinfo"], "[0-9a-f]{14}"),
        Mapbox.Sealed("mapbox-secret-token", "Mapbox secret access token", Severity.High,
            new Base64JsonChecksum("sk.".Length, "{\"u\":\"org-****\",\"a\":\"c************************\"}", '.'), "sk\\.eyJ1Ijoi[0-9A-Za-z_-]{40,120}\\.[0-9A-Za-z_-]{22}"),
        MaxMind.Token("maxmind-license-key", "MaxMind license key", Severity.Medium, "[0-9A-Za-z]{6}_[0-9A-Za-z]{29}_mmk"),
        Ngrok.Near("ngrok-authtoken", "ngrok authtoken or API key", Severity.High, ["ngrok"], "[0-9A-Za-z]{27}_[0-9A-Za-z]{20,22}"),
        OpenWeather.Near("openweather-api-key", "OpenWeather API key", Severity.Low, ["openweather", "weather_api", "owm_api"], Formats.Hex32),
        RapidApi.Token("rapidapi-key", "RapidAPI key", Severity.Medium, "[0-9a-f]{10}msh[0-9a-f]{15}p1[0-9a-f]{5}jsn[0-9a-f]{12}"),
        Scrape.Near("scraperapi-key", "ScraperAPI key", Severity.Medium, ["scraperapi", "scraper_api"], Formats.Hex32),
        SerpApi.Near("serpapi-key", "SerpApi key", Severity.Medium, ["serpapi", "serp_api"], Formats.Hex64),
        SettleMint.Token("settlemint-access-token", "SettleMint access token", Severity.High, "(sm_aat_|sm_pat_|sm_sat_)[0-9A-Za-z]{16}"),
        Shodan.Near("shodan-api-key", "Shodan API key", Severity.Medium, ["shodan"], "[0-9A-Za-z]{32}"),
        VirusTotal.Near("virustotal-api-key", "VirusTotal API key", Severity.Medium,
            ["virustotal", "virus_total", "vt_api", "x-apikey"], Formats.Hex64),
    ];
}
