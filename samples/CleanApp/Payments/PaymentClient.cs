using System.ComponentModel.DataAnnotations;

namespace CleanApp.Payments;

internal sealed class PaymentOptions
{
    [Required]
    public Uri? Address { get; set; }

    [Required]
    public string ApiKey { get; set; } = "";

    public void Prepare(HttpClient client)
    {
        client.BaseAddress = Address;
        client.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
    }
}

internal sealed class PaymentClient(HttpClient http, ILogger<PaymentClient> logger)
{
    public async Task ChargeAsync(int order, decimal amount, string card, CancellationToken cancellation)
    {
        logger.LogInformation("Charging order {Order}", order);
        using HttpResponseMessage answer = await http.PostAsJsonAsync("charges", new { order, amount, card }, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"Order {order} was not charged: {answer.StatusCode}");
        }
    }
}
