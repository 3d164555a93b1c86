namespace SecretGuard.Detection.KeyMaterial;

/// <summary>Reads the members of one JSON object (RFC 8259) at its top level; what is nested is skipped. Tolerant of what follows the object.</summary>
internal ref struct JsonMembers
{
    private readonly ReadOnlySpan<byte> _json;
    private int _at;

    public JsonMembers(ReadOnlySpan<byte> json)
    {
        _json = json;
        SkipSpace();
        IsValid = _at < json.Length && json[_at] == '{';
        _at++;
    }

    /// <summary>The name of the current member, escapes and all.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The value of the current member: a string without its quotes, everything else as written.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Whether everything read so far was JSON; after the last member, whether the object was whole.</summary>
    public bool IsValid { get; private set; }

    /// <summary>Goes to the next member.</summary>
    public bool MoveNext()
    {
        SkipSpace();
        if (!IsValid || (_at < _json.Length && _json[_at] == '}'))
        {
            return false;
        }

        if (!TryReadString(out ReadOnlySpan<byte> name) || !TryReadByte((byte)':') || !TryReadValue(out ReadOnlySpan<byte> value))
        {
            IsValid = false;
            return false;
        }

        Name = name;
        Value = value;
        SkipSpace();
        if (_at >= _json.Length || _json[_at] is not ((byte)',' or (byte)'}'))
        {
            IsValid = false;
            return false;
        }

        _at += _json[_at] == ',' ? 1 : 0;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
        {
            _at++;
        }
    }

    private bool TryReadByte(byte expected)
    {
        SkipSpace();
        return _at < _json.Length && _json[_at++] == expected;
    }

    private bool TryReadString(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!TryReadByte((byte)'"'))
        {
            return false;
        }

        int start = _at;
        for (; _at < _json.Length; _at++)
        {
            switch (_json[_at])
            {
                case (byte)'\\':
                    _at++;
                    break;
                case (byte)'"':
                    value = _json.Slice(start, _at++ - start);
                    return true;
                case < 0x20:
                    return false;
            }
        }

        return false;
    }

    private bool TryReadValue(out ReadOnlySpan<byte> value)
    {
        SkipSpace();
        value = default;
        if (_at < _json.Length && _json[_at] == '"')
        {
            return TryReadString(out value);
        }

        int start = _at, depth = 0;
        while (_at < _json.Length)
        {
            switch (_json[_at])
            {
                case (byte)'"':
                    if (depth == 0 || !TryReadString(out _))
                    {
                        return false;
                    }

                    continue;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']' or (byte)',' when depth == 0:
                    value = _json.Slice(start, _at - start);
                    return _at > start;
                case (byte)'}' or (byte)']':
                    depth--;
                    break;
                case < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r'):
                    return false;
            }

            _at++;
        }

        return false;
    }
}
