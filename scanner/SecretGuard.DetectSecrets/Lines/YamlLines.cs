using System.Globalization;
using SecretGuard.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SecretGuard.DetectSecrets.Lines;

/// <summary>
/// Reads YAML and writes each text that a key holds as <c>key: "text" # comment</c>. Blocks of several lines stay as they are; what is no
/// text (numbers, booleans, null), lists and comments of their own are left out.
/// </summary>
internal sealed class YamlLines
{
    private static readonly string[] Words = ["", "~", "null", "true", "false", "yes", "no", "on", "off"];

    // The parser walks over all that is open with every token.
    private const int DeepestNesting = 200;

    private readonly IReadOnlyList<string> _source;
    private readonly List<NumberedLine> _lines = [];
    private readonly Stack<(bool IsMapping, string? Key)> _open = new();

    private YamlLines(IReadOnlyList<string> source) => _source = source;

    /// <summary>The texts of a file; null where it is no YAML, or holds none.</summary>
    public static IReadOnlyList<NumberedLine>? Read(FileText file)
    {
        var reader = new YamlLines(file.Lines);
        try
        {
            var parser = new SoundParser(new StringReader(file.Text), skipComments: false);
            while (parser.MoveNext())
            {
                reader.Take(parser.Current!);
                if (reader._open.Count > DeepestNesting)
                {
                    return null;
                }
            }
        }
        catch (YamlException)
        {
            return null;
        }

        return reader._lines.Count > 0 ? reader._lines : null;
    }

    private void Take(ParsingEvent current)
    {
        switch (current)
        {
            case MappingStart:
                Value();
                _open.Push((true, null));
                break;
            case SequenceStart:
                Value();
                _open.Push((false, null));
                break;
            case MappingEnd or SequenceEnd:
                _open.Pop();
                break;
            case Scalar scalar:
                TakeScalar(scalar);
                break;
            case AnchorAlias:
                Value();
                break;
            case Comment { IsInline: true } comment when _lines.Count > 0 && _lines[^1].Number == comment.Start.Line:
                _lines[^1] = _lines[^1] with { Text = $"{_lines[^1].Text} # {comment.Value}".TrimEnd() };
                break;
            default:
                break;
        }
    }

    private void TakeScalar(Scalar scalar)
    {
        if (_open.TryPeek(out (bool IsMapping, string? Key) parent) && parent is { IsMapping: true, Key: null })
        {
            _open.Pop();
            _open.Push((true, scalar.Value));
            return;
        }

        if (Value() is not { } key)
        {
            return;
        }

        int line = (int)scalar.Start.Line;
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            // The block ends where the next token begins, which may be lines further on: blank ones hold nothing.
            int last = Math.Min(_source.Count, (int)scalar.End.Line - (scalar.End.Column > 1 ? 0 : 1));
            for (int i = line + 1; i <= last; i++)
            {
                _lines.Add(new NumberedLine(i, _source[i - 1].TrimEnd()));
            }
        }
        else if (scalar.Style != ScalarStyle.Plain || !IsNoText(scalar.Value))
        {
            _lines.Add(new NumberedLine(line, $"{key}: \"{scalar.Value.Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\""));
        }
    }

    /// <summary>Notes that the open key of a mapping has its value now; the key, or null where there is none.</summary>
    private string? Value()
    {
        if (!_open.TryPeek(out (bool IsMapping, string? Key) parent) || !parent.IsMapping)
        {
            return null;
        }

        _open.Pop();

        // A key that is itself a mapping or a list has no name.
        _open.Push((true, parent.Key is null ? "" : null));
        return parent.Key;
    }

    private static bool IsNoText(string value) =>
        Words.Contains(value, StringComparer.OrdinalIgnoreCase)
        || double.TryParse(value.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
