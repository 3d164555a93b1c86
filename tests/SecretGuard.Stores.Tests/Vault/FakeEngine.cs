using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Vault;

/// <summary>What can be written: below <c>secret/</c> with versions and check-and-set, below <c>team/kv/</c> without.</summary>
internal sealed class FakeEngine
{
    private readonly Lock _lock = new();

    /// <summary>All versions of each path, as JSON; null for one that was deleted.</summary>
    public ConcurrentDictionary<string, List<string?>> Versions { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it gives the metadata of a folder's secrets at once.</summary>
    public bool IsOfOpenBao { get; set; }

    /// <summary>Called when a write is done and not yet answered.</summary>
    public Func<string, Task>? Wrote { get; set; }

    /// <summary>Writes as somebody else would.</summary>
    public void Put(string path, string? json)
    {
        lock (_lock)
        {
            Versions.GetOrAdd(path, _ => []).Add(json);
        }
    }

    /// <summary>What is there; null where nothing is.</summary>
    public string? Current(string path) => Versions.TryGetValue(path, out List<string?>? versions) ? versions[^1] : null;

    public async Task AnswerAsync(HttpContext context, string path)
    {
        const string Data = "secret/data/", Metadata = "secret/metadata/", Detailed = "secret/detailed-metadata/", First = "team/kv/";
        bool isWrite = context.Request.Method is "POST" or "PUT";
        using JsonDocument? body = isWrite ? await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted) : null;
        (int status, string json) = path.StartsWith(Data, StringComparison.Ordinal) ? isWrite ? Write("secret/" + path[Data.Length..], body!.RootElement) : Read("secret/" + path[Data.Length..])
            : path.StartsWith(Metadata, StringComparison.Ordinal) && !isWrite ? ReadMetadata("secret/" + path[Metadata.Length..], context.Request.Query["list"] == "true")
            : path.StartsWith(Detailed, StringComparison.Ordinal) && IsOfOpenBao ? ListDetailed("secret/" + path[Detailed.Length..], context.Request.Query)
            : path.StartsWith(First, StringComparison.Ordinal) ? isWrite ? WriteFirst(path, body!.RootElement) : ReadFirst(path, context.Request.Query["list"] == "true")
            : NotFound;
        if (isWrite && Wrote is { } told)
        {
            await told(path);
        }

        await LoopbackServer.WriteAsync(context, status, json);
    }

    private static (int, string) NotFound => (404, """{"errors":[]}""");

    private (int, string) Read(string path) =>
        !Versions.TryGetValue(path, out List<string?>? versions) ? NotFound
        : versions[^1] is { } json ? (200, $$$$$"""{"data":{"data":{{{{{json}}}}},"metadata":{"version":{{{{{versions.Count}}}}},"created_time":"2026-03-01T00:00:00Z","deletion_time":"","destroyed":false}}}""")
        : (404, $$$$$"""{"data":{"data":null,"metadata":{"version":{{{{{versions.Count}}}}},"created_time":"2026-03-01T00:00:00Z","deletion_time":"2026-03-02T00:00:00Z","destroyed":false}}}""");

    private (int, string) ReadMetadata(string path, bool isList)
    {
        if (isList)
        {
            return List(path);
        }

        if (!Versions.TryGetValue(path, out List<string?>? versions))
        {
            return NotFound;
        }

        string each = string.Join(',', versions.Select((json, i) => $$"""
            "{{i + 1}}":{"created_time":"2026-03-0{{Math.Min(9, i + 1)}}T00:00:00Z","deletion_time":"{{(json is null ? "2026-03-02T00:00:00Z" : "")}}","destroyed":false}
            """));
        return (200, $$$$$"""{"data":{"created_time":"2026-03-01T00:00:00Z","updated_time":"2026-03-01T00:00:00Z","current_version":{{{{{versions.Count}}}}},"versions":{{{{{{each}}}}}}}}""");
    }

    private (int, string) Write(string path, JsonElement body)
    {
        lock (_lock)
        {
            List<string?> versions = Versions.GetOrAdd(path, _ => []);
            if (body.GetProperty("options").GetProperty("cas").GetInt32() != versions.Count)
            {
                return (400, """{"errors":["check-and-set parameter did not match the current version"]}""");
            }

            versions.Add(body.GetProperty("data").GetRawText());
            return (200, $$$"""{"data":{"version":{{{versions.Count}}},"created_time":"2026-03-01T00:00:00Z","deletion_time":"","destroyed":false}}""");
        }
    }

    private (int, string) WriteFirst(string path, JsonElement body)
    {
        Put(path, body.GetRawText());
        return (204, "");
    }

    private (int, string) ReadFirst(string path, bool isList) => isList ? List(path) : Current(path) is { } json ? (200, $$$"""{"data":{{{json}}}}""") : NotFound;

    private (int, string) ListDetailed(string folder, IQueryCollection query)
    {
        string prefix = folder.TrimEnd('/') + "/";
        string[] names = [.. Versions.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..])
            .Where(name => string.CompareOrdinal(name, query["after"].ToString()) > 0).Order(StringComparer.Ordinal).Take(int.Parse(query["limit"].ToString(), CultureInfo.InvariantCulture))];
        string infos = string.Join(',', names.Select(name => $"{JsonSerializer.Serialize(name)}:{JsonDocument.Parse(ReadMetadata(prefix + name, isList: false).Item2).RootElement.GetProperty("data").GetRawText()}"));
        return names.Length == 0 ? NotFound : (200, $$$$$"""{"data":{"keys":{{{{{JsonSerializer.Serialize(names)}}}}},"key_info":{{{{{{infos}}}}}}}}""");
    }

    private (int, string) List(string folder)
    {
        string prefix = folder.TrimEnd('/') + "/";
        string[] names = [.. Versions.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..]).Where(name => !name.Contains('/', StringComparison.Ordinal))];
        return names.Length == 0 ? NotFound : (200, $$$$$"""{"data":{"keys":{{{{{JsonSerializer.Serialize(names)}}}}}}}""");
    }
}
