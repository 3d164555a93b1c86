using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>One text under examination. Not thread-safe; one for each scan.</summary>
public sealed class ScanContext
{
    private readonly List<Match> _matches = [];
    private readonly int[] _readUntil = new int[(int)Stretch.Document + 1];
    private Values.FilePlace? _place;

    internal ScanContext(byte[] buffer, int length, string path, FileSyntax syntax, Decoding.DecodingScope? decoding = null, CancellationToken stop = default)
    {
        Buffer = buffer;
        Length = length;
        Path = path;
        Syntax = syntax;
        Decoding = decoding;
        Stop = stop;
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

    /// <summary>Of the last line whose parent by indentation was sought: where it begins, its indent, and the parent's name.</summary>
    internal (int Sibling, int Indent, int Start, int Length) IndentedParent { get; set; } = (-1, 0, 0, 0);

    /// <summary>The last list of columns of an INSERT: where it stands, its length with the closing parenthesis, and what its names say.</summary>
    internal (int Start, int Length, IReadOnlyList<Sql.InsertColumn> Columns)? InsertColumns { get; set; }

    /// <summary>The byte up to which stretches of this kind were read. What begins before it is part of one that was.</summary>
    internal int ReadUntil(Stretch kind) => _readUntil[(int)kind];

    /// <summary>Notes that a stretch was read up to <paramref name="end"/>.</summary>
    internal void MarkRead(Stretch kind, int end) => _readUntil[(int)kind] = Math.Max(_readUntil[(int)kind], end);

    /// <summary>Whether a change is so far away that only matchers which look far have to look here.</summary>
    internal bool IsFar { get; set; }

    /// <summary>Asked at every place that a matcher looks at: a text may hold millions of them.</summary>
    internal CancellationToken Stop { get; }

    /// <summary>What decoders share; null where nothing is decoded.</summary>
    internal Decoding.DecodingScope? Decoding { get; }

    /// <summary>Reports a secret.</summary>
    public void Report(Rule rule, int start, int length, Confidence confidence, string? reason = null, bool isHarmless = false)
    {
        ReadOnlySpan<byte> value = Text.Slice(start, length);
        if (!Values.PublicSamples.Contains(value) && !Values.Leftovers.Are(value))
        {
            _matches.Add(new Match(rule, start, length, confidence, reason) { IsHarmless = isHarmless });
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
