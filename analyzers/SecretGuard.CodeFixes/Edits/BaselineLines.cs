using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>
/// New lines in the text of a baseline. Its lines are sorted: each stands before the first that belongs behind it, so that two branches touch the same place
/// only where they speak of the same secret. What is there stays as it is, comments and damaged lines too.
/// </summary>
internal static class BaselineLines
{
    /// <summary>The text with these lines, each once.</summary>
    public static SourceText Add(SourceText text, IEnumerable<string> lines)
    {
        string lineBreak = new Layout(text).LineBreak;
        string[] known = [.. text.Lines.Select(line => line.ToString())];
        bool isClosed = known[known.Length - 1].Length == 0;
        return text.WithChanges(lines.Except(known, StringComparer.Ordinal).OrderBy(line => line, StringComparer.Ordinal).Select(line =>
        {
            int next = Array.FindIndex(known, other => string.CompareOrdinal(other, line) > 0);
            return next >= 0 ? new TextChange(new TextSpan(text.Lines[next].Start, 0), line + lineBreak)
                : new TextChange(new TextSpan(text.Length, 0), isClosed ? line + lineBreak : lineBreak + line);
        }));
    }
}
