using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Git;

/// <summary>
/// The lines of a text that another version of it lacks. A line is new where the other version has no line of the same characters left for it: what was moved
/// is not new, a second copy is, and how lines end does not count. Takes time in proportion to the texts, whatever they are.
/// </summary>
public sealed class AddedLines
{
    private readonly List<Range> _ranges = [];

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>Compares two versions of a text.</summary>
    /// <param name="before">The older one; null where there is none. One that is no text has no lines.</param>
    /// <param name="after">The newer one; one that is no text is new as a whole, as one line.</param>
    public static AddedLines Between(Content? before, Content after)
    {
        var added = new AddedLines();
        string old = before is null || before.IsBinary ? "" : Characters(before), text = Characters(after);
        if (after.IsBinary)
        {
            added.Add(new Line(1, 0, text.Length, text.Length));
            return added;
        }

        if (old.Length == 0)
        {
            foreach (Line line in Lines(text))
            {
                added.Add(line);
            }

            return added;
        }

        added.Compare(old, text);
        return added;
    }

    /// <summary>Whether a range of bytes of the newer text lies on an added line, or a part of it does.</summary>
    /// <param name="start">Its first byte.</param>
    /// <param name="end">The byte after its last.</param>
    public bool Touch(int start, int end)
    {
        int first = First(range => range.End > start);
        return first < _ranges.Count && _ranges[first].Start < end;
    }

    /// <summary>Whether a line, counted from 1, is added.</summary>
    public bool Has(int line)
    {
        int first = First(range => range.LastLine >= line);
        return first < _ranges.Count && _ranges[first].FirstLine <= line;
    }

    /// <summary>The first range of which something holds that holds of all behind it too.</summary>
    private int First(Predicate<Range> holds)
    {
        int low = 0, high = _ranges.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = holds(_ranges[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private void Compare(string old, string text)
    {
        // Most changes leave what is before and behind them: only what lies between is compared line by line.
        int start = CommonStart(old, text);
        int end = CommonEnd(old.AsSpan(start), text.AsSpan(start));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Line line in Lines(old.AsSpan(start, old.Length - start - end)))
        {
            string characters = old.Substring(start + line.Start, line.Length);
            counts[characters] = counts.TryGetValue(characters, out int count) ? count + 1 : 1;
        }

        int before = LineCount(text.AsSpan(0, start));
        foreach (Line line in Lines(text.AsSpan(start, text.Length - start - end)))
        {
            string characters = counts.Count == 0 ? "" : text.Substring(start + line.Start, line.Length);
            if (counts.TryGetValue(characters, out int count) && count > 0)
            {
                counts[characters] = count - 1;
            }
            else
            {
                Add(line with { Number = before + line.Number, Start = start + line.Start, End = start + line.End });
            }
        }
    }

    private void Add(Line line)
    {
        Count++;
        if (_ranges.Count > 0 && _ranges[^1].End == line.Start)
        {
            _ranges[^1] = _ranges[^1] with { End = line.End, LastLine = line.Number };
        }
        else
        {
            _ranges.Add(new Range(line.Start, line.End, line.Number, line.Number));
        }
    }

    /// <summary>One character a byte: what is compared are bytes.</summary>
    private static string Characters(Content content) => Encoding.Latin1.GetString(content.Buffer, 0, content.Length);

    /// <summary>The length of the whole lines that both begin with.</summary>
    private static int CommonStart(ReadOnlySpan<char> old, ReadOnlySpan<char> text)
    {
        int common = old.CommonPrefixLength(text);
        return old[..common].LastIndexOf('\n') + 1;
    }

    /// <summary>The length of the whole lines that both end with.</summary>
    private static int CommonEnd(ReadOnlySpan<char> old, ReadOnlySpan<char> text)
    {
        int most = Math.Min(old.Length, text.Length), common = 0;
        while (common < most && old[old.Length - 1 - common] == text[text.Length - 1 - common])
        {
            common++;
        }

        ReadOnlySpan<char> end = text[(text.Length - common)..];
        bool isWhole = common == most && (common == text.Length || text[text.Length - 1 - common] == '\n') && (common == old.Length || old[old.Length - 1 - common] == '\n');
        return isWhole ? common : end.IndexOf('\n') is >= 0 and var first ? common - first - 1 : 0;
    }

    private static int LineCount(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (Line _ in Lines(text))
        {
            count++;
        }

        return count;
    }

    private static LineEnumerator Lines(ReadOnlySpan<char> text) => new(text);

    private sealed record Range(int Start, int End, int FirstLine, int LastLine);

    /// <summary>One line.</summary>
    /// <param name="Number">Counted from 1.</param>
    /// <param name="Start">Its first character.</param>
    /// <param name="Length">Without its end.</param>
    /// <param name="End">The character after its end.</param>
    private readonly record struct Line(int Number, int Start, int Length, int End);

    /// <summary>Goes over the lines of a text; they end with LF, CR LF or CR, as where findings are placed.</summary>
    private ref struct LineEnumerator(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;

        public Line Current { get; private set; }

        public readonly LineEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            int start = Current.End;
            if (start == _text.Length)
            {
                return false;
            }

            int length = _text[start..].IndexOfAny('\n', '\r');
            int end = length < 0 ? _text.Length : start + length + 1;
            end += length >= 0 && _text[end - 1] == '\r' && end < _text.Length && _text[end] == '\n' ? 1 : 0;
            Current = new Line(Current.Number + 1, start, length < 0 ? _text.Length - start : length, end);
            return true;
        }
    }
}
