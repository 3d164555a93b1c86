using LeakyApp.Mail;
using LeakyApp.Orders;
using LeakyApp.Payments;
using LeakyApp.Releases;
using LeakyApp.Security;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<OrderStore>();
builder.Services.AddSingleton<Mailer>();
builder.Services.AddSingleton<CardCipher>();
builder.Services.AddSingleton<SessionTokens>();
builder.Services.AddHttpClient<PaymentClient>();
builder.Services.AddHttpClient<ReleaseFeed>();

WebApplication app = builder.Build();
Console.WriteLine("Sessions are signed with " + app.Configuration["Sessions:Secret"]);

app.MapGet("/orders/{id:int}", (int id, OrderStore orders, CancellationToken cancellation) => orders.FindAsync(id, cancellation));
app.MapPost("/orders/{id:int}/payment", async (int id, Payment payment, PaymentClient payments, CardCipher cipher, Mailer mailer, CancellationToken cancellation) =>
{
    await payments.ChargeAsync(id, payment.Amount, cipher.Encrypt(payment.Card), cancellation);
    await mailer.SendReceiptAsync(payment.Mail, id, cancellation);
});
app.MapPost("/sessions", (string user, SessionTokens tokens) => tokens.Issue(user));
app.MapGet("/version", (ReleaseFeed releases, CancellationToken cancellation) => releases.LatestAsync(cancellation));
app.Run();

internal sealed record Payment(decimal Amount, string Card, string Mail);
