using System.Text;
using System.Text.Json;
using SecretGuard.Stores.Values;
using SecretGuard.Text;

namespace SecretGuard.Stores.Local.UserSecrets;

/// <summary>Sets a key in the text of a JSON file that .NET's configuration reads, and leaves all else as it is.</summary>
internal static class ConfigurationJsonWriter
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The text with the key set to a value: in its place, however it is nested, else as a member of its own behind all others.</summary>
    /// <returns>Null where that does not read back as the value, or is no JSON.</returns>
    public static string? With(string text, string key, string value)
    {
        string written = JsonText.Of(value), end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n", member = $"  {JsonText.Of(key)}: {written}";
        if (string.IsNullOrWhiteSpace(text))
        {
            return $"{{{end}{member}{end}}}{end}";
        }

        try
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            Places places = Find(bytes, key);
            string At(int from, int to, string put) => Encoding.UTF8.GetString([.. bytes[..from], .. Encoding.UTF8.GetBytes(put), .. bytes[to..]]);
            string[] ways = places.Value is var (start, stop) ? [At(start, stop, written)]
                : [At(places.Last, places.Last, $"{(places.IsEmpty ? "" : ",")}{end}{member}{(places.IsEmpty ? end : "")}"), At(places.Close, places.Close, $"{member}{end}")];
            return Array.Find(ways, after => ReadsBack(text, after, key, value));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Where the value of a key stands; where the last member ends, and the object.</summary>
    private static Places Find(byte[] bytes, string key)
    {
        var reader = new Utf8JsonReader(bytes, Lenient);
        var path = new List<string>();
        var places = new Places(null, 0, 0, IsEmpty: true);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                path.RemoveRange(reader.CurrentDepth - 1, path.Count - reader.CurrentDepth + 1);
                path.Add(reader.GetString()!);
            }
            else if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject) && reader.CurrentDepth == path.Count && string.Join(':', path).Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                places = places with { Value = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed) };
            }

            places = reader is { CurrentDepth: 0, TokenType: JsonTokenType.EndObject } ? places with { Close = (int)reader.TokenStartIndex }
                : places with { Last = (int)reader.BytesConsumed, IsEmpty = places.IsEmpty && reader is { CurrentDepth: 0, TokenType: JsonTokenType.StartObject } };
        }

        return places;
    }

    /// <summary>Whether the key has the value now, and every other one what it had.</summary>
    private static bool ReadsBack(string before, string after, string key, string value)
    {
        try
        {
            Dictionary<string, string> had = ConfigurationJson.Texts(before), has = ConfigurationJson.Texts(after);
            had[key] = value;
            return had.Count == has.Count && had.All(pair => has.TryGetValue(pair.Key, out string? now) && now == pair.Value);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private readonly record struct Places((int Start, int End)? Value, int Last, int Close, bool IsEmpty);
}
