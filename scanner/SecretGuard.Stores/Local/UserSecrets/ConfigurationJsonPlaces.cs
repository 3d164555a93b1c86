using System.Text;
using System.Text.Json;

namespace SecretGuard.Stores.Local.UserSecrets;

/// <summary>Where in the bytes of a JSON file a key of .NET's configuration stands, and where it could: comments and trailing commas are passed over.</summary>
internal sealed class ConfigurationJsonPlaces
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string _key;

    private ConfigurationJsonPlaces(string key) => _key = key;

    /// <summary>The value of the key; null where it has none of its own.</summary>
    public (int Start, int End)? Value { get; private set; }

    /// <summary>The innermost object that the key can be put into; null where the text is none.</summary>
    public ObjectBody? Room { get; private set; }

    /// <summary>Looks for a key.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static ConfigurationJsonPlaces Of(ReadOnlySpan<byte> text, string key)
    {
        var places = new ConfigurationJsonPlaces(key);
        var reader = new Utf8JsonReader(text, Lenient);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            places.TakeObject(ref reader, "");
        }

        return places;
    }

    private void Take(ref Utf8JsonReader reader, string path)
    {
        int start = (int)reader.TokenStartIndex;
        bool isLeaf = reader.TokenType switch
        {
            JsonTokenType.StartObject => TakeObject(ref reader, path),
            JsonTokenType.StartArray => TakeArray(ref reader, path),
            _ => true,
        };
        if (isLeaf && path.Equals(_key, StringComparison.OrdinalIgnoreCase))
        {
            Value = (start, (int)reader.BytesConsumed);
        }
    }

    /// <summary>Whether it is empty.</summary>
    private bool TakeObject(ref Utf8JsonReader reader, string path)
    {
        int open = (int)reader.TokenStartIndex, name = -1, end = -1;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            name = (int)reader.TokenStartIndex;
            string inner = path.Length == 0 ? reader.GetString()! : $"{path}:{reader.GetString()}";
            reader.Read();
            Take(ref reader, inner);
            end = (int)reader.BytesConsumed;
        }

        // Inner objects end first: of those that the key can be in, the first is the innermost.
        if (path.Length == 0 ? Room is null : Room is null && _key.StartsWith(path + ":", StringComparison.OrdinalIgnoreCase))
        {
            Room = new ObjectBody(path.Length == 0 ? _key : _key[(path.Length + 1)..], open, (int)reader.TokenStartIndex, name, end);
        }

        return end < 0;
    }

    private bool TakeArray(ref Utf8JsonReader reader, string path)
    {
        int count = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            Take(ref reader, $"{path}:{count}");
        }

        return count == 0;
    }
}

/// <summary>An object in the bytes of a text.</summary>
/// <param name="Rest">What a key is called within it.</param>
/// <param name="Open">Its opening brace.</param>
/// <param name="Close">Its closing brace.</param>
/// <param name="LastName">Where the name of its last member begins; -1 where it has none.</param>
/// <param name="LastEnd">Behind the value of its last member; -1 where it has none.</param>
internal readonly record struct ObjectBody(string Rest, int Open, int Close, int LastName, int LastEnd)
{
    /// <summary>The text with one member more, at the end of this object and in the manner of the one before.</summary>
    public string With(ReadOnlySpan<byte> text, string member)
    {
        int from = LastEnd < 0 ? Open + 1 : LastEnd, end = from + text[from..Close].TrimEnd(" \t\r\n"u8).Length;
        string start = Text(text[..from]), between = Text(text[from..end]), after = Text(text[end..]);
        string comma = LastEnd < 0 || HasComma(text[from..end]) ? "" : ",";
        string line = text.IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n", outer = Indent(text, Close) ?? "";
        bool isOpen = text[from..Close].Contains((byte)'\n');
        return isOpen ? $"{start}{comma}{between}{line}{(LastEnd < 0 ? null : Indent(text, LastName)) ?? outer + "  "}{member}{after}"
            : LastEnd < 0 && Open == text.IndexOf((byte)'{') ? $"{start}{between}{line}  {member}{line}{after.TrimStart()}"
            : $"{start}{comma}{between} {member}{(LastEnd < 0 ? " " : "")}{after}";
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    /// <summary>The blanks before a place; null where something else stands in its line before it.</summary>
    private static string? Indent(ReadOnlySpan<byte> text, int place)
    {
        ReadOnlySpan<byte> before = text[(text[..place].LastIndexOf((byte)'\n') + 1)..place];
        return before.IndexOfAnyExcept(" \t"u8) < 0 ? Text(before) : null;
    }

    /// <summary>Whether a comma stands outside of comments.</summary>
    private static bool HasComma(ReadOnlySpan<byte> text)
    {
        while (text.IndexOfAny((byte)',', (byte)'/') is >= 0 and var at)
        {
            if (text[at] == ',')
            {
                return true;
            }

            ReadOnlySpan<byte> comment = text[at..], close = comment.StartsWith("/*"u8) ? "*/"u8 : "\n"u8;
            int end = comment.Length > 2 ? comment[2..].IndexOf(close) : -1;
            text = end < 0 ? default : comment[(2 + end + close.Length)..];
        }

        return false;
    }
}
