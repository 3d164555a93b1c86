using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Azure.Core;
using Microsoft.AspNetCore.Http;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Azure;

/// <summary>
/// A vault as its REST documentation tells it (learn.microsoft.com/rest/api/keyvault), as far as it is asked here: secrets, keys, certificates and deleted ones
/// in pages of 25, and a challenge for who brings no token.
/// </summary>
internal sealed class FakeKeyVault
{
    private const string Created = "\"created\":1767225600,\"updated\":1769904000,\"recoveryLevel\":\"Recoverable\",\"recoverableDays\":90";

    public string Value { get; } = "value" + Guid.NewGuid().ToString("N");

    public string Token { get; } = "token" + Guid.NewGuid().ToString("N");

    public string Tenant { get; } = Guid.NewGuid().ToString();

    /// <summary>The service that the challenge asks a token for.</summary>
    public string Resource { get; set; } = "https://vault.azure.net";

    /// <summary>The authority that the challenge names.</summary>
    public string Authority { get; set; } = "https://login.windows.net";

    /// <summary>What is the matter with all, or with some, of what is asked: a status, code and inner code.</summary>
    public Func<string, (int Status, string Code, string Inner, string Message)?> Problem { get; set; } = _ => null;

    /// <summary>The rotation policy of every key: at first that of one without.</summary>
    public string Rotation { get; set; } = """{"lifetimeActions":[{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"Notify"}}],"attributes":{}}""";

    /// <summary>Where the next page of a list is said to be; null where it is.</summary>
    public string? NextHost { get; set; }

    /// <summary>Values that were asked for: there should be none.</summary>
    public int ValuesRead { get; private set; }

