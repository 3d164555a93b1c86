using System.Globalization;

namespace SecretGuard.Migration.Formats;

/// <summary>
/// <c>.gitleaksignore</c>: a fingerprint a line, <c>commit:file:rule:line</c>, or <c>file:rule:line</c> for the file as it is; <c>#</c> begins a
/// comment. A comment directly above fingerprints is taken for their reason.
/// </summary>
internal static class GitleaksIgnore
{
    private const int ShortestCommit = 7;

    public static bool Recognizes(ForeignText text)
    {
        string[] lines = [.. text.Text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
        return lines.Length > 0 ? Array.Exists(lines, line => Entry(line, "") is not null) && !Array.Exists(lines, line => line[0] is '{' or '[')
            : text.Name.EndsWith(".gitleaksignore", StringComparison.Ordinal);
    }

    public static ForeignFile Read(ForeignText text)
    {
        var entries = new List<ForeignEntry>();
        var leftovers = new List<Leftover>();
        string? reason = null;
        bool isOpen = false; // whether the comment goes on
        string[] lines = text.Text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0)
            {
                (reason, isOpen) = (null, false);
            }
            else if (line[0] == '#')
            {
                string words = line.TrimStart('#', ' ');
                reason = isOpen && reason is not null ? $"{reason} {words}" : words;
                isOpen = true;
            }
            else if (Entry(line, text.At(i + 1)) is { } entry)
            {
                entries.Add(entry with { Reason = string.IsNullOrWhiteSpace(reason) ? $"ignored in {Path.GetFileName(text.Name)}" : reason });
                isOpen = false;
            }
            else
            {
                leftovers.Add(new Leftover(text.At(i + 1), "a line that is no fingerprint", "Write it as commit:file:rule:line or file:rule:line, or leave it out."));
            }
        }

        return new ForeignFile { Entries = entries, Leftovers = leftovers };
    }

    private static ForeignEntry? Entry(string line, string origin)
    {
        // A comment may follow; a path may hold a blank or a colon.
        int comment = line.IndexOf(" #", StringComparison.Ordinal);
        string[] parts = (comment < 0 ? line : line[..comment].TrimEnd()).Split(':');
        if (parts.Length < 3 || !int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || parts[^2].Length == 0)
        {
            return null;
        }

        bool hasCommit = parts.Length > 3 && parts[0].Length >= ShortestCommit && parts[0].All(char.IsAsciiHexDigit);
        string file = string.Join(':', parts[(hasCommit ? 1 : 0)..^2]);
        return file.Length == 0 ? null : new ForeignEntry(ForeignPath.WithSlashes(file), number) { Origin = origin, Kind = parts[^2], Commit = hasCommit ? parts[0] : null };
    }
}
