using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Kubernetes;

/// <summary>The API of Kubernetes as its documentation tells it, as far as it is asked here: the namespaces default and team, Secrets s0000 to s1199.</summary>
internal sealed class FakeKubernetes
{
    public string Value { get; } = "value" + Guid.NewGuid().ToString("N");

    public string Token { get; } = "token" + Guid.NewGuid().ToString("N");

    /// <summary>Allows to read, and not to list or to see namespaces.</summary>
    public bool IsGetOnly { get; set; }

    public bool IsForbidden { get; set; }

    /// <summary>Forgets once where a list ended.</summary>
    public bool ForgetsOnce { get; set; }

    /// <summary>Reads, and does not write.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>What it says to every write instead; null to write.</summary>
    public (int Status, string Reason, string Message)? Refusal { get; set; }

    /// <summary>The Secrets that were written, by <c>namespace/name</c>, each as it is now.</summary>
    public ConcurrentDictionary<string, JsonObject> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>How often something was written.</summary>
    public int Writes { get; private set; }

    /// <summary>What somebody else does right before something is written; once.</summary>
    public Action? Between { get; set; }

    /// <summary>Writes as somebody else would: what is given becomes the whole Secret.</summary>
    public void Put(string name, JsonObject secret)
    {
        JsonObject metadata = secret["metadata"] as JsonObject ?? [];
        metadata["name"] = name.Split('/')[1];
        metadata["resourceVersion"] = (1000 + ++Writes).ToString(CultureInfo.InvariantCulture);
        secret["metadata"] = metadata;
        Written[name] = secret;
    }

    /// <summary>Writes one key so.</summary>
    public void Put(string name, string key, string value) => Put(name, new JsonObject { ["type"] = "Opaque", ["data"] = new JsonObject { [key] = Convert.ToBase64String(Encoding.UTF8.GetBytes(value)) } });

    /// <summary>The text of a key; null where there is none.</summary>
    public string? Text(string name, string key) => Written.TryGetValue(name, out JsonObject? secret) && secret["data"]?[key]?.GetValue<string>() is { } text ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : null;

    public Task<LoopbackServer> StartAsync(X509Certificate2? certificate = null) => LoopbackServer.StartAsync(AnswerAsync, certificate);

    private Task AnswerAsync(HttpContext context)
    {
        string given = context.Request.Headers.Authorization.ToString();
        if (given.Length > 0 && given != "Bearer " + Token)
        {
            return Status(context, 401, "Unauthorized", "Unauthorized");
        }

        string[] path = context.Request.Path.Value!.Trim('/').Split('/');
        string user = given.Length == 0 ? "system:anonymous" : "app";
        bool isGet = path.Length == 6;
        return user != "app" || IsForbidden || (IsGetOnly && !isGet) ? Status(context, 403, "Forbidden", $"secrets is forbidden: User \"{user}\" cannot get resource")
            : path.Length < 4 || path[3] is not ("default" or "team") ? Status(context, 404, "NotFound", $"\"{path[^1]}\" not found")
            : path.Length == 4 ? Json(context, $$$"""{"kind":"PartialObjectMetadata","metadata":{"name":"{{{path[3]}}}"}}""")
            : context.Request.Method is "POST" or "PATCH" ? WriteAsync(context, isGet ? $"{path[3]}/{path[5]}" : path[3])
            : isGet ? Written.TryGetValue($"{path[3]}/{path[5]}", out JsonObject? secret) ? Json(context, Shown(context, secret)) : One(context, path[5]) : List(context);
    }

    private async Task WriteAsync(HttpContext context, string name)
    {
        JsonObject sent = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!.AsObject();
        Action? between = Between;
        Between = null;
        between?.Invoke();
        bool isNew = context.Request.Method == "POST";
        context.Request.ContentType.ShouldBe(isNew ? "application/json" : "application/merge-patch+json");
        name = isNew ? $"{name}/{sent["metadata"]!["name"]!.GetValue<string>()}" : name;
        bool isThere = Written.TryGetValue(name, out JsonObject? secret);
        await ((IsReadOnly ? (403, "Forbidden", $"secrets is forbidden: User \"app\" cannot write {Value}") : Refusal) is var (status, reason, message) ? Status(context, status, reason, message)
            : isNew && isThere ? Status(context, 409, "AlreadyExists", $"secrets \"{name}\" already exists")
            : !isNew && !isThere ? Status(context, 404, "NotFound", $"secrets \"{name}\" not found")
            : !isNew && sent["metadata"]!["resourceVersion"]!.GetValue<string>() != secret!["metadata"]!["resourceVersion"]!.GetValue<string>() ? Status(context, 409, "Conflict", "the object has been modified")
            : Json(context, Shown(context, Merge(name, isNew ? sent : secret!, isNew ? null : sent))));
    }

