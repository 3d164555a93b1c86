using System.Text.RegularExpressions;

namespace SecretGuard.References.Docker;

/// <summary>Texts behind <c>&lt;&lt;END</c>, which belong to the instruction before them.</summary>
internal static class HereDocuments
{
    private static readonly Regex Opening = new("""<<-?\s*["']?(?<end>[A-Za-z_]\w*)""", RegexOptions.NonBacktracking);

    /// <summary>Where an instruction ends, with the texts that it opens. Only <c>RUN</c>, <c>COPY</c> and <c>ADD</c> have them.</summary>
    /// <param name="text">The file.</param>
    /// <param name="at">Where the instruction begins.</param>
    /// <param name="end">Where it would end without.</param>
    public static int End(string text, int at, int end)
    {
        ReadOnlySpan<char> instruction = text.AsSpan(at, end - at).TrimStart();
        if (!instruction.StartsWith("RUN", StringComparison.OrdinalIgnoreCase) && !instruction.StartsWith("COPY", StringComparison.OrdinalIgnoreCase) && !instruction.StartsWith("ADD", StringComparison.OrdinalIgnoreCase))
        {
            return end;
        }

        foreach (string word in Opening.Matches(text[at..end]).Select(match => match.Groups["end"].Value))
        {
            for (bool closed = false; !closed && end < text.Length;)
            {
                int line = end + 1;
                end = line < text.Length && text.IndexOf('\n', line) is var found and >= 0 ? found : text.Length;
                closed = line <= end && text.AsSpan(line, end - line).Trim().SequenceEqual(word);
            }
        }

        return end;
    }

    /// <summary>The texts that an instruction opens: where each stands in it, and whether the build fills in variables.</summary>
    public static IEnumerable<(int Start, int End, bool IsFilled)> In(string instruction)
    {
        int first = instruction.IndexOf('\n', StringComparison.Ordinal);
        int at = first + 1;
        foreach (Match opening in Opening.Matches(instruction[..Math.Max(0, first)]))
        {
            int start = at, end = start;
            for (bool isClosed = false; !isClosed && at < instruction.Length;)
            {
                int line = at;
                end = line;
                at = instruction.IndexOf('\n', line) is var found and >= 0 ? found + 1 : instruction.Length;
                isClosed = instruction.AsSpan(line, at - line).Trim().SequenceEqual(opening.Groups["end"].Value);
            }

            yield return (start, end, !opening.Value.AsSpan().ContainsAny('"', '\''));
        }
    }

    /// <summary>Where the text of an instruction that is nothing else begins: behind the line of <c>RUN &lt;&lt;END</c>. Null where it is a command.</summary>
    /// <param name="command">The command, and all that belongs to it.</param>
    public static int? Start(string command)
    {
        int word = command.Length - command.AsSpan().TrimStart().Length;
        Match opening = Opening.Match(command, word);
        int line = command.IndexOf('\n', StringComparison.Ordinal);
        return opening.Success && opening.Index == word && line > 0 && string.IsNullOrWhiteSpace(command[(opening.Index + opening.Length)..line].Trim('"', '\'')) ? line + 1 : null;
    }
}
