using SecretGuard.Detection;

namespace SecretGuard.Triage;

/// <summary>Where the places of references are in the bytes of a content.</summary>
public sealed class TextOffsets
{
    private readonly Content _content;
    private readonly List<int> _lines = [0];

    /// <summary>Reads where the lines begin.</summary>
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
        for (int units = 1; at < end && units < column;)
        {
            int length = _content.Encoding == ContentEncoding.Latin1 ? 1 : LengthAt(_content.Buffer.AsSpan(at, end - at));
            (units, at) = (units + (length == 4 ? 2 : 1), at + length);
        }

        return at;
    }

    /// <summary>The bytes of a character of UTF-8; 1 where it is none.</summary>
    private static int LengthAt(ReadOnlySpan<byte> text)
    {
        int length = text[0] switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 1 };
        for (int i = 1; i < length; i++)
        {
            if (i >= text.Length || text[i] is < 0x80 or > 0xBF)
            {
                return 1;
            }
        }

        return length;
    }
}
