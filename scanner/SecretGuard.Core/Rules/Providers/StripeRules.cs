using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>
/// Keys of Stripe. Three generations: 24 characters, 34 after a roll, and about a hundred that begin with <c>51</c>. Other issuers use
/// the same prefixes with lengths between (Paystack 40, Clerk 42) or other beginnings (WorkOS).
/// </summary>
internal static class StripeRules
{
    private static readonly Issuer Stripe = new("Stripe", "https://docs.stripe.com/keys") { Advice = "Roll the key at https://dashboard.stripe.com/apikeys and look through the recent events." };

    private static readonly Issuer Test = new("Stripe", "https://docs.stripe.com/keys") { Advice = "Roll the key at https://dashboard.stripe.com/test/apikeys." };

    private static readonly Issuer Webhook = new("Stripe", "https://docs.stripe.com/webhooks/signature") { Advice = "Roll the endpoint's secret at https://dashboard.stripe.com/webhooks." };

    private static readonly Issuer Svix = new("Svix", "https://docs.svix.com/receiving/verifying-payloads/how-manual") { Advice = "Rotate the endpoint's secret in the settings of the service that sends the webhooks." };

    public static Rule[] All =>
    [
        Stripe.Token("stripe-secret-key", "Stripe secret key", Severity.Critical, Generations("sk_live_")),
        Stripe.Token("stripe-restricted-key", "Stripe restricted key", Severity.High, Generations("rk_live_")),
        Test.Token("stripe-test-secret-key", "Stripe secret key (test mode)", Severity.Low, Generations("sk_test_")),
        Test.Token("stripe-test-restricted-key", "Stripe restricted key (test mode)", Severity.Low, Generations("rk_test_")),
        Webhook.Token("stripe-webhook-secret", "Stripe webhook signing secret", Severity.Medium, "whsec_[0-9A-Za-z]{32}", "whsec_[0-9a-f]{64}"),
        Svix.Token("svix-webhook-secret", "Webhook signing secret (Svix)", Severity.Medium, "whsec_[0-9A-Za-z+/]{43}="),
    ];

    private static string[] Generations(string prefix) => [prefix + "[0-9A-Za-z]{24,36}", prefix + "51[0-9A-Za-z]{60,245}"];
}
