using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Facts;

/// <summary>A secure string that is written character by character: <c>s.AppendChar('a'); s.AppendChar('b');</c></summary>
internal static class AppendedCharacters
{
    private const string Method = "AppendChar";
    private const int Least = 3;

    /// <summary>Every run of such statements in the file, and every text of which each character is appended.</summary>
    /// <param name="root">The file's tree.</param>
    /// <param name="text">The file's text, which tells sooner than the tree that there is no such call: nearly always.</param>
    public static IEnumerable<StatedLiteral> In(SyntaxNode root, string text) => text.IndexOf(Method, StringComparison.Ordinal) < 0 ? [] : Runs(root).Concat(Loops(root));

    /// <summary><c>"…".ToList().ForEach(s.AppendChar)</c>, <c>Array.ForEach("…".ToCharArray(), s.AppendChar)</c>.</summary>
    private static IEnumerable<StatedLiteral> Loops(SyntaxNode root) =>
        root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ForEach" } && call.ArgumentList.Arguments.Any(argument => argument.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Method }))
            .Select(call => call.DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault(literal => literal.IsKind(SyntaxKind.StringLiteralExpression)))
            .OfType<LiteralExpressionSyntax>().Select(literal => new StatedLiteral(literal.Token.ValueText, NameKind.Password, Method, Literals.Within(literal, literal)));

    private static IEnumerable<StatedLiteral> Runs(SyntaxNode root) => root.DescendantNodes().OfType<BlockSyntax>().Select(Read).OfType<StatedLiteral>();

    private static StatedLiteral? Read(BlockSyntax block)
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

        return text.Length >= Least ? new StatedLiteral(text.ToString(), NameKind.Password, Method, first.Span) : null;
    }

    private static SyntaxToken? CharacterOf(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Method }, ArgumentList.Arguments: { Count: 1 } arguments } }
        && arguments[0].Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.CharacterLiteralExpression } literal ? literal.Token : null;
}
