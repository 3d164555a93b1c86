using System.Text.Json;

namespace SecretGuard.Migration.Formats;

/// <summary>Tells JSON documents apart by their beginnings, and reads documents that hold several values: arrays, JSON lines, or one after the other.</summary>
internal static class JsonShape
{
    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true };

    /// <summary>Whether the first value is an object with these members.</summary>
    public static bool IsObjectWith(ForeignText text, params string[] members) =>
        First(text) is { } names && Array.TrueForAll(members, member => names.Contains(member, StringComparer.Ordinal));

    /// <summary>Whether this is SARIF.</summary>
    public static bool HasRuns(ForeignText text) => IsObjectWith(text, "runs");

    /// <summary>Whether a text begins as an array without items.</summary>
    public static bool IsEmptyArray(ForeignText text)
    {
        ReadOnlySpan<byte> start = text.Bytes.Span.TrimStart(" \t\r\n"u8);
        return start.StartsWith("["u8) && start[1..].TrimStart(" \t\r\n"u8).StartsWith("]"u8);
    }

    /// <summary>Whether a text begins as JSON; a table of TOML begins with a bracket too.</summary>
    public static bool BeginsAsJson(ForeignText text)
    {
        ReadOnlySpan<byte> start = text.Bytes.Span.TrimStart(" \t\r\n"u8);
        return start.StartsWith("{"u8) || (start.StartsWith("["u8) && start[1..].TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)']' or (byte)'"', ..]);
    }

    /// <summary>Reads a text that begins as JSON, for the sake of the exception.</summary>
    /// <exception cref="ForeignFileException">It is cut off, or no JSON further on.</exception>
    public static void ThrowIfCutOff(ForeignText text)
    {
        if (BeginsAsJson(text))
        {
            Read(text, static _ => { });
        }
    }

    /// <summary>Every object of a text, at its root or in arrays there, in order.</summary>
    /// <exception cref="ForeignFileException">It is no JSON.</exception>
    public static void Read(ForeignText text, Action<JsonElement> take)
    {
        var reader = new Utf8JsonReader(text.Bytes.Span, Options);
        long at = 0;
        try
        {
            while (reader.Read())
            {
                at = reader.TokenStartIndex;
                using JsonDocument value = JsonDocument.ParseValue(ref reader);
                foreach (JsonElement item in value.RootElement.ValueKind == JsonValueKind.Array ? [.. value.RootElement.EnumerateArray()] : (JsonElement[])[value.RootElement])
                {
                    if (item.ValueKind == JsonValueKind.Object)
                    {
                        take(item);
                    }
                }
            }
        }
        catch (JsonException error)
        {
            long line = Math.Max(error.LineNumber + 1 ?? 1, 1 + text.Bytes.Span[..(int)at].Count((byte)'\n'));
            throw text.Wrong(line, "this is no JSON; if the file was cut off, or output of another kind is in it, let the tool write it again");
        }
    }

    /// <summary>A member that is a text; a number is one too.</summary>
    public static string? Text(JsonElement item, string member) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(member, out JsonElement value)
            ? value.ValueKind switch { JsonValueKind.String => Decoded(value), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;

    /// <summary>A member that is a line number; 0 where there is none.</summary>
    public static int Line(JsonElement item, string member) => int.TryParse(Text(item, member), System.Globalization.CultureInfo.InvariantCulture, out int line) && line > 0 ? line : 0;

    /// <summary>A member that is an object; undefined where there is none.</summary>
    public static JsonElement Member(JsonElement item, string member) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(member, out JsonElement value) ? value : default;

    /// <summary>A text with half of a surrogate pair in it is no Unicode.</summary>
    private static string? Decoded(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The names of the members of the first object, as far as they can be read; null where there is none.</summary>
    private static HashSet<string>? First(ForeignText text)
    {
        var reader = new Utf8JsonReader(text.Bytes.Span, Options);
        var names = new HashSet<string>(StringComparer.Ordinal);
        int depth = 0;
        try
        {
            while (reader.Read())
            {
                depth = reader.TokenType switch
                {
                    JsonTokenType.StartObject when depth == 0 => reader.CurrentDepth + 1,
                    JsonTokenType.StartArray or JsonTokenType.StartObject or JsonTokenType.PropertyName => depth,
                    _ when depth == 0 => -1,
                    _ => depth,
                };
                if (depth < 0 || (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == depth - 1))
                {
                    break;
                }

                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == depth)
                {
                    names.Add(reader.GetString() ?? "");
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // What was read so far may say enough; whoever reads it all tells what is wrong.
        }

        return depth > 0 ? names : null;
    }
}
