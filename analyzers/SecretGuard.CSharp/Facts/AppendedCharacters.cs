using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Facts;

/// <summary>A secure string that is written character by character: <c>s.AppendChar('a'); s.AppendChar('b');</c></summary>
internal static class AppendedCharacters
{
    private const int Least = 3;

    /// <summary>Every run of such statements in the file.</summary>
    public static IEnumerable<StatedLiteral> In(SyntaxNode root)
    {
        foreach (BlockSyntax block in root.DescendantNodes().OfType<BlockSyntax>())
        {
            var text = new StringBuilder();
            SyntaxToken first = default;
            foreach (StatementSyntax statement in block.Statements)
            {
                if (CharacterOf(statement) is { } character)
                {
                    first = text.Length == 0 ? character : first;
                    text.Append(character.ValueText);
                }
                else if (text.Length >= Least)
                {
                    break;
                }
            }

            if (text.Length >= Least)
            {
                yield return new StatedLiteral(text.ToString(), NameKind.Password, "AppendChar", first.Span);
            }
        }
    }

    private static SyntaxToken? CharacterOf(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AppendChar" }, ArgumentList.Arguments: { Count: 1 } arguments } }
        && arguments[0].Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.CharacterLiteralExpression } literal ? literal.Token : null;
}
