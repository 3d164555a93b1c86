using System.Text;
using System.Text.RegularExpressions;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Docker;

/// <summary>What a <c>RUN</c> runs, as the script of a shell that it is.</summary>
internal static class RunScript
{
    private static readonly Regex Flags = new(@"^(?:\s|\\\r?\n|#[^\n]*\n|--[\w-]+(?:=\S*)?(?:\s|$))*", RegexOptions.NonBacktracking);

    /// <summary>Reads it, if a shell is what runs it: a list in brackets is run as it is.</summary>
    /// <param name="source">The file.</param>
    /// <param name="found">Where it goes.</param>
    /// <param name="at">Where the instruction begins.</param>
    /// <param name="word">How long its own word and what stands before it are.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="given">Variables that the file accounts for.</param>
    public static void Read(SourceText source, Extraction found, int at, int word, int end, IEnumerable<string> given)
    {
        if (Of(source, at, word, end) is { } run)
        {
            ExtractorCatalogue.Look(run, found);
            ShellExtractor.Read(run, found, given);
        }
    }

    /// <summary>The script, if a shell is what runs it.</summary>
    public static SourceText? Of(SourceText source, int at, int word, int end)
    {
        string instruction = source.Text[at..end];
        string rest = instruction[word..];
        int command = word + Flags.Match(rest).Length;
        if (command >= instruction.Length || instruction[command] == '[')
        {
            return null;
        }

        var script = new StringBuilder(instruction);
        int start = HereDocuments.Start(instruction[command..]) is { } body ? command + body : command;
        Blank(script, 0, start);
        if (start == command)
        {
            BlankComments(script, instruction, start);
        }
        else
        {
            Blank(script, instruction.LastIndexOf('\n') + 1, instruction.Length);
        }

        return source.Part(script.ToString(), source.LinesBefore(at), 0).As("bash", "dockerfile");
    }

    /// <summary>Lines of comments between joined ones are as if they were not there: they join as well.</summary>
    private static void BlankComments(StringBuilder script, string instruction, int from)
    {
        for (int line = instruction.IndexOf('\n', from) + 1; line > 0 && line < instruction.Length; line = instruction.IndexOf('\n', line) + 1)
        {
            int end = instruction.IndexOf('\n', line) is var found and >= 0 ? found : instruction.Length;
            if (instruction.AsSpan(line, end - line).TrimStart().StartsWith("#"))
            {
                Blank(script, line, end);
                script[end - 1] = end < instruction.Length ? '\\' : ' ';
            }
        }
    }

    private static void Blank(StringBuilder script, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            script[i] = script[i] is '\n' or '\r' ? script[i] : ' ';
        }
    }
}
