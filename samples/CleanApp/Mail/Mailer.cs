using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace CleanApp.Mail;

internal sealed class MailOptions
{
    [Required]
    public string User { get; set; } = "";

    [Required]
    public string Password { get; set; } = "";
}

internal sealed class Mailer(IOptions<MailOptions> options)
{
    public async Task SendReceiptAsync(string address, int order, CancellationToken cancellation)
    {
        using var client = new SmtpClient("mail.corp.example.net", 587) { EnableSsl = true, Credentials = new NetworkCredential(options.Value.User, options.Value.Password) };
        using var receipt = new MailMessage("orders@example.net", address, $"Order {order}", "Thank you, it is paid.");
        await client.SendMailAsync(receipt, cancellation);
    }
}
