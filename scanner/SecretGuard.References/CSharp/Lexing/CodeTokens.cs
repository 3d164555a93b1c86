using SecretGuard.References.Sources;

namespace SecretGuard.References.CSharp.Lexing;

/// <summary>The tokens of a text of C# for who changes it: one after the other, remarks among them, a string with its holes as one. Linear; never fails.</summary>
public static class CodeTokens
{
    private const string Utf8 = "u8";

    /// <summary>The tokens, in their order.</summary>
    public static IReadOnlyList<CodeToken> Read(string text)
    {
        CSharpTokens tokens = CSharpLexer.Read(new SourceText("", text));
        var read = new List<CodeToken>();
        int behind = 0;
        for (int i = 0; i < tokens.Count;)
        {
            bool isHoled = tokens[i] == TokenKind.Interpolated;
            int start = tokens.StartOf(i), last = isHoled ? tokens.EndOfGroup(i) : i;
            AddRemark(read, text, behind, start);
            behind = tokens[last] == TokenKind.InterpolatedEnd || !isHoled ? tokens.EndOf(last) : tokens.StartOf(last);
            CodeTokenKind kind = KindOf(tokens[i]);
            behind += kind is CodeTokenKind.Text or CodeTokenKind.Interpolated && string.CompareOrdinal(text, behind, Utf8, 0, Utf8.Length) == 0 ? Utf8.Length : 0;
            read.Add(new CodeToken(kind, start, behind));
            i = isHoled ? tokens.Behind(i) : i + 1;
        }

        AddRemark(read, text, behind, text.Length);
        return read;
    }

    private static CodeTokenKind KindOf(TokenKind kind) => kind switch
    {
        TokenKind.Text or TokenKind.Verbatim or TokenKind.Raw => CodeTokenKind.Text,
        TokenKind.Interpolated => CodeTokenKind.Interpolated,
        TokenKind.Name or TokenKind.Number or TokenKind.Character => CodeTokenKind.Word,
        _ => CodeTokenKind.Sign,
    };

    /// <summary>What the lexer passed over between two tokens, if it is more than blanks: comments, directives, and what these leave out.</summary>
    private static void AddRemark(List<CodeToken> read, string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        if (start < end)
        {
            read.Add(new CodeToken(CodeTokenKind.Remark, start, end));
        }
    }

    private static bool IsBlank(char character) => char.IsWhiteSpace(character) || character is '\0' or '\uFEFF';
}
