using System.Text;
using System.Text.Json;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;
using YamlDotNet.Core;

namespace SecretGuard.References.Json;

/// <summary>A text of JSON as the same tree that YAML becomes: with comments and commas too many, which settings of .NET have, and as far as it goes where it breaks off.</summary>
internal static class JsonDocuments
{
    private const int DeepestNesting = 64;
    private const char ByteOrderMark = '\uFEFF';

    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = DeepestNesting };

    /// <summary>The root, or <see cref="YamlValue.Nothing"/>. What is broken is told.</summary>
    public static YamlValue Read(SourceText source, Extraction found)
    {
        int first = source.Text.StartsWith(ByteOrderMark) ? 1 : 0;
        byte[] bytes = Encoding.UTF8.GetBytes(source.Text[first..]);
        var tree = new Tree(source, bytes, first);
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            while (reader.Read())
            {
                tree.Add(ref reader);
            }
        }
        catch (JsonException)
        {
            found.Add(new Unread(tree.Place(reader.BytesConsumed), "from here on this is no JSON"));
        }

        return tree.Root;
    }

    /// <summary>Makes values of tokens, which come in their order.</summary>
    private sealed class Tree(SourceText source, byte[] bytes, int first)
    {
        private readonly Stack<(YamlValue Value, YamlValue? Key)> _open = new();
        private readonly int _first = first;
        private int _byte;
        private int _character = first;

        public YamlValue Root { get; private set; } = YamlValue.Nothing;

        public void Add(ref Utf8JsonReader reader)
        {
            bool isKey = reader.TokenType == JsonTokenType.PropertyName; // which ends before its colon
            Mark start = MarkOf(reader.TokenStartIndex), end = MarkOf(isKey ? reader.TokenStartIndex + reader.ValueSpan.Length + 2 : reader.BytesConsumed);
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _open.Pop().Value.End = end;
                    break;
                case JsonTokenType.PropertyName:
                    _open.Push((_open.Pop().Value, new YamlValue(source, start, end) { Text = TextOf(ref reader), Style = ScalarStyle.DoubleQuoted }));
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    var value = new YamlValue(source, start, end) { IsMap = reader.TokenType == JsonTokenType.StartObject };
                    Put(value);
                    _open.Push((value, null));
                    break;
                default:
                    bool isText = reader.TokenType == JsonTokenType.String;
                    Put(new YamlValue(source, start, end) { Text = TextOf(ref reader), Style = isText ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain });
                    break;
            }
        }

        public Findings.Location Place(long at) => source.At((int)MarkOf(at).Line, (int)MarkOf(at).Column, (int)MarkOf(at).Line, (int)MarkOf(at).Column);

        private void Put(YamlValue value)
        {
            if (!_open.TryPop(out (YamlValue Value, YamlValue? Key) owner))
            {
                Root = value;
                return;
            }

            if (owner.Key is not null)
            {
                owner.Value.Add(owner.Key, value);
            }
            else
            {
                owner.Value.Add(value);
            }

            _open.Push((owner.Value, null));
        }

        /// <summary>Null where it is empty, or no text at all: half of a surrogate.</summary>
        private static string? TextOf(ref Utf8JsonReader reader)
        {
            if (reader.TokenType is JsonTokenType.Null)
            {
                return null;
            }

            try
            {
                return (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : Encoding.UTF8.GetString(reader.ValueSpan)) is { Length: > 0 } text ? text : null;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }

        private Mark MarkOf(long at)
        {
            if (at < _byte)
            {
                (_byte, _character) = (0, _first);
            }

            _character += Encoding.UTF8.GetCharCount(bytes, _byte, (int)at - _byte);
            _byte = (int)at;
            int line = source.LinesBefore(_character) + 1;
            return new Mark(_character, line, _character - source.IndexOf(line, 1) + 1);
        }
    }
}
