using System.Text;
using SecretGuard.Cli.Sources.Archives;
using SecretGuard.Detection;
using SecretGuard.Findings;

namespace SecretGuard.Cli.Audits;

/// <summary>Lines of a file around a secret, as they stand there: for a person at a terminal and for nothing else.</summary>
/// <param name="First">The number of the first line.</param>
/// <param name="Lines">The lines; empty where they cannot be shown.</param>
/// <param name="Hindrance">Why not, or null.</param>
internal sealed record SourceLines(int First, IReadOnlyList<string> Lines, string? Hindrance);

/// <summary>Reads files again for their lines: a finding does not hold its secret.</summary>
/// <param name="root">The folder that paths are relative to.</param>
/// <param name="scannedAt">When the scan began: in a file that was changed since, the places may not be right any more.</param>
internal sealed class SourceReader(string root, DateTimeOffset scannedAt)
{
    /// <summary>No more lines are kept before and after a secret.</summary>
    public const int Most = 40;

    private readonly Dictionary<Location, SourceLines> _known = [];

    /// <summary>The lines around a place; read once.</summary>
    public SourceLines Around(Location place)
    {
        if (!_known.TryGetValue(place, out SourceLines? lines))
        {
            lines = Read(place);
            _known.Add(place, lines);
        }

        return lines;
    }

    private SourceLines Read(Location place)
    {
        string path = Path.Combine(root, place.Path);
        if (!File.Exists(path))
        {
            return Hindered(MemberPath.OutermostOf(place.Path) is null ? "the file is gone" : "in an archive: unpack it to see the lines");
        }

        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (File.GetLastWriteTimeUtc(path) > scannedAt.UtcDateTime)
            {
                return Hindered("the file was changed since the scan: start the audit again to see it");
            }

            Content content = Content.FromBytes(bytes, bytes.Length, place.Path);
            return content.IsBinary ? Hindered("no text") : Cut(Text(content), place);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Hindered("the file cannot be read");
        }
    }

    private static SourceLines Hindered(string why) => new(1, [], why);

    /// <summary>A text is UTF-8 throughout, or it is read one byte a character: as the places were counted.</summary>
    private static string Text(Content content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.Buffer, 0, content.Length);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content.Buffer, 0, content.Length);
        }
    }

    private static SourceLines Cut(string text, Location place)
    {
        int first = Math.Max(1, place.StartLine - Most), number = 0;
        var lines = new List<string>();
        using var reader = new StringReader(text);
        while (number < place.StartLine + Most && reader.ReadLine() is { } line)
        {
            number++;
            if (number >= first)
            {
                lines.Add(line);
            }
        }

        return new SourceLines(first, lines, null);
    }
}
