using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>URLs and keys that let everybody who has them start an automation.</summary>
internal static class AutomationWebhookRules
{
    private const string Remove = "Delete the trigger in the automation and make a new one; its URL is the password.";

    private static readonly Issuer LogicApps = new("Microsoft Azure", "https://learn.microsoft.com/en-us/azure/logic-apps/logic-apps-securing-a-logic-app") { Advice = "Regenerate the access keys of the workflow, which ends every signed URL." };
    private static readonly Issuer Zapier = new("Zapier", "https://help.zapier.com/hc/en-us/articles/8496288690317-Trigger-Zaps-from-webhooks") { Advice = Remove };
    private static readonly Issuer Make = new("Make", "https://www.make.com/en/help/tools/webhooks") { Advice = Remove };
    private static readonly Issuer Ifttt = new("IFTTT", "https://help.ifttt.com/hc/en-us/articles/115010230347-Webhooks-service-FAQ") { Advice = "Edit the connection at https://ifttt.com/maker_webhooks/settings, which makes a new key." };
    private static readonly Issuer N8n = new("n8n", "https://docs.n8n.io/api/authentication/") { Advice = "Delete the key under Settings, n8n API." };
    private static readonly Issuer Pipedream = new("Pipedream", "https://pipedream.com/docs/workflows/building-workflows/triggers") { Advice = Remove };
    private static readonly Issuer Tines = new("Tines", "https://www.tines.com/docs/actions/types/webhook/") { Advice = Remove };

    // What stands between the address and the signature: version, permissions, their version.
    private const string Query = "\\?[0-9A-Za-z%/&=.;_-]{20,160}sig=[0-9A-Za-z_-]{43}";

    public static Rule[] All =>
    [
        LogicApps.Token("azure-logic-app-url", "Signed URL of an Azure logic app", Severity.Medium,
            "https://prod-[0-9]{2,3}\\.[0-9a-z]{4,24}\\.logic\\.azure\\.com(:443)?/workflows/" + Formats.Hex32 + "/triggers/[0-9A-Za-z_%.-]{1,80}/(paths/invoke|run)" + Query),
        LogicApps.Token("power-automate-url", "Signed URL of a Power Automate flow", Severity.Medium,
            "https://[0-9a-z]{30,34}\\.[0-9a-f]{2}\\.environment\\.api\\.powerplatform\\.com(:443)?/powerautomate/automations/direct/workflows/" + Formats.Hex32 + "/triggers/[0-9A-Za-z_%.-]{1,80}/paths/invoke" + Query),
        Zapier.Token("zapier-webhook", "Zapier webhook", Severity.Medium, "https://hooks\\.zapier\\.com/hooks/catch/[0-9]{4,9}/[0-9a-z]{6,8}"),
        Make.Token("make-webhook", "Make webhook", Severity.Medium, "https://hook\\.((eu1|eu2|us1|us2)\\.make|integromat)\\.com/[0-9a-z]{32}"),
        Ifttt.Token("ifttt-webhook", "IFTTT webhook", Severity.Medium,
            "https://maker\\.ifttt\\.com/trigger/[0-9A-Za-z_-]{1,60}/(json/)?with/key/[0-9A-Za-z_-]{22,43}"),
        N8n.Token("n8n-api-key", "n8n API key (legacy)", Severity.High, "n8n_api_[0-9a-f]{80}"),
        Pipedream.Token("pipedream-webhook", "Pipedream webhook", Severity.Medium, "https://eo[0-9a-z]{11,14}\\.m\\.pipedream\\.net"),
        Tines.Token("tines-webhook", "Tines webhook", Severity.Medium, "https://[0-9a-z-]{1,63}\\.tines\\.com/webhook/[0-9a-f]{32}/[0-9a-f]{32}"),
    ];
}
