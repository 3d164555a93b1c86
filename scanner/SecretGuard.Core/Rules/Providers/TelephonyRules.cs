using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services for calls, text messages and push messages. Formats: the providers' references.</summary>
internal static class TelephonyRules
{
    private static readonly Issuer Twilio = new("Twilio", "https://www.twilio.com/docs/iam/api-keys") { Advice = "Delete the key, or promote the secondary auth token, at https://console.twilio.com." };
    private static readonly Issuer Vonage = new("Vonage", "https://developer.vonage.com/en/account/secret-management") { Advice = "Make a new API secret at https://dashboard.nexmo.com/settings and delete this one." };
    private static readonly Issuer MessageBird = new("Bird") { Advice = "Delete the access key under Developers, API access." };
    private static readonly Issuer Plivo = new("Plivo") { Advice = "Regenerate the auth token at https://console.plivo.com." };
    private static readonly Issuer Telnyx = new("Telnyx", "https://developers.telnyx.com/docs/development/authentication") { Advice = "Delete the key at https://portal.telnyx.com." };
    private static readonly Issuer Infobip = new("Infobip", "https://www.infobip.com/docs/essentials/api-essentials/api-authentication") { Advice = "Revoke the key at https://portal.infobip.com/dev/api-keys." };
    private static readonly Issuer PubNub = new("PubNub", "https://www.pubnub.com/docs/general/setup/account-setup") { Advice = "Rotate the secret key on the keyset's page." };
    private static readonly Issuer OneSignal = new("OneSignal", "https://documentation.onesignal.com/docs/keys-and-ids") { Advice = "Rotate the key under Settings, Keys & IDs." };
    private static readonly Issuer Pushover = new("Pushover", "https://pushover.net/api") { Advice = "Reset the token on the application's page at https://pushover.net." };
    private static readonly Issuer Pusher = new("Pusher", "https://pusher.com/docs/channels/library_auth_reference/rest-api/") { Advice = "Make a new key pair under App Keys and delete this one." };
    private static readonly Issuer Ably = new("Ably", "https://ably.com/docs/auth") { Advice = "Revoke the key at https://ably.com/accounts." };
    private static readonly Issuer Sendbird = new("Sendbird") { Advice = "Revoke the token under Settings, Application, General." };
    private static readonly Issuer Courier = new("Courier", "https://www.courier.com/docs/platform/workspaces/environments-api-keys") { Advice = "Delete the key at https://app.courier.com/settings/api-keys." };

    public static Rule[] All =>
    [
        Twilio.Near("twilio-api-key", "Twilio API key", Severity.High, ["twilio"], "SK" + Formats.Hex32),
        Twilio.Near("twilio-auth-token", "Twilio auth token", Severity.High, ["twilio"], Formats.Hex32),
        Twilio.Near("twilio-api-key-secret", "Twilio API key secret", Severity.High, ["twilio"], "[0-9A-Za-z]{32}"),
        Vonage.Near("vonage-api-secret", "Vonage API secret", Severity.High, ["vonage", "nexmo"], "[0-9A-Za-z]{16}"),
        Infobip.Near("infobip-api-key", "Infobip API key", Severity.High, ["infobip"], "[0-9a-f]{32}-" + Formats.Uuid),
        PubNub.Token("pubnub-secret-key", "PubNub secret key", Severity.High, "sec-c-[0-9A-Za-z+/]{48}"),
        MessageBird.Near("messagebird-access-key", "MessageBird access key", Severity.High, ["messagebird", "message_bird"], "[0-9A-Za-z]{25}"),
        Plivo.Near("plivo-auth-token", "Plivo auth token", Severity.High, ["plivo"], "[0-9A-Za-z]{40}"),
        Telnyx.Token("telnyx-api-key", "Telnyx API key", Severity.High, "KEY0[0-9A-F]{31}_[0-9A-Za-z]{22}"),
        OneSignal.Token("onesignal-app-key", "OneSignal app API key", Severity.High, "os_v2_app_[2-7a-z]{103}"),
        OneSignal.Token("onesignal-organization-key", "OneSignal organization API key", Severity.Critical, "os_v2_org_[2-7a-z]{103}"),
        Pushover.Near("pushover-token", "Pushover application token", Severity.Medium, ["pushover"], "[au][0-9a-z]{29}"),
        Pusher.Near("pusher-app-secret", "Pusher app secret", Severity.High, ["pusher"], "[0-9a-f]{20}"),
        Ably.Near("ably-api-key", "Ably API key", Severity.High, ["ably"], "[0-9A-Za-z_-]{6}\\.[0-9A-Za-z_-]{6}:[0-9A-Za-z_-]{43}"),
        Sendbird.Near("sendbird-api-token", "Sendbird API token", Severity.High, ["sendbird"], Formats.Hex40),
        Courier.Near("courier-auth-token", "Courier authorization token", Severity.High, ["courier"], "(pk|dk)_(prod|test)_[0-9A-Za-z]{28}"),
    ];
}
