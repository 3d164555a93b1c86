using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>One text under examination. Not thread-safe; one for each scan.</summary>
public sealed class ScanContext
{
    private readonly List<Match> _matches = [];
    private Values.FilePlace? _place;

    internal ScanContext(byte[] buffer, int length, string path, FileSyntax syntax, Decoding.DecodingScope? decoding = null)
    {
        Buffer = buffer;
        Length = length;
        Path = path;
        Syntax = syntax;
        Decoding = decoding;
    }

    /// <summary>The text, as UTF-8 where it is valid; the first <see cref="Length"/> bytes count.</summary>
    public byte[] Buffer { get; }

    /// <summary>Bytes of text.</summary>
    public int Length { get; }

    /// <summary>The path, for rules that depend on it.</summary>
    public string Path { get; }

    /// <summary>What kind of file the path says it is.</summary>
    public FileSyntax Syntax { get; }

    /// <summary>What the path says about the role of the file; worked out when first asked.</summary>
    internal Values.FilePlace Place => _place ??= Values.FilePlaces.Of(Path);

    /// <summary>The text as a span.</summary>
    public ReadOnlySpan<byte> Text => new(Buffer, 0, Length);

    /// <summary>What was reported so far.</summary>
    public IReadOnlyList<Match> Matches => _matches;

    /// <summary>Where the named-value matcher has already looked: identifiers hold several signatures.</summary>
    internal int NamedValueCursor { get; set; }

    /// <summary>Where the key matchers have already read: what stands inside a block of key material is no other key.</summary>
    internal int KeyMaterialCursor { get; set; }

    /// <summary>The end of the last object that was searched for the members of a JSON Web Key.</summary>
    internal int JsonWebKeyCursor { get; set; }

    /// <summary>Where the matcher of INSERT statements has already read: rows may hold statements.</summary>
    internal int StatementCursor { get; set; }

    /// <summary>Where the matcher of Kubernetes Secrets has already read.</summary>
    internal int DocumentCursor { get; set; }

    /// <summary>What decoders share; null where nothing is decoded.</summary>
    internal Decoding.DecodingScope? Decoding { get; }

    /// <summary>Reports a secret.</summary>
    public void Report(Rule rule, int start, int length, Confidence confidence, string? reason = null)
    {
        if (!Values.PublicSamples.Contains(Text.Slice(start, length)))
        {
            _matches.Add(new Match(rule, start, length, confidence, reason));
        }
    }

    /// <summary>Reports a secret that was found in a decoded text, at the place of the encoded one.</summary>
    internal void Report(Match decoded) => _matches.Add(decoded);

    /// <summary>First byte of the line that holds <paramref name="position"/>, looking back at most <paramref name="limit"/> bytes.</summary>
    public int LineStart(int position, int limit = 4096)
    {
        int from = Math.Max(0, position - limit);
        int newline = Text.Slice(from, position - from).LastIndexOfAny((byte)'\n', (byte)'\r');
        return newline < 0 ? from : from + newline + 1;
    }

    /// <summary>The byte after the line that holds <paramref name="position"/>, looking ahead at most <paramref name="limit"/> bytes.</summary>
    public int LineEnd(int position, int limit = 4096)
    {
        int most = Math.Min(limit, Length - position);
        int newline = Text.Slice(position, most).IndexOfAny((byte)'\n', (byte)'\r');
        return newline < 0 ? position + most : position + newline;
    }
}
