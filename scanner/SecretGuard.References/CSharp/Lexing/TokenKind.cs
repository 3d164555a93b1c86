namespace SecretGuard.References.CSharp.Lexing;

/// <summary>What a token of C# is, as far as a reader of references tells. The end of a group has the number behind its beginning.</summary>
internal enum TokenKind : byte
{
    /// <summary>Behind the last one.</summary>
    End,

    /// <summary>A name or a keyword.</summary>
    Name,

    /// <summary>A string, as it is written.</summary>
    Text,

    /// <summary>A string in which quotes are doubled: <c>@"…"</c>.</summary>
    Verbatim,

    /// <summary>A string between three quotes or more.</summary>
    Raw,

    /// <summary>A character in quotes.</summary>
    Character,

    /// <summary>A number.</summary>
    Number,

    /// <summary>What stands in a string with holes as it is.</summary>
    Part,

    /// <summary>The beginning of a string with holes.</summary>
    Interpolated,

    /// <summary>Its end.</summary>
    InterpolatedEnd,

    /// <summary>The brace that opens a hole.</summary>
    Hole,

    /// <summary>Its end.</summary>
    HoleEnd,

    /// <summary><c>(</c></summary>
    Parenthesis,

    /// <summary><c>)</c></summary>
    ParenthesisEnd,

    /// <summary><c>[</c></summary>
    Bracket,

    /// <summary><c>]</c></summary>
    BracketEnd,

    /// <summary><c>{</c></summary>
    Brace,

    /// <summary><c>}</c></summary>
    BraceEnd,

    /// <summary><c>.</c> and <c>::</c></summary>
    Dot,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>?</c></summary>
    Question,

    /// <summary><c>??</c></summary>
    Coalesce,

    /// <summary><c>!</c></summary>
    Exclamation,

    /// <summary><c>=</c></summary>
    Assign,

    /// <summary><c>=&gt;</c></summary>
    Arrow,

    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary>An operator that assigns as well: <c>+=</c>, <c>??=</c>.</summary>
    AssignWith,

    /// <summary>Any other sign.</summary>
    Sign,
}
