using SecretGuard.References.CSharp.Lexing;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>Whether a program goes on without what it asks for, by what stands around the question.</summary>
internal static class Fallback
{
    /// <summary>True where a fallback follows, false where the program ends, null where the place does not say.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="start">The first token of the expression.</param>
    /// <param name="end">Behind its last.</param>
    public static bool? IsOptional(CSharpTokens tokens, int start, int end)
    {
        while (true)
        {
            if (tokens.Is(start - 1, "await"))
            {
                start--;
            }
            else if (tokens[start - 1] == TokenKind.Parenthesis && tokens[end] == TokenKind.ParenthesisEnd && tokens.EndOfGroup(start - 1) == end && IsGrouping(tokens, start - 1))
            {
                start--;
                end = BehindValue(tokens, end + 1);
            }
            else
            {
                break;
            }
        }

        bool isOperand = tokens[start - 1] is TokenKind.Plus or TokenKind.Sign or TokenKind.Less or TokenKind.Greater or TokenKind.Exclamation || tokens.Is(start - 1, "is") || tokens.Is(start - 1, "as");
        return tokens[end] == TokenKind.Coalesce && !isOperand ? !tokens.Is(end + 1, "throw") : null;
    }

    /// <summary>Whether a parenthesis stands around an expression, and not around arguments.</summary>
    public static bool IsGrouping(CSharpTokens tokens, int parenthesis) => tokens[parenthesis - 1] switch
    {
        TokenKind.Name => CSharpWords.IsNoType(tokens.Written(parenthesis - 1)) && tokens.Written(parenthesis - 1) is not ("nameof" or "typeof" or "this" or "base" or "new"),
        TokenKind.BracketEnd or TokenKind.Greater => false,
        _ => true,
    };

    /// <summary>Behind what only hands on a value: <c>!</c>, <c>.Value</c>, <c>?.Result</c>.</summary>
    private static int BehindValue(CSharpTokens tokens, int at)
    {
        while (true)
        {
            int next = at + (tokens[at] == TokenKind.Question ? 1 : 0);
            if (tokens[at] == TokenKind.Exclamation)
            {
                at++;
            }
            else if (tokens[next] == TokenKind.Dot && (tokens.Is(next + 1, "Value") || tokens.Is(next + 1, "Result")) && tokens[next + 2] != TokenKind.Parenthesis)
            {
                at = next + 2;
            }
            else
            {
                return at;
            }
        }
    }
}
