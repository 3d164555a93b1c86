using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CodeFixes.Places;

/// <summary>How literals are written.</summary>
internal static class Literals
{
    /// <summary>The text between the quotes, without the blanks and line ends around it.</summary>
    public static TextSpan Content(SyntaxToken token)
    {
        string text = token.Text;
        int start = text.IndexOf('"'), end = text.LastIndexOf('"') + 1;
        int quotes = IsRaw(token) ? text.Substring(start).TakeWhile(c => c == '"').Count() : 1;
        (start, end) = (start + quotes, Math.Max(start + quotes, end - quotes));
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(token.SpanStart + start, token.SpanStart + end);
    }

    /// <summary>Whether the literal is a raw one: <c>"""…"""</c>.</summary>
    public static bool IsRaw(SyntaxToken token) => token.Kind() is SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;
}
