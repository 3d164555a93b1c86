using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Aws;

/// <summary>A service of AWS as its documentation tells it, as far as it is asked here: JSON 1.1, every signature checked.</summary>
internal abstract class FakeAws(string service)
{
    public const string Region = "eu-west-1";
    public const string Account = "111122223333";

    private readonly string _secretKey = Random();

    public string Value { get; } = "value" + Random();

    public string AccessKey { get; } = "ACCESS" + Random();

    /// <summary>A session's token; null for keys that belong to none.</summary>
    public string? Token { get; set; }

    public string? WrongSecretKey { get; set; }

    /// <summary>How far its clock is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>The code with which it answers everything, or one action; then whether as gateways do, in XML.</summary>
    public (string Code, int Status, string? Action, bool IsXml) Error { get; set; }

    /// <summary>The actions that were asked for.</summary>
    public ConcurrentQueue<string> Actions { get; } = new();

    public AwsLogin Login => AwsLogin.WithKeys(AccessKey, WrongSecretKey ?? _secretKey, Token);

    public string SecretKey => _secretKey;

    public Task<LoopbackServer> StartAsync(X509Certificate2? certificate = null) => LoopbackServer.StartAsync(AnswerAsync, certificate);

    public AwsSettings Settings(string address) => new() { Endpoint = address, Region = Region, Login = Login, AuthoritiesFile = null };

    protected abstract string? Answer(string action, JsonElement question);

    protected abstract string Target { get; }

    protected static string Quoted(string text) => JsonSerializer.Serialize(text);

    protected static (int From, string Next) Page(JsonElement question, int all)
    {
        int size = question.GetProperty("MaxResults").GetInt32();
        int from = question.TryGetProperty("NextToken", out JsonElement token) ? int.Parse(token.GetString()!, CultureInfo.InvariantCulture) : 0;
        return (from, from + size < all ? $",\"NextToken\":\"{from + size}\"" : "");
    }

    private static string Random() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        DateTimeOffset now = DateTimeOffset.UtcNow + Ahead;
        context.Response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        if (SignatureCheck.Error(context.Request, body.ToArray(), AccessKey, _secretKey, $"{Region}/{service}", now) is var (code, message))
        {
            await ErrorAsync(context, 400, code, message);
            return;
        }

        (context.Request.Method, context.Request.ContentType).ShouldBe(("POST", "application/x-amz-json-1.1"));
        string[] target = context.Request.Headers["X-Amz-Target"].ToString().Split('.');
        Actions.Enqueue(target[^1]);
        if ((Token ?? "") != context.Request.Headers["X-Amz-Security-Token"].ToString())
        {
            await ErrorAsync(context, 400, "ExpiredTokenException", "The security token included in the request is expired");
        }
        else if (Error.Code is not null && (Error.Action ?? target[^1]) == target[^1])
        {
            await ErrorAsync(context, Error.Status, Error.Code, $"{Value} is not authorized", Error.IsXml);
        }
        else
        {
            using var question = JsonDocument.Parse(body.ToArray());
            string? answer = target[0] == Target ? Answer(target[1], question.RootElement) : "UnknownOperationException";
            await (answer is ['{', ..] ? LoopbackServer.WriteAsync(context, 200, answer) : ErrorAsync(context, 400, answer ?? "ResourceNotFoundException", "none"));
        }
    }

    private static async Task ErrorAsync(HttpContext context, int status, string code, string message, bool isXml = false)
    {
        await LoopbackServer.WriteAsync(context, status, isXml
            ? $"<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"
            : $$"""{"__type":"com.amazonaws.{{code}}#{{code}}","Message":{{Quoted(message)}}}""");
    }
}
