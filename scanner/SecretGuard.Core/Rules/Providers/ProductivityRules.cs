using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services for plans, documents, forms and designs. Formats: the providers' references.</summary>
internal static class ProductivityRules
{
    private static readonly Issuer Airtable = new("Airtable", "https://airtable.com/developers/web/guides/personal-access-tokens") { Advice = "Delete the token at https://airtable.com/create/tokens." };
    private static readonly Issuer Asana = new("Asana", "https://developers.asana.com/docs/personal-access-token") { Advice = "Deauthorize the token at https://app.asana.com/0/my-apps." };
    private static readonly Issuer Box = new("Box", "https://developer.box.com/guides/authentication/") { Advice = "Reset the client secret or revoke the developer token in the app's configuration." };
    private static readonly Issuer CalCom = new("Cal.com", "https://cal.com/docs/api-reference/v2/introduction") { Advice = "Delete the key at https://app.cal.com/settings/developer/api-keys." };
    private static readonly Issuer Canva = new("Canva", "https://www.canva.dev/docs/connect/authentication/") { Advice = "Generate a new secret in the integration's configuration." };
    private static readonly Issuer ClickUp = new("ClickUp", "https://developer.clickup.com/docs/authentication") { Advice = "Regenerate the token under Settings, Apps." };
    private static readonly Issuer Docusign = new("Docusign") { Advice = "Delete the secret key of the app under Apps and keys." };
    private static readonly Issuer Dropbox = new("Dropbox", "https://developers.dropbox.com/oauth-guide") { Advice = "Revoke the token with POST https://api.dropboxapi.com/2/auth/token/revoke, or disable the app's access." };
    private static readonly Issuer DropboxSign = new("Dropbox Sign") { Advice = "Delete the key at https://app.hellosign.com/home/myAccount#api." };
    private static readonly Issuer Figma = new("Figma", "https://www.figma.com/developers/api#access-tokens") { Advice = "Revoke the token under Settings, Security." };
    private static readonly Issuer FrameIo = new("Frame.io", "https://developer.frame.io/docs/getting-started/authentication") { Advice = "Delete the token at https://developer.frame.io." };
    private static readonly Issuer JotForm = new("Jotform") { Advice = "Delete the key at https://www.jotform.com/myaccount/api." };
    private static readonly Issuer Linear = new("Linear", "https://linear.app/developers/graphql") { Advice = "Revoke the key at https://linear.app/settings/account/security." };
    private static readonly Issuer Notion = new("Notion", "https://developers.notion.com/docs/authorization") { Advice = "Refresh the integration's secret at https://www.notion.so/profile/integrations." };
    private static readonly Issuer Postman = new("Postman", "https://learning.postman.com/docs/developer/postman-api/authentication/") { Advice = "Revoke the key at https://go.postman.co/settings/me/api-keys." };
    private static readonly Issuer Shortcut = new("Shortcut", "https://developer.shortcut.com/api/rest/v3") { Advice = "Delete the token at https://app.shortcut.com/settings/account/api-tokens." };
    private static readonly Issuer Smartsheet = new("Smartsheet") { Advice = "Revoke the token under Personal settings, API access." };
    private static readonly Issuer Todoist = new("Todoist") { Advice = "Issue a new token under Settings, Integrations, Developer." };
    private static readonly Issuer Trello = new("Trello", "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/") { Advice = "Revoke the token with DELETE /1/tokens/{token}, or under the account's settings." };
    private static readonly Issuer Typeform = new("Typeform", "https://www.typeform.com/developers/get-started/personal-access-token/") { Advice = "Delete the token at https://admin.typeform.com/user/tokens." };

