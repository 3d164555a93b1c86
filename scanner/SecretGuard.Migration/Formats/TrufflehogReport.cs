using System.Text.Json;

namespace SecretGuard.Migration.Formats;

/// <summary>
/// What <c>trufflehog --json</c> prints: an object a line, <c>SourceMetadata.Data</c> with one member that says where (<c>Git</c>, <c>Filesystem</c>,
/// <c>Github</c>, …), <c>DetectorName</c>, and the secret as <c>Raw</c>; <c>RawV2</c> joins its parts. Lines of its log are passed over.
/// </summary>
internal static class TrufflehogReport
{
    public static bool Recognizes(ForeignText text) =>
        JsonShape.IsObjectWith(text, "SourceMetadata") || JsonShape.IsObjectWith(text, "DetectorName")
        || (JsonShape.IsObjectWith(text, "level", "msg") && text.Text.Contains("\"SourceMetadata\"", StringComparison.Ordinal));

    public static ForeignFile Read(ForeignText text)
    {
        var entries = new List<ForeignEntry>();
        var leftovers = new List<Leftover>();
        int count = 0;
        JsonShape.Read(text, item =>
        {
            if (!item.TryGetProperty("SourceMetadata", out JsonElement source))
            {
                return;
            }

            count++;
            string origin = $"{text.Name}, entry {count}";
            if (Place(JsonShape.Member(source, "Data")) is { } place && JsonShape.Text(place, "file") is { Length: > 0 } file)
            {
                entries.Add(Entry(item, place, file, origin));
            }
            else
            {
                leftovers.Add(new Leftover(origin, "a secret that stands in no file", "SecretGuard looks at files and git; deal with it where trufflehog found it."));
            }
        });
        return new ForeignFile { Entries = entries, Leftovers = leftovers };
    }

    private static ForeignEntry Entry(JsonElement item, JsonElement place, string file, string origin) => new(ForeignPath.WithSlashes(file), JsonShape.Line(place, "line"))
    {
        Origin = origin,
        Kind = JsonShape.Text(item, "DetectorName"),
        Commit = JsonShape.Text(place, "commit") is { Length: > 0 } commit ? commit : null,

        // What was decoded does not stand in the file as it is.
        Values = JsonShape.Text(item, "DecoderName") is null or "PLAIN" or "UTF8" ? [.. Values(JsonShape.Text(item, "Raw"), JsonShape.Text(item, "RawV2"))] : [],
    };

    private static IEnumerable<string> Values(string? raw, string? joined)
    {
        if (!string.IsNullOrEmpty(raw))
        {
            yield return raw;
            if (joined?.StartsWith(raw, StringComparison.Ordinal) == true && joined[raw.Length..].TrimStart(':') is { Length: > 0 } rest)
            {
                yield return rest;
            }
        }
    }

    /// <summary>The place, whatever kind of source it is of.</summary>
    private static JsonElement? Place(JsonElement data)
    {
        if (data.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in data.EnumerateObject())
            {
                return member.Value;
            }
        }

        return null;
    }
}
