using System.Globalization;
using SecretGuard.Findings;

namespace SecretGuard.Cli.Adopting;

/// <summary>A file, and perhaps where in it, as it was typed.</summary>
/// <param name="Path">The file, as it was typed.</param>
/// <param name="Line">The line, from 1; null for anywhere.</param>
/// <param name="Column">The column, from 1; null for anywhere in the line.</param>
internal sealed record FileSpot(string Path, int? Line, int? Column)
{
    /// <summary>Reads <c>FILE</c>, <c>FILE:LINE</c> or <c>FILE:LINE:COLUMN</c>.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static FileSpot Parse(string typed)
    {
        if (File.Exists(typed))
        {
            return new FileSpot(typed, null, null);
        }

        (string path, int? last) = Split(typed);
        (string outer, int? first) = last is null ? (path, null) : Split(path);
        return last is not null && File.Exists(path) ? new FileSpot(path, last, null)
            : first is not null && File.Exists(outer) ? new FileSpot(outer, first, last)
            : throw new UsageException($"'{(first is not null ? outer : path)}' {(Directory.Exists(path) ? "is a folder: name a file, as a report does" : "does not exist")}");
    }

    /// <summary>Whether a finding stands there.</summary>
    public bool IsIn(Location place) => Line >= place.StartLine && Line <= place.EndLine
        && (Column is null || ((Line > place.StartLine || Column >= place.StartColumn) && (Line < place.EndLine || Column < place.EndColumn)));

    private static (string Before, int? Number) Split(string text)
    {
        int colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? (text[..colon], number) : (text, null);
    }
}
