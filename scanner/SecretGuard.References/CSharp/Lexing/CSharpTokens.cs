using SecretGuard.References.Sources;

namespace SecretGuard.References.CSharp.Lexing;

/// <summary>The tokens of a text, in columns: a file of 50 MB has ten million of them.</summary>
/// <param name="source">Where they stand.</param>
/// <param name="text">The text of which they are: that of the source, or one as long with blanks for what is no code.</param>
internal sealed class CSharpTokens(SourceText source, string text)
{
    private const int UsualLength = 6;

    private TokenKind[] _kinds = new TokenKind[(text.Length / UsualLength) + 16];
    private int[] _starts = new int[(text.Length / UsualLength) + 16];
    private int[] _ends = new int[(text.Length / UsualLength) + 16]; // of what opens: the token that closes it

    /// <summary>Where the tokens stand.</summary>
    public SourceText Source => source;

    /// <summary>The text of which they are.</summary>
    public string Text => text;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The kind of a token; <see cref="TokenKind.End"/> before the first and behind the last.</summary>
    public TokenKind this[int index] => (uint)index < (uint)Count ? _kinds[index] : TokenKind.End;

    /// <summary>Adds one.</summary>
    public void Add(TokenKind kind, int start, int end)
    {
        if (Count == _kinds.Length)
        {
            int length = Count + (Count / 2);
            Array.Resize(ref _kinds, length);
            Array.Resize(ref _starts, length);
            Array.Resize(ref _ends, length);
        }

        (_kinds[Count], _starts[Count], _ends[Count]) = (kind, start, end);
        Count++;
    }

    /// <summary>Says which token ends what another one opens: the one that closes it, or one that it does not reach beyond.</summary>
    public void Close(int opening, int end) => _ends[opening] = end;

    /// <summary>Where a token begins in the text.</summary>
    public int StartOf(int index) => index < Count ? _starts[index] : text.Length;

    /// <summary>Behind a token in the text.</summary>
    public int EndOf(int index) => index >= Count ? text.Length : Opens(_kinds[index]) ? _starts[index] + 1 : _ends[index];

    /// <summary>The token that ends what one opens.</summary>
    public int EndOfGroup(int opening) => _ends[opening];

    /// <summary>The token behind another one, or behind the group that it opens.</summary>
    public int Behind(int index) => index >= Count || !Opens(_kinds[index]) ? index + 1 : Math.Max(index + 1, _ends[index] + (this[_ends[index]] == _kinds[index] + 1 ? 1 : 0));

    /// <summary>A token as it is written; of names the sign before a keyword is left out.</summary>
    public ReadOnlySpan<char> Written(int index) => index >= Count ? default : text.AsSpan(_starts[index], EndOf(index) - _starts[index]).TrimStart('@');

    /// <summary>Whether a token is this name or keyword.</summary>
    public bool Is(int index, string name) => this[index] == TokenKind.Name && Written(index).SequenceEqual(name);

    /// <summary>Whether nothing stands between a token and the next.</summary>
    public bool IsJoined(int index) => index + 1 < Count && EndOf(index) == _starts[index + 1];

    private static bool Opens(TokenKind kind) => kind is TokenKind.Parenthesis or TokenKind.Bracket or TokenKind.Brace or TokenKind.Hole or TokenKind.Interpolated;
}
