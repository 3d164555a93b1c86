using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Vault;

/// <summary>Vault's API as its documentation tells it, as far as it is asked here.</summary>
internal sealed class FakeVault
{
    /// <summary>The value of every secret, in every place that can hold one.</summary>
    public string Value { get; } = "value" + Guid.NewGuid().ToString("N");

    public string Token { get; } = "token" + Guid.NewGuid().ToString("N");

    public string Credential { get; } = "cred" + Guid.NewGuid().ToString("N");

    /// <summary>What was written, and what others wrote.</summary>
    public FakeEngine Engine { get; } = new();

    /// <summary>Paths of the API that a policy does not allow, by their beginnings; or a method and the beginning of a path.</summary>
    public HashSet<string> Denied { get; } = new(StringComparer.Ordinal);

    public bool IsTokenDead { get; set; }

    public bool MayLookUp { get; set; } = true;

    public bool HasSubkeys { get; set; } = true;

    /// <summary>Heeds the namespace header; else it passes over it.</summary>
    public bool HasNamespaces { get; set; }

    public string Version { get; set; } = "1.15.0";

    /// <summary>The types of engines that are mounted besides, by their paths with a slash at the end.</summary>
    public Dictionary<string, string> Mounted { get; } = new(StringComparer.Ordinal) { ["database/"] = "database" };

    /// <summary>What is told of roles, keys and mounts, as JSON, by the path of the API.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>A status that every request gets, but health, and the words of its error.</summary>
    public (int Status, string Error)? Everything { get; set; }

    public string? RedirectTo { get; set; }

    public Task<LoopbackServer> StartAsync(X509Certificate2? certificate = null) => LoopbackServer.StartAsync(AnswerAsync, certificate);

    /// <summary>One with secret/ of version 2, team/kv/ of version 1 and database/.</summary>
    private Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path.Value![4..];
        if (path == "sys/health")
        {
            return Json(context, 200, $$"""{"initialized":true,"sealed":false,"standby":false,"version":"{{Version}}","enterprise":{{(Version.Contains("+ent", StringComparison.Ordinal) ? "true" : "false")}}}""");
        }

        if (Everything is { } all)
        {
            return Error(context, all.Status, all.Error);
        }

        if (RedirectTo is { } target)
        {
            context.Response.Redirect(target + context.Request.Path + context.Request.QueryString);
            context.Response.StatusCode = 307;
            return Task.CompletedTask;
        }

        if (path.StartsWith("auth/", StringComparison.Ordinal) && path.EndsWith("/login", StringComparison.Ordinal))
        {
            return LoginAsync(context, path);
        }

