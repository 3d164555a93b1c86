namespace SecretGuard.References.CSharp.Lexing;

/// <summary>A token of C#.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind it.</param>
public readonly record struct CodeToken(CodeTokenKind Kind, int Start, int End);

/// <summary>What a token of C# is, as far as it matters where a literal stands.</summary>
public enum CodeTokenKind
{
    /// <summary>A name, a word of the language, or a number.</summary>
    Word,

    /// <summary>A sign: <c>=</c>, <c>=></c>, <c>??</c>.</summary>
    Sign,

    /// <summary>A string without holes.</summary>
    Text,

    /// <summary>A string with holes.</summary>
    Interpolated,

    /// <summary>A comment, or a line for the compiler.</summary>
    Remark,
}
