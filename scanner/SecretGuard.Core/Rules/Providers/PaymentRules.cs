using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of payment services other than Stripe. Formats: the providers' references and libraries.</summary>
internal static class PaymentRules
{
    private static readonly Issuer Adyen = new("Adyen", "https://docs.adyen.com/development-resources/api-credentials") { Advice = "Generate a new API key for the credential at https://ca-live.adyen.com." };
    private static readonly Issuer Braintree = new("PayPal", "https://developer.paypal.com/braintree/docs/guides/extend/oauth/access-tokens") { Advice = "Revoke the access token in the Braintree control panel." };
    private static readonly Issuer Cashfree = new("Cashfree", "https://www.cashfree.com/docs/api-reference/authentication") { Advice = "Generate new keys in the merchant dashboard under Developers, API keys." };
    private static readonly Issuer CheckoutCom = new("Checkout.com", "https://www.checkout.com/docs/developer-resources/api/authentication") { Advice = "Delete the key at https://dashboard.checkout.com under Developers, Keys." };
    private static readonly Issuer Flutterwave = new("Flutterwave", "https://developer.flutterwave.com/docs/authentication") { Advice = "Generate new keys at https://dashboard.flutterwave.com/settings/apis." };
    private static readonly Issuer GoCardless = new("GoCardless", "https://developer.gocardless.com/getting-started/api/making-your-first-request/") { Advice = "Delete the token at https://manage.gocardless.com/developers." };
    private static readonly Issuer Klarna = new("Klarna", "https://docs.klarna.com/api/authentication/") { Advice = "Disable the credentials at https://portal.klarna.com." };
    private static readonly Issuer MercadoPago = new("Mercado Pago", "https://www.mercadopago.com/developers/en/docs/your-integrations/credentials") { Advice = "Renew the credentials at https://www.mercadopago.com/developers/panel/app." };
    private static readonly Issuer Midtrans = new("Midtrans", "https://docs.midtrans.com/docs/access-keys-api-url") { Advice = "Regenerate the keys in the dashboard under Settings, Access keys." };
    private static readonly Issuer Mollie = new("Mollie", "https://docs.mollie.com/reference/authentication") { Advice = "Reset the key at https://my.mollie.com/dashboard/developers/api-keys." };
    private static readonly Issuer Omise = new("Omise", "https://docs.omise.co/api-authentication") { Advice = "Roll the keys at https://dashboard.omise.co." };
    private static readonly Issuer Paddle = new("Paddle", "https://developer.paddle.com/api-reference/about/api-keys") { Advice = "Revoke the key at https://vendors.paddle.com/authentication-v2." };
    private static readonly Issuer PayPal = new("PayPal", "https://developer.paypal.com/api/rest/authentication/") { Advice = "Add a new secret to the app at https://developer.paypal.com/dashboard/applications and disable this one." };
    private static readonly Issuer Paystack = new("Paystack", "https://paystack.com/docs/api/authentication/") { Advice = "Generate new keys at https://dashboard.paystack.com/#/settings/developers." };
    private static readonly Issuer Plaid = new("Plaid", "https://plaid.com/docs/api/tokens/") { Advice = "Rotate the secret at https://dashboard.plaid.com/developers/keys; invalidate an access token with /item/access_token/invalidate." };
    private static readonly Issuer Razorpay = new("Razorpay", "https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/") { Advice = "Regenerate the key at https://dashboard.razorpay.com/app/website-app-settings/api-keys." };
    private static readonly Issuer Square = new("Square", "https://developer.squareup.com/docs/build-basics/access-tokens") { Advice = "Replace the token at https://developer.squareup.com/apps." };
    private static readonly Issuer Wise = new("Wise") { Advice = "Revoke the token under Settings, Connect and developer tools." };
    private static readonly Issuer Xendit = new("Xendit", "https://docs.xendit.co/docs/api-keys") { Advice = "Delete the key at https://dashboard.xendit.co/settings/developers#api-keys." };
    private static readonly Issuer Finicity = new("Mastercard") { Advice = "Regenerate the partner secret in the developer portal." };
    private static readonly Issuer Coinbase = new("Coinbase", "https://docs.cdp.coinbase.com/get-started/docs/cdp-api-keys") { Advice = "Delete the key at https://portal.cdp.coinbase.com/projects/api-keys." };
    private static readonly Issuer Binance = new("Binance", "https://developers.binance.com/docs/binance-spot-api-docs/rest-api") { Advice = "Delete the key at https://www.binance.com/en/my/settings/api-management." };
    private static readonly Issuer Kraken = new("Kraken", "https://docs.kraken.com/api/") { Advice = "Delete the key at https://pro.kraken.com/app/settings/api." };

