using System.Globalization;
using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.References.Markdown;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>Lines of a file that the prose of a document names: <c>src/a.cs:1-45</c>, <c>a.cs#L10-L20</c>, <c>`a.cs` (lines 10-20)</c>.</summary>
/// <param name="File">The file as the document writes it.</param>
/// <param name="Last">The last of the lines, 1-based.</param>
/// <param name="Location">Where it is named.</param>
internal sealed record NamedLines(string File, int Last, Location Location)
{
    /// <summary>A path with an end, then its lines in one of the usual forms. A number that goes on as a version or an address does is none.</summary>
    private static readonly Regex Form = new(
        """(?<file>(?:\.{0,2}/)?(?:[\w.@-]+/)*[\w@-][\w.@-]*\.[A-Za-z]\w*)(?:#L(?<first>\d+)(?:C\d+)?(?:-L?(?<last>\d+))?|:(?<first>\d+)(?:[-–](?<last>\d+))?|`?\)?,? ?\(?(?:lines?|Lines?|ll?\.) ?(?<first>\d+)(?: ?(?:[-–]|to) ?(?<last>\d+))?)(?<after>.?)""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>The lines that a document names outside of its blocks of code, which show what somebody printed.</summary>
    public static IEnumerable<NamedLines> In(SourceText document)
    {
        string[] lines = document.Text.Split('\n');
        int number = 0;
        foreach (bool isFenced in FencedLines.In(lines))
        {
            string line = lines[number++];
            foreach (Match match in Form.Matches(isFenced ? "" : line))
            {
                Group file = match.Groups["file"], after = match.Groups["after"];
                if ((file.Index == 0 || !GoesOn(line[file.Index - 1])) && !(after.Value is [var c] && (char.IsLetterOrDigit(c) || c is '/' or '_'))
                    && Number(match.Groups["first"]) is { } first && (!match.Groups["last"].Success || Number(match.Groups["last"]) is not null))
                {
                    int end = after.Index - file.Index;
                    yield return new NamedLines(file.Value, Number(match.Groups["last"]) ?? first, document.At(number, file.Index + 1, number, file.Index + 1 + end));
                }
            }
        }
    }

    /// <summary>Whether a character before a path is a part of what the path is cut from: an address, a longer name.</summary>
    private static bool GoesOn(char before) => char.IsLetterOrDigit(before) || before is '/' or ':' or '@' or '.' or '-' or '_' or '$' or '}' or '*' or '\\';

    private static int? Number(Group group) => int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;
}
