using SecretGuard.References.Sources;

namespace SecretGuard.References.Docker;

/// <summary>An instruction of a file that an image is built from.</summary>
/// <param name="Name">In capitals: <c>RUN</c>. An empty text where a line is none.</param>
/// <param name="Text">All of it as it is written, joined lines and texts behind <c>&lt;&lt;</c> among it.</param>
/// <param name="At">Where it begins in the file.</param>
/// <param name="Word">Where what follows its name begins in its text.</param>
internal sealed record DockerInstruction(string Name, string Text, int At, int Word)
{
    /// <summary>The instructions of a file.</summary>
    public static IEnumerable<DockerInstruction> In(SourceText source)
    {
        string text = source.Text;
        for (int at = 0; at < text.Length;)
        {
            int end = HereDocuments.End(text, at, EndOfInstruction(text, at));
            string instruction = text[at..end];
            int start = instruction.Length - instruction.AsSpan().TrimStart().Length, word = start;
            while (word < instruction.Length && char.IsAsciiLetter(instruction[word]))
            {
                word++;
            }

            yield return new DockerInstruction(instruction[start..word].ToUpperInvariant(), instruction, at, word);
            at = end + 1;
        }
    }

    /// <summary>The end of the line, or of the last of those that a backslash joins.</summary>
    private static int EndOfInstruction(string text, int at)
    {
        for (bool joined = false; ; joined = true)
        {
            int end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            ReadOnlySpan<char> line = text.AsSpan(at, end - at).Trim();
            bool isComment = line.StartsWith("#"); // between joined lines it is as if it were not there
            if (end == text.Length || (isComment ? !joined : !line.EndsWith("\\")))
            {
                return end;
            }

            at = end + 1;
        }
    }
}
