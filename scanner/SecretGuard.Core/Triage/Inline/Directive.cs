using System.Text;

namespace SecretGuard.Triage;

/// <summary>What follows <c>allow</c> in a suppression: <c>rule[,rule…] reason</c>.</summary>
internal static class Directive
{
    private const int LongestReason = 300;

    /// <summary>Reads rules and reason from a range of the text.</summary>
    public static InlineSuppression Parse(byte[] buffer, int marker, TextRange range)
    {
        string text = Decode(buffer, range);
        int start = 0;
        while (start < text.Length && IsBlank(text[start]))
        {
            start++;
        }

        int end = start;
        while (end < text.Length && !IsBlank(text[end]))
        {
            end++;
        }

        string rules = text.Substring(start, end - start).TrimEnd(':'); // "slug: why" is how people write
        string reason = text.Substring(end).Trim();
        return new InlineSuppression(InlineOrigin.Own, marker, rules.Length == 0 ? [] : rules.Split(','), reason.Length == 0 ? null : reason)
        {
            ReasonRange = range,
        };
    }

    /// <summary>The words in a range, cut to a length that a report can bear, or null where there are none.</summary>
    public static string? Words(byte[] buffer, TextRange range)
    {
        string text = Decode(buffer, range).Trim(' ', '\t', ':', '-', ',');
        return text.Length == 0 ? null : text;
    }

    private static string Decode(byte[] buffer, TextRange range)
    {
        string text = Encoding.UTF8.GetString(buffer, range.Start, Math.Min(LongestReason * 2, range.End - range.Start));
        var clean = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            // Control characters would let a scanned file write to the reader's terminal.
            clean.Append(char.IsControl(c) ? ' ' : c);
        }

        return clean.ToString(0, Math.Min(clean.Length, LongestReason));
    }

    private static bool IsBlank(char c) => c is ' ' or '\t';
}
