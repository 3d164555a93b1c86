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

/// <summary>Secrets Manager: what <see cref="Secrets"/> holds.</summary>
internal sealed class FakeSecretsManager() : FakeAws("secretsmanager")
{
    public const string ArnStart = $"arn:aws:secretsmanager:{Region}:{Account}:secret:";
    public const string VersionId = "11111111-1111-1111-1111-111111111111";
    public const string OldId = "22222222-2222-2222-2222-222222222222";
    public const string UnstagedId = "33333333-3333-3333-3333-333333333333";

    /// <summary>Names and the ends of their ARNs, and what is told of them beside.</summary>
    public SortedDictionary<string, (string Suffix, string More)> Secrets { get; } = new(StringComparer.Ordinal)
    {
        ["app/database"] = ("AbCdEf", Stages($"\"{VersionId}\":[\"AWSCURRENT\"],\"{OldId}\":[\"AWSPREVIOUS\",\"kept\"]") + ",\"RotationEnabled\":true,\"LastRotatedDate\":1767225600.5,\"NextRotationDate\":1769904000"),
        ["app/abcdef-abcdef"] = ("GhIjKl", Stages($"\"{VersionId}\":[\"AWSCURRENT\"]")),
        ["app/deleted"] = ("AAAAAA", Stages($"\"{VersionId}\":[\"AWSCURRENT\"]") + ",\"DeletedDate\":1767225600"),
        ["app/hollow"] = ("BBBBBB", "\"RotationEnabled\":null"),
        ["app/pending"] = ("CCCCCC", Stages($"\"{VersionId}\":[\"AWSPENDING\"]")),
    };

    /// <summary>Names that are not listed yet.</summary>
    public HashSet<string> Unlisted { get; } = new(StringComparer.Ordinal);

    protected override string Target => "secretsmanager";

    public static string Stages(string versions) => $$"""
        "VersionIdsToStages":{{{versions}}}
        """;

    protected override string? Answer(string action, JsonElement question) => action switch
    {
        "ListSecrets" => List(question),
        "DescribeSecret" => Find(question) is { } name ? $"{{{Entry(name)}}}" : null,
        "ListSecretVersionIds" => Find(question) is not null ? $$"""{"Versions":[{"VersionId":"{{VersionId}}"},{"VersionId":"{{UnstagedId}}","VersionStages":[]}]}""" : null,
        _ => "UnknownOperationException",
    };

    private string? Find(JsonElement question)
    {
        string id = question.GetProperty("SecretId").GetString()!;
        return Secrets.Keys.FirstOrDefault(name => id == name || id == ArnStart + name || id == $"{ArnStart}{name}-{Secrets[name].Suffix}");
    }

    private string List(JsonElement question)
    {
        question.GetProperty("IncludePlannedDeletion").GetBoolean().ShouldBeTrue();
        question.GetProperty("MaxResults").GetInt32().ShouldBeInRange(1, 100);
        string[] names = [.. Secrets.Keys.Except(Unlisted)];
        (int from, string next) = Page(question, names.Length);
        string items = string.Join(',', names.Skip(from).Take(question.GetProperty("MaxResults").GetInt32()).Select(name => $"{{{Entry(name).Replace("VersionIdsToStages", "SecretVersionsToStages", StringComparison.Ordinal)}}}"));
        return $$"""{"SecretList":[{{items}}]{{next}}}""";
    }

    private string Entry(string name) => $$"""
        "Name":{{Quoted(name)}},"ARN":{{Quoted($"{ArnStart}{name}-{Secrets[name].Suffix}")}},"Description":"{{Value}}","Tags":[{"Key":"note","Value":"{{Value}}"}],"CreatedDate":1735689600.25,"LastChangedDate":1767225600.5,{{Secrets[name].More}}
        """;
}

/// <summary>Parameter Store: what <see cref="Parameters"/> holds.</summary>
internal sealed class FakeParameterStore() : FakeAws("ssm")
{
    public const string ArnStart = $"arn:aws:ssm:{Region}:{Account}:parameter/";

    /// <summary>Names, and what is told of them beside.</summary>
    public SortedDictionary<string, string> Parameters { get; } = new(StringComparer.Ordinal)
    {
        ["/app/database"] = "\"Type\":\"SecureString\",\"Version\":7",
        ["/app/plain"] = "\"Type\":\"String\",\"Version\":150",
        ["/app/expiring"] = """
            "Type":"SecureString","Version":1,"Policies":[{"PolicyType":"NoChangeNotification","PolicyText":"{}"},{"PolicyType":"Expiration","PolicyText":"{\"Type\":\"Expiration\",\"Attributes\":{\"Timestamp\":\"2030-02-03T04:05:06.000Z\"}}"}]
            """,
        ["top"] = "\"Type\":\"SecureString\",\"Version\":1",
    };

    /// <summary>Those of another account, of which this one knows.</summary>
    public HashSet<string> Shared { get; } = new(StringComparer.Ordinal) { "arn:aws:ssm:eu-west-1:444455556666:parameter/shared/key" };

    /// <summary>Begins each answer with an empty page, as the service may.</summary>
    public bool BeginsEmpty { get; set; }

    protected override string Target => "AmazonSSM";

    protected override string? Answer(string action, JsonElement question)
    {
        if (action != "DescribeParameters")
        {
            return "UnknownOperationException";
        }

        question.GetProperty("MaxResults").GetInt32().ShouldBeInRange(1, 50);
        if (BeginsEmpty && !question.TryGetProperty("NextToken", out _))
        {
            return """{"Parameters":[],"NextToken":"0"}""";
        }

        IEnumerable<(string Name, string Arn)> all = question.TryGetProperty(nameof(Shared), out _)
            ? Shared.Select(arn => ("/" + arn.Split('/', 2)[1], arn))
            : Parameters.Keys.Select(name => (name, ArnStart + name.TrimStart('/')));
        if (question.TryGetProperty("ParameterFilters", out JsonElement filters))
        {
            (filters[0].GetProperty("Key").GetString(), filters[0].GetProperty("Option").GetString()).ShouldBe(("Name", "Equals"));
            string[] wanted = [.. filters[0].GetProperty("Values").EnumerateArray().Select(value => value.GetString()!)];
            all = all.Where(one => wanted.Contains(one.Name, StringComparer.Ordinal));
        }

        (string Name, string Arn)[] found = [.. all];
        (int from, string next) = Page(question, found.Length);
        string items = string.Join(',', found.Skip(from).Take(question.GetProperty("MaxResults").GetInt32()).Select(one => $$"""
            {"Name":{{Quoted(one.Name)}},"ARN":{{Quoted(one.Arn)}},"LastModifiedDate":1767225600.5,"LastModifiedUser":"{{Value}}","Description":"{{Value}}","AllowedPattern":"{{Value}}",{{Parameters.GetValueOrDefault(one.Name, "\"Version\":1")}}}
            """));
        return $$"""{"Parameters":[{{items}}]{{next}}}""";
    }
}
