using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>An excerpt taken apart for marking.</summary>
internal static class ExcerptParts
{
    /// <summary>What stands before the mask, the mask, what stands after it.</summary>
    public static (string Before, string Mask, string After) Parts(this Excerpt excerpt)
    {
        int start = Math.Clamp(excerpt.MarkStart, 0, excerpt.Text.Length);
        int end = Math.Clamp(start + excerpt.MarkLength, start, excerpt.Text.Length);
        return (excerpt.Text[..start], excerpt.Text[start..end], excerpt.Text[end..]);
    }
}
