namespace SecretGuard.Git.History;

/// <summary>What commits and tags are made of: lines of a key and a value, an empty line, and a message. A line that begins with a blank continues the one before.</summary>
internal readonly ref struct HeaderedText(ReadOnlySpan<byte> content)
{
    private readonly ReadOnlySpan<byte> _headers = content.IndexOf("\n\n"u8) is >= 0 and var end ? content[..(end + 1)] : content;

    public ReadOnlySpan<byte> Message { get; } = content.IndexOf("\n\n"u8) is >= 0 and var end ? content[(end + 2)..] : default;

    /// <summary>The value of the first line of a key, without what continues it; empty where there is none.</summary>
    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> key)
    {
        ReadOnlySpan<byte> rest = _headers;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
            if (line.Length > key.Length && line[key.Length] == ' ' && line.StartsWith(key))
            {
                return line[(key.Length + 1)..];
            }

            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return default;
    }

    /// <summary>The id that is a key's value; the default where there is none.</summary>
    public ObjectId Id(ReadOnlySpan<byte> key) => ObjectId.TryParse(Value(key), out ObjectId id) ? id : default;
}
