namespace LeakyApp.Payments;

internal sealed class PaymentClient(HttpClient http, IConfiguration configuration, ILogger<PaymentClient> logger)
{
    public async Task ChargeAsync(int order, decimal amount, string card, CancellationToken cancellation)
    {
        string? apiKey = configuration["Payments:ApiKey"];
        logger.LogInformation("Charging order {Order} with key {ApiKey}", order, apiKey);
        using HttpResponseMessage answer = await http.PostAsJsonAsync($"https://payments.corp.example.net/charges?key={apiKey}", new { order, amount, card }, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"Order {order} was not charged with key {apiKey}: {answer.StatusCode}");
        }
    }
}
