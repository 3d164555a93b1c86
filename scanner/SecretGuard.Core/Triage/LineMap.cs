using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;

namespace SecretGuard.Triage;

/// <summary>Turns byte offsets of a content into lines and columns. Asked in ascending order it reads the text once.</summary>
internal sealed class LineMap(Content content)
{
    private readonly bool _singleByte = !IsUtf8(content);
    private int _line = 1;
    private int _lineStart;
    private int _scanned;

    // The column of an offset on the line: a long line with many secrets is counted once.
    private int _counted;
    private int _chars;

    /// <summary>1-based line and column of an offset, and where its line starts.</summary>
    public (int Line, int Column, int LineStart) Find(int offset)
    {
        if (offset < _scanned)
        {
            (_line, _lineStart, _scanned) = (1, 0, 0);
            (_counted, _chars) = (0, 0);
        }

        ReadOnlySpan<byte> text = new(content.Buffer, 0, content.Length);
        while (true)
        {
            int newline = text.Slice(_scanned, offset - _scanned).IndexOfAny((byte)'\n', (byte)'\r');
            if (newline < 0)
            {
                break;
            }

            int at = _scanned + newline;
            _scanned = at + 1;

            // CR LF is one line end.
            if (text[at] == '\r' && _scanned < text.Length && text[_scanned] == '\n')
            {
                if (_scanned >= offset)
                {
                    break;
                }

                _scanned++;
            }

            _line++;
            _lineStart = _scanned;
            (_counted, _chars) = (_scanned, 0);
        }

        _scanned = offset;
        _chars += CharCount(_counted, offset - _counted);
        _counted = offset;
        return (_line, 1 + _chars, _lineStart);
    }

    /// <summary>UTF-16 code units in a range of bytes.</summary>
    public int CharCount(int start, int length) => _singleByte ? length : Encoding.UTF8.GetCharCount(content.Buffer, start, length);

    /// <summary>The characters of a range of bytes.</summary>
    public string Text(int start, int length)
    {
        if (!_singleByte)
        {
            return Encoding.UTF8.GetString(content.Buffer, start, length);
        }

        var chars = new char[length];
        for (int i = 0; i < length; i++)
        {
            chars[i] = (char)content.Buffer[start + i];
        }

        return new string(chars);
    }

    private static bool IsUtf8(Content content)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(content.Buffer, 0, content.Length);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