    private JsonObject Merge(string name, JsonObject secret, JsonObject? patch)
    {
        var merged = secret.DeepClone().AsObject();
        foreach ((string key, JsonNode? text) in patch?["data"] as JsonObject ?? [])
        {
            JsonObject data = merged["data"] as JsonObject ?? [];
            merged["data"] = data;
            if (!data.Remove(key) || text is not null)
            {
                data[key] = text?.DeepClone();
            }
        }

        if (patch is not null)
        {
            patch.Select(member => member.Key).ShouldBe(["metadata", "data"]);
        }

        Put(name, merged);
        return merged;
    }

    /// <summary>Only the metadata, for who takes that.</summary>
    private static string Shown(HttpContext context, JsonObject secret)
    {
        if (!context.Request.Headers.Accept.ToString().StartsWith("application/json;as=PartialObjectMetadata;", StringComparison.Ordinal))
        {
            return secret.ToJsonString();
        }

        return new JsonObject { ["kind"] = "PartialObjectMetadata", ["metadata"] = secret["metadata"]!.DeepClone() }.ToJsonString();
    }

    private Task One(HttpContext context, string name) =>
        name == "db" && context.Request.Headers.Accept == "application/json" ? Json(context, $$"""{"kind":"Secret","apiVersion":"v1","data":{"password":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Value))}}"},{{Metadata(name)}}}""")
        : name is "db" or "going" || (name.StartsWith('s') && name.Length == 5) ? Json(context, $$"""{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1",{{Metadata(name)}}}""")
        : Status(context, 404, "NotFound", $"secrets \"{name}\" not found");

    private Task List(HttpContext context)
    {
        context.Request.Headers.Accept.ToString().ShouldContain("PartialObjectMetadataList");
        int from = int.TryParse(context.Request.Query["continue"], CultureInfo.InvariantCulture, out int at) ? at : 0;
        if (from > 0 && ForgetsOnce)
        {
            ForgetsOnce = false;
            return Status(context, 410, "Expired", "The provided continue parameter is too old");
        }

        int limit = int.Parse(context.Request.Query["limit"]!, CultureInfo.InvariantCulture);
        string[] all = ["db", "going", .. Enumerable.Range(0, 1200).Select(i => $"s{i:d4}"), "sh.helm.release.v1.shop.v3"];
        string items = string.Join(',', all.Skip(from).Take(limit).Select(name => $"{{{Metadata(name)}}}"));
        string next = from + limit < all.Length ? (from + limit).ToString(CultureInfo.InvariantCulture) : "";
        return Json(context, $$$"""{"kind":"PartialObjectMetadataList","metadata":{"resourceVersion":"9","continue":"{{{next}}}"},"items":[{{{items}}}]}""");
    }

    private string Metadata(string name) => $$$"""
        "metadata":{"name":"{{{name}}}","resourceVersion":"77","creationTimestamp":"2026-01-02T00:00:00Z"{{{(name == "going" ? ",\"deletionTimestamp\":\"2026-02-02T00:00:00Z\"" : "")}}},
        "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{\"stringData\":{\"password\":\"{{{Value}}}\"}}"},
        "managedFields":[{"manager":"kubectl","time":"2026-01-03T00:00:00Z","fieldsV1":{"f:data":{".":{},"f:password":{}},"f:type":{} } },{"manager":"x","time":"2026-03-03T00:00:00Z","fieldsV1":{"f:metadata":{} } }]}
        """;

    private static Task Json(HttpContext context, string json) => LoopbackServer.WriteAsync(context, 200, json);

    private static Task Status(HttpContext context, int code, string reason, string message) => LoopbackServer.WriteAsync(context, code,
        $$"""{"kind":"Status","apiVersion":"v1","status":"Failure","message":{{System.Text.Json.JsonSerializer.Serialize(message)}},"reason":"{{reason}}","code":{{code.ToString(CultureInfo.InvariantCulture)}}}""");
}
