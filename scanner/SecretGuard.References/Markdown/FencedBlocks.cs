using System.Buffers;
using System.Text;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Markdown;

/// <summary>The fenced blocks of a document, as CommonMark has them, in quotations and lists as well. One that is never closed ends with the document.</summary>
internal static class FencedBlocks
{
    private static readonly SearchValues<char> EndsOfLanguage = SearchValues.Create(" ,:{}\t");
    private static readonly SearchValues<char> NoPath = SearchValues.Create(" \t:*?\"<>|");
    private static readonly string[] CommentSigns = ["<!--", "//", "--", "#", ";"];
    private static readonly string[] Labels = ["filename:", "file:", "path:"];

    /// <summary>The blocks in their order.</summary>
    public static IEnumerable<SourceText> In(SourceText source)
    {
        string[] lines = source.Text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (FenceLine.Read(lines[i].AsSpan().TrimEnd('\r')) is not { } fence)
            {
                continue;
            }

            int first = i + 1;
            var text = new StringBuilder();
            var columns = new List<int>();
            for (i = first; i < lines.Length; i++)
            {
                int before = fence.Before(lines[i]);
                ReadOnlySpan<char> own = lines[i].AsSpan(before);
                if (fence.IsClosedBy(own))
                {
                    break;
                }

                columns.Add(before);
                text.Append(own).Append('\n');
            }

            if (columns.Count > 0)
            {
                yield return source.Block(text.ToString(), first, columns, Language(fence.Info), PathIn(lines[first].AsSpan(columns[0]).Trim().ToString()));
            }
        }
    }

    /// <summary>The first word of what stands behind the fence: <c>yaml</c> of <c>yaml title="a"</c>, of <c>{.yaml}</c> and of <c>yaml:a.yaml</c>.</summary>
    private static string? Language(string info)
    {
        ReadOnlySpan<char> word = info.AsSpan().TrimStart("{. ");
        int end = word.IndexOfAny(EndsOfLanguage);
        word = end < 0 ? word : word[..end];
        return word.IsEmpty ? null : word.ToString().ToLowerInvariant();
    }

    /// <summary>The path in a comment that has nothing else: <c># deploy/app.yaml</c>. It must look like one: a name with an end, or a folder before it.</summary>
    private static string PathIn(string line)
    {
        ReadOnlySpan<char> text = line;
        string? sign = Array.Find(CommentSigns, sign => line.StartsWith(sign, StringComparison.Ordinal));
        if (sign is null)
        {
            return "";
        }

        text = text[sign.Length..].TrimStart('#').Trim();
        text = text.EndsWith("-->", StringComparison.Ordinal) ? text[..^3].Trim() : text;
        foreach (string label in Labels)
        {
            text = text.StartsWith(label, StringComparison.OrdinalIgnoreCase) ? text[label.Length..].Trim() : text;
        }

        ReadOnlySpan<char> name = text[(text.LastIndexOf('/') + 1)..];
        bool isPath = !text.ContainsAny(NoPath) && (name.TrimEnd('.').Contains('.') || name is "Dockerfile" or "Makefile");
        return isPath ? text.ToString() : "";
    }
}