    public static Rule[] All =>
    [
        Airtable.Token("airtable-personal-token", "Airtable personal access token", Severity.High, "pat[0-9A-Za-z]{14}\\.[0-9a-f]{64}"),
        Airtable.Near("airtable-legacy-api-key", "Airtable API key (legacy)", Severity.High, ["airtable"], "key[0-9A-Za-z]{14}"),
        Asana.Near("asana-personal-token", "Asana personal access token", Severity.High,
            ["asana"], "(1/[0-9]{14,16}|2/[0-9]{14,16}/[0-9]{14,16}):[0-9a-f]{32}"),
        Asana.Near("asana-client-secret", "Asana client secret", Severity.High, ["asana"], Formats.Hex32),
        Box.Near("box-client-secret", "Box client secret or developer token", Severity.High, ["box_", "boxsdk", "box.com"], "[0-9A-Za-z]{32}"),
        CalCom.Token("cal-com-api-key", "Cal.com API key", Severity.Medium, "cal_live_[0-9a-f]{32}"),
        Canva.Token("canva-client-secret", "Canva client secret", Severity.High, "cnvca[0-9A-Za-z_-]{51}"),
        ClickUp.Token("clickup-personal-token", "ClickUp personal API token", Severity.High, "pk_[0-9]{7,9}_[0-9A-Z]{32}"),
        Docusign.Near("docusign-secret-key", "Docusign secret key", Severity.High, ["docusign"], Formats.Uuid),
        Dropbox.Token("dropbox-access-token", "Dropbox short-lived access token", Severity.Medium,
            "sl\\.[0-9A-Za-z_-]{130,152}", "sl\\.u\\.[0-9A-Za-z_-]{130,1600}"),
        Dropbox.Near("dropbox-legacy-token", "Dropbox long-lived access token (legacy)", Severity.High,
            ["dropbox"], "[0-9A-Za-z_-]{11}AAAAAAAAAA[0-9A-Za-z_-]{43}"),
        Dropbox.Near("dropbox-app-secret", "Dropbox app secret", Severity.High, ["dropbox"], "[0-9a-z]{15}"),
        DropboxSign.Near("dropbox-sign-api-key", "Dropbox Sign API key", Severity.High, ["hellosign", "dropbox_sign", "dropboxsign"], Formats.Hex64),
        Figma.Token("figma-personal-token", "Figma personal access token", Severity.Medium, "figd_[0-9A-Za-z_-]{40}"),
        FrameIo.Token("frame-io-token", "Frame.io API token", Severity.High, "fio-u-[0-9A-Za-z_-]{64}"),
        JotForm.Near("jotform-api-key", "Jotform API key", Severity.Medium, ["jotform"], Formats.Hex32),
        Linear.Token("linear-api-key", "Linear API key", Severity.High, "lin_api_[0-9A-Za-z]{40}"),
        Linear.Token("linear-oauth-token", "Linear OAuth token", Severity.High, "lin_oauth_" + Formats.Hex64),
        Linear.Token("linear-webhook-secret", "Linear webhook signing secret", Severity.Medium, "lin_wh_[0-9A-Za-z]{40}"),
        Notion.Token("notion-integration-token", "Notion integration token", Severity.High, "ntn_[0-9]{11}[0-9A-Za-z]{35}"),
        Notion.Token("notion-legacy-integration-token", "Notion integration token (legacy)", Severity.High, "secret_[0-9A-Za-z]{43}"),
        Postman.Token("postman-api-key", "Postman API key", Severity.High, "PMAK-[0-9a-f]{24}-[0-9a-f]{34}"),
        Postman.Token("postman-collection-key", "Postman collection access key", Severity.Medium, "PMAT-[0-9A-Z]{26}"),
        Shortcut.Near("shortcut-api-token", "Shortcut API token", Severity.High, ["shortcut_", "clubhouse"], Formats.Uuid),
        Smartsheet.Near("smartsheet-access-token", "Smartsheet access token", Severity.High, ["smartsheet"], "[0-9A-Za-z]{37}"),
        Todoist.Near("todoist-api-token", "Todoist API token", Severity.Medium, ["todoist"], Formats.Hex40),
        Trello.Token("trello-token", "Trello token", Severity.High, "ATTA[0-9A-Za-z]{72}"),
        Trello.Near("trello-legacy-token", "Trello token or app secret (legacy)", Severity.High, ["trello"], Formats.Hex64),
        Typeform.Token("typeform-token", "Typeform personal access token", Severity.Medium, "tfp_[0-9A-Za-z_-]{59}"),
    ];
}
