using System.Buffers;
using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Cli.Verifying;

/// <summary>Where the places of references are in the bytes of a content.</summary>
internal sealed class TextOffsets
{
    private readonly Content _content;
    private readonly List<int> _lines = [0];

    public TextOffsets(Content content)
    {
        _content = content;
        for (int i = 0; i < content.Length; i++)
        {
            if (content.Buffer[i] == '\n')
            {
                _lines.Add(i + 1);
            }
        }
    }

    /// <summary>The byte at which a column begins; both count from 1, columns in UTF-16 units. What lies behind the end is the end.</summary>
    public int Of(int line, int column)
    {
        if (line < 1 || line > _lines.Count)
        {
            return _content.Length;
        }

        int at = _lines[line - 1], end = line < _lines.Count ? _lines[line] - 1 : _content.Length;
        ReadOnlySpan<byte> text = _content.Buffer.AsSpan(0, _content.Length);
        for (int units = 1; at < end && units < column;)
        {
            bool isRune = Rune.DecodeFromUtf8(text[at..], out Rune rune, out int length) == OperationStatus.Done && _content.Encoding != ContentEncoding.Latin1;
            (units, at) = isRune ? (units + rune.Utf16SequenceLength, at + length) : (units + 1, at + 1);
        }

        return at;
    }
}