    public static Rule[] All =>
    [
        Adyen.Token("adyen-api-key", "Adyen API key", Severity.Critical,
            "AQE[a-z]hmf[a-z][0-9A-Za-z+/]{40,140}[=]{0,2}-[0-9A-Za-z+/]{43}=-[0-9A-Za-z!#$%&()*+,./:;<=>?@^_{|}~\\[\\]-]{16}"),
        Binance.Near("binance-api-secret", "Binance API or secret key", Severity.High, ["binance"], "[0-9A-Za-z]{64}"),
        Braintree.Token("braintree-access-token", "Braintree access token", Severity.Critical,
            "access_token\\$production\\$[0-9a-z]{16}\\$" + Formats.Hex32),
        Braintree.Token("braintree-sandbox-access-token", "Braintree access token (sandbox)", Severity.Low,
            "access_token\\$sandbox\\$[0-9a-z]{16}\\$" + Formats.Hex32),
        Braintree.Near("braintree-private-key", "Braintree private key", Severity.Critical, ["braintree"], Formats.Hex32),
        Cashfree.Token("cashfree-secret-key", "Cashfree secret key", Severity.Critical, "cfsk_ma_prod_[0-9a-f]{32}_[0-9a-f]{8}"),
        Cashfree.Token("cashfree-test-secret-key", "Cashfree secret key (test mode)", Severity.Low, "cfsk_ma_test_[0-9a-f]{32}_[0-9a-f]{8}"),
        CheckoutCom.Near("checkout-com-secret-key", "Checkout.com secret key", Severity.Critical, ["checkout"], "sk_[2-7a-z]{26}[2-7a-z*#$=]"),
        CheckoutCom.Near("checkout-com-legacy-secret-key", "Checkout.com secret key (legacy)", Severity.Critical,
            ["checkout"], "sk_(test_)?" + Formats.Uuid),
        CheckoutCom.Token("checkout-com-sandbox-secret-key", "Checkout.com secret key (sandbox)", Severity.Low, "sk_sbox_[2-7a-z]{26}[2-7a-z*#$=]"),
        Coinbase.Near("coinbase-api-secret", "Coinbase API secret", Severity.High, ["coinbase"], "[0-9A-Za-z]{32}"),
        Coinbase.Near("coinbase-cdp-key-secret", "Coinbase CDP key secret", Severity.High, ["coinbase", "cdp_"], "[0-9A-Za-z+/]{86}=="),
        Finicity.Near("finicity-partner-secret", "Finicity partner secret", Severity.High, ["finicity"], "[0-9A-Za-z]{20}"),
        Flutterwave.Token("flutterwave-secret-key", "Flutterwave secret key", Severity.Critical, "FLWSECK-[0-9a-z]{32}-([0-9a-z]{11}vt-)?X"),
        Flutterwave.Token("flutterwave-test-secret-key", "Flutterwave secret key (test mode)", Severity.Low, "FLWSECK_TEST-[0-9a-z]{32}-X"),
        GoCardless.Near("gocardless-access-token", "GoCardless access token", Severity.Critical,
            ["gocardless", "go_cardless", "gc_access"], "live_[0-9A-Za-z_=-]{40}"),
        Klarna.Token("klarna-api-key", "Klarna API key", Severity.Critical, "klarna_live_api_[0-9A-Za-z+/]{100,240}[=]{0,2}"),
        Klarna.Token("klarna-test-api-key", "Klarna API key (test mode)", Severity.Low, "klarna_test_api_[0-9A-Za-z+/]{100,240}[=]{0,2}"),
        Kraken.Near("kraken-private-key", "Kraken API private key", Severity.High, ["kraken"], "[0-9A-Za-z+/]{86}=="),
        MercadoPago.Token("mercado-pago-access-token", "Mercado Pago access token", Severity.Critical,
            "APP_USR-[0-9]{13,16}-[0-9]{6}-[0-9a-f]{32}-[0-9]{7,10}"),
        MercadoPago.Token("mercado-pago-test-access-token", "Mercado Pago access token (test)", Severity.Low,
            "TEST-[0-9]{13,16}-[0-9]{6}-[0-9a-f]{32}-[0-9]{7,10}"),
        Midtrans.Token("midtrans-server-key", "Midtrans server key", Severity.Critical, "Mid-server-[0-9A-Za-z_-]{24}"),
        Mollie.Near("mollie-api-key", "Mollie API key", Severity.Critical, ["mollie"], "live_[0-9A-Za-z]{30}"),
        Mollie.Near("mollie-test-api-key", "Mollie API key (test mode)", Severity.Low, ["mollie"], "test_[0-9A-Za-z]{30}"),
        Mollie.Near("mollie-access-token", "Mollie organization access token", Severity.Critical, ["mollie"], "access_[0-9A-Za-z]{30}"),
        Omise.Near("omise-secret-key", "Omise secret key", Severity.Critical, ["omise", "opn_"], "skey_(test_)?[0-9a-z]{19}"),
        Paddle.Token("paddle-api-key", "Paddle API key", Severity.Critical, "pdl_live_apikey_[0-9a-z]{26}_[0-9A-Za-z]{22}_[0-9A-Za-z]{3}"),
        Paddle.Token("paddle-sandbox-api-key", "Paddle API key (sandbox)", Severity.Low,
            "pdl_sdbx_apikey_[0-9a-z]{26}_[0-9A-Za-z]{22}_[0-9A-Za-z]{3}"),
        Paddle.Token("paddle-webhook-secret", "Paddle notification secret", Severity.Medium, "pdl_ntfset_[0-9a-z]{26}_[0-9A-Za-z+/]{32}"),
        PayPal.Near("paypal-client-secret", "PayPal client secret", Severity.High, ["paypal"], "E[A-P][0-9A-Za-z_-]{78}"),
        Paystack.Token("paystack-secret-key", "Paystack secret key", Severity.Critical, "sk_live_[0-9a-z]{40}"),
        Paystack.Token("paystack-test-secret-key", "Paystack secret key (test mode)", Severity.Low, "sk_test_[0-9a-z]{40}"),
        Plaid.Token("plaid-access-token", "Plaid access token", Severity.High, "access-(production|development)-" + Formats.Uuid),
        Plaid.Token("plaid-sandbox-access-token", "Plaid access token (sandbox)", Severity.Low, "access-sandbox-" + Formats.Uuid),
        Plaid.Near("plaid-secret", "Plaid secret", Severity.High, ["plaid"], "[0-9a-f]{30}"),
        Razorpay.Token("razorpay-key-id", "Razorpay key id", Severity.Low, "rzp_live_[0-9A-Za-z]{14}"),
        Razorpay.Near("razorpay-key-secret", "Razorpay key secret", Severity.Critical, ["razorpay", "rzp_"], "[0-9A-Za-z]{24}"),
        Square.Token("square-access-token", "Square access token", Severity.Critical, "EAAA[0-9A-Za-z_-]{60}"),
        Square.Token("square-legacy-access-token", "Square access token (legacy)", Severity.Critical, "sq0atp-[0-9A-Za-z_-]{22}"),
        Square.Token("square-application-secret", "Square application secret", Severity.Critical, "sq0csp-[0-9A-Za-z_-]{43}"),
        Square.Token("square-sandbox-application-secret", "Square application secret (sandbox)", Severity.Low, "sandbox-sq0csb-[0-9A-Za-z_-]{43}"),
        Wise.Near("wise-api-token", "Wise API token", Severity.Critical, ["wise_", "transferwise"], Formats.Uuid),
        Xendit.Token("xendit-secret-key", "Xendit secret key", Severity.Critical, "xnd_production_[0-9A-Za-z]{56,72}"),
        Xendit.Token("xendit-test-secret-key", "Xendit secret key (test mode)", Severity.Low, "xnd_development_[0-9A-Za-z]{56,72}"),
    ];
}
