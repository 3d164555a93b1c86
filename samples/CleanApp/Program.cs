using CleanApp.Mail;
using CleanApp.Orders;
using CleanApp.Payments;
using CleanApp.Releases;
using CleanApp.Security;
using Microsoft.Extensions.Options;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// Secrets come from user secrets in development, from the environment, or from files that the platform mounts out of its store: one file a key.
builder.Configuration.AddKeyPerFile("/run/secrets", optional: true);
Require<MailOptions>("Smtp");
Require<CardOptions>("Cards");
Require<SigningOptions>("Sessions");
Require<PaymentOptions>("Payments");
Require<ReleaseOptions>("Releases");
builder.Services.AddSingleton<OrderStore>();
builder.Services.AddSingleton<Mailer>();
builder.Services.AddSingleton<CardCipher>();
builder.Services.AddSingleton<SessionTokens>();
builder.Services.AddHttpClient<PaymentClient>((services, client) => services.GetRequiredService<IOptions<PaymentOptions>>().Value.Prepare(client));
builder.Services.AddHttpClient<ReleaseFeed>();

WebApplication app = builder.Build();
app.MapGet("/orders/{id:int}", (int id, OrderStore orders, CancellationToken cancellation) => orders.FindAsync(id, cancellation));
app.MapPost("/orders/{id:int}/payment", async (int id, Payment payment, PaymentClient payments, CardCipher cipher, Mailer mailer, CancellationToken cancellation) =>
{
    await payments.ChargeAsync(id, payment.Amount, cipher.Encrypt(payment.Card), cancellation);
    await mailer.SendReceiptAsync(payment.Mail, id, cancellation);
});
app.MapPost("/sessions", (string user, SessionTokens tokens) => tokens.Issue(user));
app.MapGet("/version", (ReleaseFeed releases, CancellationToken cancellation) => releases.LatestAsync(cancellation));
app.Run();

// What is missing is told by its name, and stops the program before it serves anybody.
void Require<T>(string section)
    where T : class => builder.Services.AddOptions<T>().Bind(builder.Configuration.GetRequiredSection(section)).ValidateDataAnnotations().ValidateOnStart();

internal sealed record Payment(decimal Amount, string Card, string Mail);
