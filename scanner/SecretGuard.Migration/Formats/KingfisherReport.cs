using System.Text.Json;

namespace SecretGuard.Migration.Formats;

/// <summary>
/// The JSON and JSONL reports of kingfisher: records of <c>rule</c> (<c>id</c>) and <c>finding</c> (<c>path</c>, <c>line</c>, <c>snippet</c>, and for a history
/// <c>git_metadata.commit.id</c> and <c>git_metadata.file.path</c>), alone or under <c>findings</c>.
/// </summary>
internal static class KingfisherReport
{
    public static bool Recognizes(ForeignText text) => JsonShape.IsObjectWith(text, "rule", "finding") || (JsonShape.IsObjectWith(text, "findings") && !JsonShape.IsObjectWith(text, "schema"));

    public static ForeignFile Read(ForeignText text)
    {
        var entries = new List<ForeignEntry>();
        JsonShape.Read(text, item =>
        {
            JsonElement list = JsonShape.Member(item, "findings");
            foreach (JsonElement record in list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : (JsonElement[])[item])
            {
                if (JsonShape.Member(record, "finding") is { ValueKind: JsonValueKind.Object } finding)
                {
                    entries.Add(Entry(record, finding, $"{text.Name}, entry {entries.Count + 1}"));
                }
            }
        });
        return new ForeignFile { Entries = entries };
    }

    private static ForeignEntry Entry(JsonElement record, JsonElement finding, string origin)
    {
        JsonElement history = JsonShape.Member(finding, "git_metadata");
        string path = JsonShape.Text(JsonShape.Member(history, "file"), "path") ?? JsonShape.Text(finding, "path")
            ?? throw new ForeignFileException($"{origin}: it has no 'path'; let kingfisher write the report again");
        return new ForeignEntry(ForeignPath.WithSlashes(path).TrimEnd('/'), JsonShape.Line(finding, "line"))
        {
            Origin = origin,
            Kind = JsonShape.Text(JsonShape.Member(record, "rule"), "id"),
            Commit = JsonShape.Text(JsonShape.Member(history, "commit"), "id"),
            Values = JsonShape.Text(finding, "snippet") is { Length: > 0 } secret && !IsRedacted(secret) ? [secret] : [],
        };
    }

    private static bool IsRedacted(string secret) => secret.Contains("[REDACTED", StringComparison.Ordinal);
}