        string inNamespace = context.Request.Headers["X-Vault-Namespace"].ToString().Trim('/');
        return HasNamespaces && inNamespace is not ("" or "team-a") ? Error(context, 404, "no handler for route")
            : context.Request.Headers["X-Vault-Token"] != Token || IsTokenDead || Denied.Any(denied => $"{context.Request.Method} {path}".Contains(denied, StringComparison.Ordinal) && (denied.Contains(' ', StringComparison.Ordinal) || path.StartsWith(denied, StringComparison.Ordinal))) ? Error(context, 403, "permission denied")
            : Read(context, path);
    }

    private Task Read(HttpContext context, string path)
    {
        bool isList = context.Request.Query["list"] == "true";
        return path switch
        {
            "auth/token/lookup-self" => MayLookUp ? Json(context, 200, $$$"""{"data":{"id":"{{{Token}}}","policies":["default"]}}""") : Error(context, 403, "permission denied"),
            _ when path.StartsWith("sys/internal/ui/mounts/", StringComparison.Ordinal) => Mount(context, path["sys/internal/ui/mounts/".Length..] + "/"),
            "secret/metadata/app/" or "secret/metadata/app" when isList => Json(context, 200, """{"data":{"keys":["database","deleted","sub/"]}}"""),
            "secret/metadata/" when isList => Json(context, 200, """{"data":{"keys":["app/","data/","a b/"]}}"""),
            "secret/metadata/a b/" when isList => Json(context, 200, """{"data":{"keys":["c#d"]}}"""),
            "secret/metadata/data/" when isList => Json(context, 200, """{"data":{"keys":["inner"]}}"""),
            "secret/metadata/data/inner" => Metadata(context, """ "current_version":1 """, """{"1":{"created_time":"2026-01-01T00:00:00Z","deletion_time":"","destroyed":false}}"""),
            "team/kv/app/" or "team/kv/app" when isList => Json(context, 200, """{"data":{"keys":["database","sub/"]}}"""),
            "team/kv/" or "team/kv" when isList => Json(context, 200, """{"data":{"keys":["top","app/"]}}"""),
            "secret/metadata/app/database" => Metadata(context, """ "current_version":3 """, """{"1":{"created_time":"2026-01-01T00:00:00Z","deletion_time":"","destroyed":true},"2":{"created_time":"2026-02-01T00:00:00Z","deletion_time":"2026-02-03T00:00:00Z","destroyed":false},"3":{"created_time":"2026-03-01T00:00:00.123456789Z","deletion_time":"","destroyed":false}}"""),
            "secret/metadata/app/deleted" => Metadata(context, """ "current_version":1 """, """{"1":{"created_time":"2026-01-01T00:00:00Z","deletion_time":"2026-02-03T00:00:00Z","destroyed":false}}"""),
            "secret/metadata/app/expiring" => Metadata(context, """ "current_version":1 """, """{"1":{"created_time":"2026-01-01T00:00:00Z","deletion_time":"2199-02-03T00:00:00Z","destroyed":false}}"""),
            "secret/metadata/app/hollow" => Metadata(context, """ "current_version":0 """, "{}"),
            "secret/subkeys/app/database" when HasSubkeys => Json(context, 200, """{"data":{"metadata":{"version":3},"subkeys":{"password":null,"tls":{"key":null}}}}"""),
            "secret/metadata/a b/c#d" => Metadata(context, """ "current_version":1 """, """{"1":{"created_time":"2026-01-01T00:00:00Z","deletion_time":"","destroyed":false}}"""),
            "team/kv/app/database" => Json(context, 200, $$$"""{"data":{"password":"{{{Value}}}"}}"""),
            "secret/data/app/database" => Json(context, 200, $$$$"""{"data":{"data":{"password":"{{{{Value}}}}"}}}"""),
            _ when isList && Settings.Keys.Where(key => key.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)).Select(key => key[(path.TrimEnd('/').Length + 1)..]).ToArray() is { Length: > 0 } keys =>
                Json(context, 200, $$$"""{"data":{"keys":{{{JsonSerializer.Serialize(keys)}}}}}"""),
            _ when Settings.TryGetValue(path, out string? settings) => Json(context, 200, $$"""{"data":{{settings}}}"""),
            _ => Engine.AnswerAsync(context, path),
        };
    }

    private Task Mount(HttpContext context, string path) =>
        Mounted.FirstOrDefault(mount => path.StartsWith(mount.Key, StringComparison.Ordinal)) is { Key: { } at, Value: { } type } ? Json(context, 200, $$$"""{"data":{"path":"{{{at}}}","type":"{{{type}}}","options":null}}""")
        : path.StartsWith("secret/", StringComparison.Ordinal) ? Json(context, 200, """{"data":{"path":"secret/","type":"kv","options":{"version":"2"}}}""")
        : path.StartsWith("team/kv/", StringComparison.Ordinal) ? Json(context, 200, """{"data":{"path":"team/kv/","type":"kv","options":null}}""")
        : Error(context, 403, "preflight capability check returned 403, please ensure client's policies grant access to path \"" + path + "\"");

    private Task Metadata(HttpContext context, string current, string versions) =>
        Json(context, 200, $$$"""{"data":{"created_time":"2025-12-01T00:00:00Z","custom_metadata":{"note":"{{{Value}}}"},{{{current}}},"updated_time":"2026-03-01T00:00:00Z","delete_version_after":"0s","versions":{{{versions}}}}}""");

    private async Task LoginAsync(HttpContext context, string path)
    {
        using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        string? given = (body.RootElement.TryGetProperty("secret_id", out JsonElement secret) ? secret : body.RootElement.GetProperty("jwt")).GetString();
        string role = (body.RootElement.TryGetProperty("role_id", out JsonElement id) ? id : body.RootElement.GetProperty("role")).GetString()!;
        await (path is not ("auth/approle/login" or "auth/kubernetes/login" or "auth/jwt/login") ? Error(context, 404, "no handler for route")
            : role == "other" ? Error(context, 500, "service account name not authorized")
            : given != Credential ? Error(context, 400, $"invalid secret id {given}")
            : Json(context, 200, $$$"""{"auth":{"client_token":"{{{Token}}}","policies":["default"]}}"""));
    }

    private static Task Json(HttpContext context, int status, string json) => LoopbackServer.WriteAsync(context, status, json);

    private static Task Error(HttpContext context, int status, string error) => Json(context, status, JsonSerializer.Serialize(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["errors"] = [error] }));
}
