namespace SecretGuard.Detection.KeyMaterial;

/// <summary>
/// Collects the base64 digits of a key however they are wrapped: over lines with indentation, in strings with escapes (of JSON, C,
/// URLs, HTML), in string concatenations, behind comment or diff marks. Reads on until the END line, or until a byte that
/// no wrapping explains. One pass, at most <see cref="MaxText"/> bytes.
/// </summary>
internal ref struct ArmorReader
{
    /// <summary>Bytes of text that one key may take.</summary>
    public const int MaxText = 64 * 1024;

    private const int MaxGlue = 120; // bytes between the strings of a concatenation
    private const int MaxHeaderName = 24;

    private readonly ReadOnlySpan<byte> _text;
    private readonly ReadOnlySpan<byte> _linePrefix;
    private readonly bool _armored;
    private readonly int _mostDigits;
    private byte[] _digits;
    private int _lineDigits; // digits collected before this line: a header takes them back to here
    private int _glueStart; // -1 inside a string or where nothing is quoted
    private bool _padded;

    private ArmorReader(ReadOnlySpan<byte> text, int start, ReadOnlySpan<byte> linePrefix, bool armored, int mostDigits)
    {
        _text = text.Slice(0, (int)Math.Min(text.Length, (long)start + MaxText));
        _linePrefix = linePrefix;
        _armored = armored;
        _mostDigits = mostDigits;
        _digits = [];
        _glueStart = -1;
        End = start;
    }

    /// <summary>Digits collected.</summary>
    public int Count { get; private set; }

    /// <summary>The byte after the last that belongs to the key, the END line included.</summary>
    public int End { get; private set; }

    /// <summary>Whether the END line was there.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether a header such as <c>Proc-Type: 4,ENCRYPTED</c> was among the lines.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>The digits.</summary>
    public readonly ReadOnlySpan<byte> Digits => new(_digits, 0, Count);

    /// <summary>The byte that stopped the reading, or 0.</summary>
    public readonly byte StoppedBy => !IsClosed && End < _text.Length ? _text[End] : (byte)0;

    /// <summary>Reads what follows a BEGIN line. <paramref name="linePrefix"/> is what stands before BEGIN on its line: comment or diff marks that every line repeats.</summary>
    public static ArmorReader ReadArmored(ReadOnlySpan<byte> text, int start, ReadOnlySpan<byte> linePrefix)
    {
        var reader = new ArmorReader(text, start, linePrefix, armored: true, MaxText);
        reader.Read();
        return reader;
    }

    /// <summary>Reads bare base64 up to its padding, or up to <paramref name="mostDigits"/> digits.</summary>
    public static ArmorReader ReadBare(ReadOnlySpan<byte> text, int start, int mostDigits)
    {
        var reader = new ArmorReader(text, start, default, armored: false, mostDigits);
        reader.Read();
        return reader;
    }

    private void Read()
    {
        while (End < _text.Length && Count < _mostDigits && !IsClosed && (_glueStart < 0 ? Step(_text[End]) : StepGlue(_text[End])))
        {
        }
    }

    private bool Step(byte value)
    {
        if (Base64Text.IsDigit(value))
        {
            return Append(value, 1);
        }

        switch (value)
        {
            case (byte)' ' or (byte)'\t':
                End++;
                return _armored || Count == _lineDigits; // indentation, but no words after bare base64
            case (byte)'\n' or (byte)'\r':
                return NewLine(1);
            case (byte)'\\' or (byte)'&' or (byte)'%' or (byte)'<' or (byte)'`' when TextEscape.TryRead(_text.Slice(End), out byte meant, out int length):
                return Meaning(meant, length);
            case (byte)'"' or (byte)'\'' or (byte)'`':
                _glueStart = End++;
                return true;
            case (byte)'=':
                _padded = true;
                End++;
                return _armored;
            case (byte)':':
                return _armored && SkipHeader();
            case (byte)'-':
                return _armored && Dash();
            default:
                return false;
        }
    }

    /// <summary>Between two strings of a concatenation anything may stand, if it is short.</summary>
    private bool StepGlue(byte value)
    {
        if (value is (byte)'"' or (byte)'\'' or (byte)'`')
        {
            _glueStart = -1;
            End++;
            return true;
        }

        if (value == '-' && _text.Slice(End).StartsWith("----"u8))
        {
            return _armored && Dash();
        }

        End++;
        return End - _glueStart <= MaxGlue;
    }

    private bool Meaning(byte meant, int length) => meant switch
    {
        (byte)'\n' => NewLine(length),
        (byte)'"' or (byte)' ' => Skip(length),
        (byte)'=' => _armored && Skip(length),
        _ => Base64Text.IsDigit(meant) && Append(meant, length),
    };

    private bool Skip(int length)
    {
        End += length;
        return true;
    }

    private bool Append(byte digit, int length)
    {
        End += length;
        if (_padded)
        {
            return true; // the checksum line of OpenPGP
        }

        if (Count == _digits.Length)
        {
            Array.Resize(ref _digits, Math.Max(256, Count * 2));
        }

        _digits[Count++] = digit;
        return true;
    }

    private bool NewLine(int length)
    {
        End += length;
        _lineDigits = Count;
        if (!_linePrefix.IsEmpty && _text.Slice(End).StartsWith(_linePrefix))
        {
            End += _linePrefix.Length;
        }

        return true;
    }

    /// <summary>What was collected on this line was the name of a header (RFC 1421, RFC 4880): drop it and the rest of the line.</summary>
    private bool SkipHeader()
    {
        if (Count == _lineDigits || Count - _lineDigits > MaxHeaderName)
        {
            return false;
        }

        Count = _lineDigits;
        int start = End;
        int length = _text.Slice(start).IndexOfAny((byte)'\n', (byte)'\\', (byte)'"');
        int dashes = _text.Slice(start, length < 0 ? _text.Length - start : length).IndexOf("-----"u8);
        End += dashes >= 0 ? dashes : length >= 0 ? length : _text.Length - start;
        IsEncrypted |= _text.Slice(start, Math.Min(40, End - start)).IndexOf("ENCRYPTED"u8) >= 0;
        return true;
    }

    /// <summary>A single hyphen is part of a header's name; four and more are an END line, or another key's BEGIN.</summary>
    private bool Dash()
    {
        ReadOnlySpan<byte> rest = _text.Slice(End);
        if (!rest.StartsWith("----"u8))
        {
            End++;
            return true;
        }

        int labelStart = 4;
        while (labelStart < rest.Length && labelStart < 24 && rest[labelStart] is (byte)'-' or (byte)' ')
        {
            labelStart++;
        }

        ReadOnlySpan<byte> label = rest.Slice(labelStart);
        if (!label.StartsWith("END"u8))
        {
            return false;
        }

        int dashes = label.Slice(0, Math.Min(80, label.Length)).IndexOf("----"u8);
        End += labelStart + (dashes < 0 ? 3 : dashes + (dashes + 4 < label.Length && label[dashes + 4] == '-' ? 5 : 4));
        IsClosed = true;
        return true;
    }
}
