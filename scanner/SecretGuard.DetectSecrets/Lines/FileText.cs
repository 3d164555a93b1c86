using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.DetectSecrets.Lines;

/// <summary>A file as text, whatever its encoding was.</summary>
internal sealed class FileText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public FileText(Content content)
    {
        Content = content;
        Text = Decode(content.Buffer.AsSpan(0, content.Length));
        Lines = Split(Text);
    }

    /// <summary>The bytes.</summary>
    public Content Content { get; }

    /// <summary>The path with <c>/</c>.</summary>
    public string Path => Content.Path;

    /// <summary>The characters.</summary>
    public string Text { get; }

    /// <summary>The lines, without their ends.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The text of some bytes of the file.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>The lines in the forms in which they are looked at: the next form only where the one before it brought nothing.</summary>
    public IEnumerable<IReadOnlyList<NumberedLine>> Forms()
    {
        yield return IniLines.Read(Lines, hasSections: true) ?? (Languages.IsYaml(Path) ? YamlLines.Read(this) : null) ?? Raw();
        if (!Languages.IsKnown(Path) && IniLines.Read(Lines, hasSections: false) is { } settings)
        {
            yield return settings;
        }
    }

    /// <summary>The lines as they are.</summary>
    public IReadOnlyList<NumberedLine> Raw() => [.. Lines.Select((line, index) => new NumberedLine(index + 1, line.TrimEnd()))];

    /// <summary>Ends lines as Python's files do: at LF, CR and CR LF, at nothing else.</summary>
    private static List<string> Split(string text)
    {
        var lines = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int length = text.AsSpan(start).IndexOfAny('\n', '\r');
            int end = length < 0 ? text.Length : start + length;
            lines.Add(text[start..end]);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }
}
