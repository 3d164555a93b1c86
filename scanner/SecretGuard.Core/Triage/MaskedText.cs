using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Triage;

/// <summary>The text of a content with every secret in it masked. Looks up only the secrets of the range that is asked for.</summary>
internal sealed class MaskedText
{
    private readonly LineMap _lines;
    private readonly List<(int Start, int End)> _ranges = [];

    /// <summary><paramref name="masked"/> is sorted by start; what overlaps becomes one range, so that the ends are sorted too.</summary>
    public MaskedText(LineMap lines, IReadOnlyList<Match> masked)
    {
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

    /// <summary>The characters from one byte offset to another, masked, on one line and harmless to a terminal.</summary>
    public string Text(int start, int end)
    {
        var text = new StringBuilder();
        int at = start;
        for (int i = FirstEndingBehind(start); i < _ranges.Count && _ranges[i].Start < end; i++)
        {
            Steps++;
            text.Append(_lines.Text(at, Math.Max(0, _ranges[i].Start - at))).Append(Redaction.Mask);
            at = Math.Min(end, _ranges[i].End);
        }

        text.Append(_lines.Text(at, end - at));
        for (int i = 0; i < text.Length; i++)
        {
            // Control characters would let a scanned file write to the reader's terminal.
            text[i] = char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? ' ' : text[i];
        }

        return text.ToString();
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
