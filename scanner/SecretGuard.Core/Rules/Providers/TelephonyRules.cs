using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services for calls, text messages and push messages. Formats: the providers' references.</summary>
internal static class TelephonyRules
{
    private static readonly Issuer Twilio = new("Twilio", "Delete the key, or promote the secondary auth token, at https://console.twilio.com.", "https://www.twilio.com/docs/iam/api-keys");
    private static readonly Issuer Vonage = new("Vonage", "Make a new API secret at https://dashboard.nexmo.com/settings and delete this one.", "https://developer.vonage.com/en/account/secret-management");
    private static readonly Issuer MessageBird = new("Bird", "Delete the access key under Developers, API access.");
    private static readonly Issuer Plivo = new("Plivo", "Regenerate the auth token at https://console.plivo.com.");
    private static readonly Issuer Telnyx = new("Telnyx", "Delete the key at https://portal.telnyx.com.", "https://developers.telnyx.com/docs/development/authentication");
    private static readonly Issuer Infobip = new("Infobip", "Revoke the key at https://portal.infobip.com/dev/api-keys.", "https://www.infobip.com/docs/essentials/api-essentials/api-authentication");
    private static readonly Issuer PubNub = new("PubNub", "Rotate the secret key on the keyset's page.", "https://www.pubnub.com/docs/general/setup/account-setup");
    private static readonly Issuer OneSignal = new("OneSignal", "Rotate the key under Settings, Keys & IDs.", "https://documentation.onesignal.com/docs/keys-and-ids");
    private static readonly Issuer Pushover = new("Pushover", "Reset the token on the application's page at https://pushover.net.", "https://pushover.net/api");
    private static readonly Issuer Pusher = new("Pusher", "Make a new key pair under App Keys and delete this one.", "https://pusher.com/docs/channels/library_auth_reference/rest-api/");
    private static readonly Issuer Ably = new("Ably", "Revoke the key at https://ably.com/accounts.", "https://ably.com/docs/auth");
    private static readonly Issuer Sendbird = new("Sendbird", "Revoke the token under Settings, Application, General.");
    private static readonly Issuer Courier = new("Courier", "Delete the key at https://app.courier.com/settings/api-keys.", "https://www.courier.com/docs/platform/workspaces/environments-api-keys");
    private static readonly Issuer Firebase = new("Firebase", "Disable the legacy Cloud Messaging API of the project, and move to the HTTP v1 API.", "https://firebase.google.com/docs/cloud-messaging/migrate-v1");

    public static IEnumerable<Rule> All =>
    [
        Twilio.NamedToken("twilio-api-key", "Twilio API key", Severity.High, "SK" + Formats.Hex32, "twilio"),
        Twilio.NamedToken("twilio-auth-token", "Twilio auth token", Severity.High, Formats.Hex32, "twilio"),
        Twilio.NamedToken("twilio-api-key-secret", "Twilio API key secret", Severity.High, "[0-9A-Za-z]{32}", "twilio"),
        Vonage.NamedToken("vonage-api-secret", "Vonage API secret", Severity.High, "[0-9A-Za-z]{16}", "vonage", "nexmo"),
        Infobip.NamedToken("infobip-api-key", "Infobip API key", Severity.High, "[0-9a-f]{32}-" + Formats.Uuid, "infobip"),
        PubNub.Token("pubnub-secret-key", "PubNub secret key", Severity.High, "sec-c-[0-9A-Za-z+/]{48}"),
        MessageBird.NamedToken("messagebird-access-key", "MessageBird access key", Severity.High, "[0-9A-Za-z]{25}", "messagebird", "message_bird"),
        Plivo.NamedToken("plivo-auth-token", "Plivo auth token", Severity.High, "[0-9A-Za-z]{40}", "plivo"),
        Telnyx.Token("telnyx-api-key", "Telnyx API key", Severity.High, "KEY0[0-9A-F]{31}_[0-9A-Za-z]{22}"),
        OneSignal.Token("onesignal-app-key", "OneSignal app API key", Severity.High, "os_v2_app_[2-7a-z]{103}"),
        OneSignal.Token("onesignal-organization-key", "OneSignal organization API key", Severity.Critical, "os_v2_org_[2-7a-z]{103}"),
        Pushover.NamedToken("pushover-token", "Pushover application token", Severity.Medium, "[au][0-9a-z]{29}", "pushover"),
        Pusher.NamedToken("pusher-app-secret", "Pusher app secret", Severity.High, "[0-9a-f]{20}", "pusher"),
        Ably.NamedToken("ably-api-key", "Ably API key", Severity.High, "[0-9A-Za-z_-]{6}\\.[0-9A-Za-z_-]{6}:[0-9A-Za-z_-]{43}", "ably"),
        Sendbird.NamedToken("sendbird-api-token", "Sendbird API token", Severity.High, Formats.Hex40, "sendbird"),
        Courier.NamedToken("courier-auth-token", "Courier authorization token", Severity.High, "(pk|dk)_(prod|test)_[0-9A-Za-z]{28}", "courier"),
        Firebase.Token("firebase-cloud-messaging-server-key", "Firebase Cloud Messaging server key (legacy)", Severity.Medium, "AAAA[0-9A-Za-z_-]{7}:APA91[0-9A-Za-z_-]{135}"),
    ];
}