    /// <summary>Every version of what was written, by name.</summary>
    public ConcurrentDictionary<string, List<string>> Written { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The content type and the tags of the newest version of what was written: what a new one does not bring is gone.</summary>
    public ConcurrentDictionary<string, (string? ContentType, SortedDictionary<string, string> Tags)> Beside { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tenants that tokens were asked for.</summary>
    public ConcurrentQueue<string?> SignIns { get; } = new();

    public Task<LoopbackServer> StartAsync(X509Certificate2? certificate) => LoopbackServer.StartAsync(AnswerAsync, certificate);

    /// <summary>A credential that has what the vault accepts, or something else.</summary>
    public TokenCredential Credential(string? token = null) => new FakeCredential(this, token ?? Token);

    /// <summary>Attributes of the versions of a name, the newest last; none where there is no such name.</summary>
    private IEnumerable<string> Versions(string collection, string name) => (collection, name) switch
    {
        ("secrets", _) when Written.TryGetValue(name, out List<string>? written) => written.Select((_, i) => $"\"enabled\":true,\"created\":{1767225600 + i},\"updated\":{1767225600 + i}"),
        ("secrets", "db" or "DB") => [$"\"enabled\":false,{Created}", "\"enabled\":true,\"created\":1772323200,\"updated\":1772323200,\"exp\":7258118400"],
        ("secrets", "off") => [$"\"enabled\":true,{Created}", "\"enabled\":false,\"created\":1772323200,\"updated\":1772323200"],
        ("secrets", "later") => [$"\"enabled\":true,\"nbf\":7258118400,{Created}"],
        ("secrets", "old") => [$"\"enabled\":true,\"exp\":1577836800,{Created}"],
        ("secrets", "many") => Enumerable.Range(0, 60).Select(i => $"\"enabled\":{(i == 59 ? "false" : "true")},\"created\":{1767225600 + i}"),
        ("keys", "turned") => [$"\"enabled\":true,{Created}", "\"enabled\":true,\"created\":1772323200,\"updated\":1775001600"],
        ("keys", _) when name.StartsWith("key", StringComparison.Ordinal) => [$"\"enabled\":true,{Created}"],
        ("secrets" or "keys" or "certificates", "tls") or ("keys", "signing") or ("certificates", "pending") => [$"\"enabled\":true,{Created}"],
        ("secrets", _) when name.Length == 5 && name[0] is 's' or 'S' && int.TryParse(name[1..], CultureInfo.InvariantCulture, out _) => [$"\"enabled\":{(name == "s0003" ? "false" : "true")},{Created}"],
        _ => [],
    };

    private static IEnumerable<string> Names(string collection) => collection switch
    {
        "secrets" => ["db", "later", "many", "off", "old", .. Enumerable.Range(0, 1200).Select(i => $"s{i:d4}"), "tls"],
        "keys" => ["signing", "tls"],
        "certificates" => ["pending", "tls"],
        "deletedsecrets" => [.. Enumerable.Range(0, 40).Select(i => $"d{i:d4}"), "gone"],
        _ => [],
    };

    private Task AnswerAsync(HttpContext context)
    {
        string[] path = context.Request.Path.Value!.Trim('/').Split('/');
        string collection = path[0];
        if (context.Request.Headers.Authorization.ToString() is not { Length: > 0 } given)
        {
            context.Response.Headers.WWWAuthenticate = $"Bearer authorization=\"{Authority}/{Tenant}\", resource=\"{Resource}\"";
            return Error(context, 401, "Unauthorized", "", "AKV10000: Request is missing a Bearer or PoP token.");
        }

        context.Request.Query["api-version"].ToString().ShouldBe("7.4");
        if (given != "Bearer " + Token)
        {
            return Error(context, 401, "Unauthorized", "", "AKV10022: Invalid audience. " + given);
        }

        return Problem(context.Request.Method == "PUT" ? "PUT " + collection : path is [_, _, "rotationpolicy"] ? path[2] : collection) is { } problem ? Error(context, problem.Status, problem.Code, problem.Inner, problem.Message)
            : path is [_, _, "versions"] ? Page(context, collection, [.. Versions(collection, path[1]).Select((attributes, i) => Item(context, collection, $"{path[1]}/{i:x32}", attributes))])
            : path is ["keys", _, "rotationpolicy"] ? LoopbackServer.WriteAsync(context, 200, Rotation)
            : path.Length == 1 ? Page(context, collection, [.. Names(collection).Select(name => Listed(context, collection, name))])
            : context.Request.Method == "PUT" ? WriteValueAsync(context, path[1])
            : Written.TryGetValue(path[1], out List<string>? written) ? LoopbackServer.WriteAsync(context, 200, Bundle(context, path[1], written))
            : ReadValue(context);
    }

    /// <summary>Sets a secret: a new version, whatever is there.</summary>
    private async Task WriteValueAsync(HttpContext context, string name)
    {
        using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        List<string> versions = Written.GetOrAdd(name, _ => []);
        versions.Add(body.RootElement.GetProperty("value").GetString()!);
        Beside[name] = (
            body.RootElement.TryGetProperty("contentType", out JsonElement type) ? type.GetString() : null,
            new SortedDictionary<string, string>(body.RootElement.TryGetProperty("tags", out JsonElement tags) ? tags.EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString()!, StringComparer.Ordinal) : [], StringComparer.Ordinal));
        await LoopbackServer.WriteAsync(context, 200, Bundle(context, name, versions));
    }

    private string Bundle(HttpContext context, string name, List<string> versions) =>
        $$"""{ {{(Beside.TryGetValue(name, out (string? ContentType, SortedDictionary<string, string> Tags) beside) ? $"{(beside.ContentType is { } type ? $"\"contentType\":{JsonSerializer.Serialize(type)}," : "")}\"tags\":{JsonSerializer.Serialize(beside.Tags)}," : "")}}"value":{{JsonSerializer.Serialize(versions[^1])}},"id":"https://{{context.Request.Host}}/secrets/{{name}}/{{versions.Count - 1:x32}}","attributes":{"enabled":true,{{Created}}} }""";

    private Task ReadValue(HttpContext context)
    {
        ValuesRead++;
        string name = context.Request.Path.Value!.Trim('/').Split('/')[1];
        return !Versions("secrets", name).Any() ? Error(context, 404, "SecretNotFound", "", "A secret with (name/id) was not found in this key vault.") : LoopbackServer.WriteAsync(context, 200, $$"""{"value":"{{Value}}"}""");
    }

    private string Listed(HttpContext context, string collection, string name) => collection.StartsWith("deleted", StringComparison.Ordinal)
        ? Item(context, collection[7..], name, $"\"enabled\":true,{Created}").TrimEnd('}') + ",\"deletedDate\":1772409600,\"scheduledPurgeDate\":1780185600}"
        : Item(context, collection, name, Versions(collection, name).Last());

    private static string Item(HttpContext context, string collection, string id, string attributes) =>
        $$"""{"{{(collection == "keys" ? "kid" : "id")}}":"https://{{context.Request.Host}}/{{collection}}/{{id}}"{{(collection is "secrets" or "keys" && id.StartsWith("tls", StringComparison.Ordinal) ? ",\"managed\":true" : "")}},"attributes":{ {{attributes}} } }""";

    private Task Page(HttpContext context, string collection, string[] items)
    {
        int from = int.TryParse(context.Request.Query["$skiptoken"], CultureInfo.InvariantCulture, out int at) ? at : 0;
        string next = from + 25 < items.Length ? $"\"https://{NextHost ?? context.Request.Host.Value}{context.Request.Path}?api-version=7.4&$skiptoken={from + 25}\"" : "null";
        collection.ShouldNotBeEmpty();
        return LoopbackServer.WriteAsync(context, 200, $$"""{"value":[{{string.Join(',', items.Skip(from).Take(25))}}],"nextLink":{{next}}}""");
    }

    private static Task Error(HttpContext context, int status, string code, string inner, string message)
    {
        string cause = inner.Length > 0 ? $",\"innererror\":{{\"code\":\"{inner}\"}}" : "";
        return LoopbackServer.WriteAsync(context, status, $"{{\"error\":{{\"code\":\"{code}\",\"message\":\"{message}\"{cause}}}}}");
    }

    private sealed class FakeCredential(FakeKeyVault vault, string token) : TokenCredential
    {
        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            vault.SignIns.Enqueue(requestContext.TenantId);
            requestContext.Scopes.ShouldBe([vault.Resource + "/.default"]);
            return new(new AccessToken(token, DateTimeOffset.UtcNow.AddHours(1)));
        }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
