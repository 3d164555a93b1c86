using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Triage;

/// <summary>
/// The text of a content with every secret in it masked: what was reported at any confidence, and what looks like one besides. Looks only at the range
/// that is asked for, and at a little before it.
/// </summary>
internal sealed class MaskedText
{
    /// <summary>Bytes before a range in which the name of a value, or its beginning, may stand.</summary>
    private const int LookBehind = 256;

    /// <summary>Bytes behind a range that are read with it, for the next.</summary>
    private const int LookAhead = 2048;

    private readonly Content _content;
    private readonly LineMap _lines;
    private readonly List<(int Start, int End)> _ranges = [];
    private List<(int Start, int End)> _read = [];
    private int _readLine = -1;
    private int _readStart;
    private int _readEnd;

    /// <summary><paramref name="masked"/> is sorted by start; what overlaps becomes one range, so that the ends are sorted too.</summary>
    public MaskedText(Content content, LineMap lines, IReadOnlyList<Match> masked)
    {
        _content = content;
        _lines = lines;
        foreach (Match match in masked)
        {
            int last = _ranges.Count - 1;
            if (last >= 0 && match.Start < _ranges[last].End)
            {
                _ranges[last] = (_ranges[last].Start, Math.Max(_ranges[last].End, match.End));
            }
            else
            {
                _ranges.Add((match.Start, match.End));
            }
        }
    }

    /// <summary>Ranges that were looked at since the start: what a test counts.</summary>
    public long Steps { get; private set; }

    /// <summary>The characters from one byte offset to another of one line, masked and harmless to a terminal.</summary>
    public string Text(int start, int end, int lineStart) => Render(start, end, Hidden(start, end, lineStart));

    /// <summary>The same of what stands before and behind a match, from one offset to another.</summary>
    public (string Before, string After) Around(Match match, int start, int end, int lineStart)
    {
        List<(int Start, int End)> hidden = Hidden(start, end, lineStart);
        return (Render(start, match.Start, hidden), match.End >= end ? "" : Render(match.End, end, hidden));
    }

    private string Render(int start, int end, List<(int Start, int End)> hidden)
    {
        var text = new StringBuilder();
        int at = start;
        foreach ((int from, int to) in hidden)
        {
            if (to > at && from < end)
            {
                bool goesOn = at > start && from <= at;
                text.Append(_lines.Text(at, Math.Max(0, from - at))).Append(goesOn ? "" : Redaction.Mask);
                at = Math.Min(end, to);
            }
        }

        text.Append(_lines.Text(at, end - at));
        for (int i = 0; i < text.Length; i++)
        {
            // Control characters would let a scanned file write to the reader's terminal.
            text[i] = char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? ' ' : text[i];
        }

        return text.ToString();
    }

    /// <summary>What is masked of a range at least. Findings on one long line share what was read of it.</summary>
    private List<(int Start, int End)> Hidden(int start, int end, int lineStart)
    {
        int first = Math.Max(lineStart, start - LookBehind);
        if (lineStart != _readLine || first < _readStart || end > _readEnd)
        {
            int ahead = Math.Min(_content.Length, end + LookAhead), newline = new ReadOnlySpan<byte>(_content.Buffer, end, ahead - end).IndexOfAny((byte)'\n', (byte)'\r');
            (_readLine, _readStart, _readEnd) = (lineStart, first, newline < 0 ? ahead : end + newline);
            _read = Read(first, _readEnd);
        }

        return _read;
    }

    /// <summary>What is masked of a range, sorted by start: what was seen, what looks like a secret, and where one of these values stands once more.</summary>
    private List<(int Start, int End)> Read(int first, int end)
    {
        var hidden = new List<(int Start, int End)>();
        ReadOnlySpan<byte> text = new(_content.Buffer, 0, _content.Length);
        for (int i = FirstEndingBehind(first); i < _ranges.Count && _ranges[i].Start < end; i++)
        {
            Steps++;
            hidden.Add(_ranges[i]);
        }

        UnreportedSecrets.Find(text, first, end, hidden);
        int count = hidden.Count;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> value = text.Slice(hidden[i].Start, hidden[i].End - hidden[i].Start);
            bool known = false;
            for (int j = 0; j < i && !known; j++)
            {
                known = value.SequenceEqual(text.Slice(hidden[j].Start, hidden[j].End - hidden[j].Start));
            }

            if (!known)
            {
                UnreportedSecrets.FindRepeats(text.Slice(0, end), first, value, hidden);
            }
        }

        hidden.Sort();
        return hidden;
    }

    private int FirstEndingBehind(int offset)
    {
        int low = 0, high = _ranges.Count;
        while (low < high)
        {
            Steps++;
            int middle = (low + high) / 2;
            (low, high) = _ranges[middle].End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
