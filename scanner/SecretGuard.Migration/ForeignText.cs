using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Migration;

/// <summary>The content of a file of another tool, as UTF-8 whatever PowerShell made of it.</summary>
public sealed class ForeignText
{
    private readonly Content _content;
    private readonly Lazy<string> _text;

    private ForeignText(Content content, string name)
    {
        _content = content;
        Name = name;
        _text = new Lazy<string>(() => Encoding.UTF8.GetString(content.Buffer, 0, content.Length));
    }

    /// <summary>What messages call the file.</summary>
    public string Name { get; }

    /// <summary>The text.</summary>
    public string Text => _text.Value;

    /// <summary>The same as UTF-8, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Bytes => _content.Buffer.AsMemory(0, _content.Length);

    /// <summary>Makes a text of the bytes of a file.</summary>
    /// <exception cref="ForeignFileException">It is no text.</exception>
    public static ForeignText Of(byte[] bytes, string name)
    {
        var content = Content.FromBytes(bytes, bytes.Length, name);
        return content.IsBinary ? throw new ForeignFileException($"'{name}' is no text; name the file that the tool wrote as JSON, YAML, TOML or lines") : new ForeignText(content, name);
    }

    /// <summary>The place of a line in this file, for messages.</summary>
    public string At(long line) => $"{Name}:{line}";

    /// <summary>An exception that tells of a line.</summary>
    public ForeignFileException Wrong(long line, string why) => new($"{Name}({line}): {why}");
}
