using System.Globalization;
using System.Security.Cryptography.X509Certificates;
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
            : isGet ? One(context, path[5]) : List(context);
    }

    private Task One(HttpContext context, string name) =>
        name == "db" && context.Request.Headers.Accept == "application/json" ? Json(context, $$"""{"kind":"Secret","apiVersion":"v1","data":{"password":"{{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Value))}}"},{{Metadata(name)}}}""")
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
