using SecretGuard.Detection;

namespace SecretGuard.Triage;

/// <summary>
/// Reads suppressions where JSON has no comments: a member <c>"//secretguard": "allow rule reason"</c>, or
/// <c>"$comment": "secretguard:allow rule reason"</c>. It accepts what stands in the same object, not in objects inside it.
/// One pass; JSON with comments is understood, broken JSON gives what can be told.
/// </summary>
internal sealed class JsonMarkers(Content content, List<InlineSuppression> found)
{
    private static readonly byte[] OwnKey = "//secretguard"u8.ToArray();
    private static readonly byte[] CommentKey = "$comment"u8.ToArray();
    private static readonly byte[] Prefix = "secretguard:"u8.ToArray();
    private static readonly byte[] Allow = "allow "u8.ToArray();

    private readonly Stack<OpenObject> _open = new();
    private TextRange _lastString;
    private TextRange _key;

    private ReadOnlySpan<byte> Text => new(content.Buffer, 0, content.Length);

    public static void Read(Content content, List<InlineSuppression> found)
    {
        ReadOnlySpan<byte> text = new(content.Buffer, 0, content.Length);
        if (text.IndexOf(OwnKey) >= 0 || (text.IndexOf(CommentKey) >= 0 && text.IndexOf(Prefix) >= 0))
        {
            new JsonMarkers(content, found).Walk();
        }
    }

    private void Walk()
    {
        ReadOnlySpan<byte> text = Text;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'"':
                    i = ReadString(text, i);
                    break;
                case (byte)':':
                    _key = _lastString;
                    break;
                case (byte)',' or (byte)'[':
                    _key = default;
                    break;
                case (byte)'{':
                    _open.Push(new OpenObject(i));
                    _key = default;
                    break;
                case (byte)'}' when _open.Count > 0:
                    Close(i);
                    break;
                case (byte)'/' when i + 1 < text.Length && text[i + 1] == '/':
                    i = TextLines.At(text, i).End - 1;
                    break;
                case (byte)'/' when i + 1 < text.Length && text[i + 1] == '*':
                    int end = text.Slice(i + 2).IndexOf("*/"u8);
                    i = end < 0 ? text.Length : i + 2 + end + 1;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Reads the string that opens at a quote, and returns where it closes.</summary>
    private int ReadString(ReadOnlySpan<byte> text, int quote)
    {
        int end = quote + 1;
        while (end < text.Length && text[end] is not ((byte)'"' or (byte)'\n'))
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        _lastString = new TextRange(quote + 1, Math.Min(end, text.Length));
        if (_key.End > 0 && _open.Count > 0)
        {
            ReadMember(text);
        }

        return end;
    }

    private void ReadMember(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> key = text.Slice(_key.Start, _key.End - _key.Start);
        ReadOnlySpan<byte> value = text.Slice(_lastString.Start, _lastString.End - _lastString.Start);
        bool prefixed = value.StartsWith(Prefix);
        ReadOnlySpan<byte> directive = prefixed ? value.Slice(Prefix.Length) : value;
        if ((key.SequenceEqual(OwnKey) || (prefixed && key.SequenceEqual(CommentKey))) && directive.StartsWith(Allow))
        {
            InlineSuppression suppression = Directive.Parse(content.Buffer, _lastString.Start, new TextRange(_lastString.End - directive.Length + Allow.Length, _lastString.End));
            found.Add(suppression);
            _open.Peek().Suppressions.Add(suppression);
        }

        _key = default;
    }

    private void Close(int at)
    {
        OpenObject closed = _open.Pop();
        if (closed.Suppressions.Count > 0)
        {
            closed.Ranges.Add(new TextRange(closed.From, at + 1));
            foreach (InlineSuppression suppression in closed.Suppressions)
            {
                suppression.Ranges = closed.Ranges;
            }
        }

        if (_open.Count > 0)
        {
            OpenObject outer = _open.Peek();
            outer.Ranges.Add(new TextRange(outer.From, closed.Start));
            outer.From = at + 1;
        }
    }

    private sealed class OpenObject(int start)
    {
        public int Start { get; } = start;

        /// <summary>Where the part after the last inner object begins.</summary>
        public int From { get; set; } = start;

        public List<TextRange> Ranges { get; } = [];

        public List<InlineSuppression> Suppressions { get; } = [];
    }
}
