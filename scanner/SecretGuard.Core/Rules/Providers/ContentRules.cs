using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services for web content, media and translation. Formats: the providers' references.</summary>
internal static class ContentRules
{
    private static readonly Issuer Adobe = new("Adobe", "https://developer.adobe.com/developer-console/docs/guides/authentication/") { Advice = "Add a new client secret in the Developer Console and delete this one." };
    private static readonly Issuer Bitly = new("Bitly") { Advice = "Delete the token at https://app.bitly.com/settings/api/." };
    private static readonly Issuer Cloudinary = new("Cloudinary", "https://cloudinary.com/documentation/product_environment_settings") { Advice = "Generate a new key under Settings, API keys, and disable this one." };
    private static readonly Issuer Contentful = new("Contentful", "https://www.contentful.com/developers/docs/references/authentication/") { Advice = "Revoke the token at https://app.contentful.com/account/profile/cma_tokens." };
    private static readonly Issuer Crowdin = new("Crowdin", "https://support.crowdin.com/developer/authorization/") { Advice = "Revoke the token under Account settings, API." };
    private static readonly Issuer DatoCms = new("DatoCMS", "https://www.datocms.com/docs/content-management-api/authentication") { Advice = "Regenerate the token under Project settings, API tokens." };
    private static readonly Issuer DeepL = new("DeepL", "https://developers.deepl.com/docs/getting-started/auth") { Advice = "Deactivate the key at https://www.deepl.com/your-account/keys." };
    private static readonly Issuer Ghost = new("Ghost", "https://docs.ghost.org/admin-api#authentication") { Advice = "Regenerate the key of the integration under Settings, Integrations." };
    private static readonly Issuer Imgur = new("Imgur") { Advice = "Generate a new secret at https://imgur.com/account/settings/apps." };
    private static readonly Issuer Lokalise = new("Lokalise", "https://developers.lokalise.com/reference/api-authentication") { Advice = "Delete the token at https://app.lokalise.com/profile#apitokens." };
    private static readonly Issuer Phrase = new("Phrase") { Advice = "Delete the token at https://app.phrase.com/settings/oauth_access_tokens." };
    private static readonly Issuer ReadMe = new("ReadMe", "https://docs.readme.com/main/reference/authentication") { Advice = "Delete the key under Configuration, API keys." };
    private static readonly Issuer Sanity = new("Sanity", "https://www.sanity.io/docs/content-lake/http-auth") { Advice = "Delete the token at https://www.sanity.io/manage under API." };
    private static readonly Issuer Spotify = new("Spotify", "https://developer.spotify.com/documentation/web-api/concepts/apps") { Advice = "Rotate the client secret at https://developer.spotify.com/dashboard." };
    private static readonly Issuer Steam = new("Valve", "https://steamcommunity.com/dev") { Advice = "Revoke the key at https://steamcommunity.com/dev/apikey." };
    private static readonly Issuer Storyblok = new("Storyblok") { Advice = "Delete the token under My account, Personal access tokens." };
    private static readonly Issuer Transifex = new("Transifex", "https://help.transifex.com/en/articles/6248858-generating-an-api-token") { Advice = "Revoke the token at https://app.transifex.com/user/settings/api/." };
    private static readonly Issuer Unsplash = new("Unsplash") { Advice = "Regenerate the secret key on the application's page." };
    private static readonly Issuer Webflow = new("Webflow", "https://developers.webflow.com/data/reference/authentication") { Advice = "Revoke the token under Site settings, Apps & integrations." };
    private static readonly Issuer WakaTime = new("WakaTime") { Advice = "Refresh the key at https://wakatime.com/settings/account." };
    private static readonly Issuer Mux = new("Mux") { Advice = "Revoke the token at https://dashboard.mux.com/settings/access-tokens." };

    public static Rule[] All =>
    [
        Adobe.Token("adobe-client-secret", "Adobe client secret", Severity.High, "p8e-[0-9A-Za-z_-]{32}"),
        Bitly.Near("bitly-access-token", "Bitly access token", Severity.Medium, ["bitly", "bit.ly"], Formats.Hex40),
        Cloudinary.Token("cloudinary-url", "Cloudinary URL with API secret", Severity.High,
            "cloudinary://[0-9]{15}:[0-9A-Za-z_-]{27}@[0-9A-Za-z_-]{2,40}"),
        Cloudinary.Near("cloudinary-api-secret", "Cloudinary API secret", Severity.High, ["cloudinary"], "[0-9A-Za-z_-]{27}"),
        Contentful.Token("contentful-management-token", "Contentful management token", Severity.High, "CFPAT-[0-9A-Za-z_-]{43}"),
        Crowdin.Near("crowdin-token", "Crowdin personal access token", Severity.High, ["crowdin"], "[0-9a-f]{80}"),
        DatoCms.Near("datocms-api-token", "DatoCMS API token", Severity.Medium, ["datocms", "dato_"], "[0-9a-f]{30}"),
        DeepL.Near("deepl-api-key", "DeepL API key", Severity.Medium, ["deepl"], Formats.Uuid + "(:fx)?"),
        Ghost.Near("ghost-admin-key", "Ghost Admin API key", Severity.High, ["ghost"], "[0-9a-f]{24}:[0-9a-f]{64}"),
        Imgur.Near("imgur-client-secret", "Imgur client secret", Severity.Medium, ["imgur"], Formats.Hex40),
        Lokalise.Near("lokalise-api-token", "Lokalise API token", Severity.High, ["lokalise"], Formats.Hex40),
        Mux.Near("mux-token-secret", "Mux token secret", Severity.High, ["mux_"], "[0-9A-Za-z+/]{75}"),
        Phrase.Near("phrase-access-token", "Phrase access token", Severity.High,
            ["phraseapp", "phrase_access", "phrase_token", "phrase_api"], Formats.Hex64),
        ReadMe.Token("readme-api-key", "ReadMe API key", Severity.Medium, "rdme_[0-9a-z]{70}"),
        Sanity.Near("sanity-token", "Sanity API token", Severity.High, ["sanity"], "sk[0-9A-Za-z]{178}"),
        Spotify.Near("spotify-client-secret", "Spotify client secret", Severity.Medium, ["spotify"], Formats.Hex32),
        Steam.Near("steam-web-api-key", "Steam Web API key", Severity.Medium, ["steam"], "[0-9A-F]{32}"),
        Storyblok.Near("storyblok-management-token", "Storyblok personal access token", Severity.High,
            ["storyblok"], "[0-9A-Za-z]{22}tt-[0-9]{4,9}-[0-9A-Za-z_-]{16,24}"),
        Transifex.Near("transifex-api-token", "Transifex API token", Severity.High, ["transifex", "tx_token"], "1/[0-9a-f]{40}"),
        Unsplash.Near("unsplash-secret-key", "Unsplash secret key", Severity.Low, ["unsplash"], "[0-9A-Za-z_-]{43}"),
        WakaTime.Token("wakatime-api-key", "WakaTime API key", Severity.Low, "waka_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"),
        Webflow.Near("webflow-api-token", "Webflow API token", Severity.High, ["webflow"], Formats.Hex64),
    ];
}
