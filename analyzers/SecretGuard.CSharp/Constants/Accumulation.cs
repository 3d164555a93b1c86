using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretGuard.CSharp.Constants;

/// <summary>
/// A text that statements put together one after the other: <c>s += "b";</c> and <c>builder.Append("a"); builder.Append('b');</c>. By syntax alone, and in
/// one block: what a branch, a loop or another call does to the variable ends it.
/// </summary>
internal static class Accumulation
{
    private const int Most = 100;
    private const int LongestBlock = 2000; // only what is generated is longer, and it may ask at each of its statements

    /// <summary>The expressions whose texts the variable holds before the statement of this use, in their order, or null where that is not known.</summary>
    public static IReadOnlyList<ExpressionSyntax>? Before(IdentifierNameSyntax use)
    {
        if (Enclosing(use) is not { } last || StatementsAround(last) is not { } statements)
        {
            return null;
        }

        string name = use.Identifier.ValueText;
        List<ExpressionSyntax>? parts = null;
        foreach (StatementSyntax statement in statements.TakeWhile(statement => statement != last))
        {
            if (parts is null)
            {
                parts = ValueOf(statement, name) is { } start ? [start] : null;
            }
            else if (Added(statement, name) is { } added)
            {
                parts.Add(added);
            }
            else if (Touches(statement, name))
            {
                return null;
            }

            if (parts?.Count > Most)
            {
                return null; // nobody takes a secret apart like that, and a block may read the text after each piece
            }
        }

        return parts is { Count: > 1 } || parts?[0] is BaseObjectCreationExpressionSyntax ? parts : null;
    }

    private static StatementSyntax? Enclosing(SyntaxNode use)
    {
        SyntaxNode? node = use;
        while (node is not null and not StatementSyntax and not AnonymousFunctionExpressionSyntax)
        {
            node = node.Parent;
        }

        return node as StatementSyntax;
    }

    private static IEnumerable<StatementSyntax>? StatementsAround(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax { Statements: { Count: <= LongestBlock } statements } => statements,
        SwitchSectionSyntax { Statements: { Count: <= LongestBlock } statements } => statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax { Members.Count: <= LongestBlock } unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement),
        _ => null,
    };

    private static ExpressionSyntax? ValueOf(StatementSyntax statement, string name) => statement is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } && variables[0].Identifier.ValueText == name
        ? variables[0].Initializer?.Value
        : null;

    /// <summary>What a statement adds: the right of <c>+=</c>, or the whole of a chain of appends.</summary>
    private static ExpressionSyntax? Added(StatementSyntax statement, string name) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Left: IdentifierNameSyntax left, Right: var right } } when left.Identifier.ValueText == name && !Touches(right, name) => right,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax chain } when RootOf(chain) == name => chain,
        _ => null,
    };

    private static string? RootOf(InvocationExpressionSyntax chain) =>
        chain.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" or "AppendLine" or "AppendFormat" } append ? null
        : append.Expression switch
        {
            IdentifierNameSyntax root => root.Identifier.ValueText,
            InvocationExpressionSyntax inner => RootOf(inner),
            _ => null,
        };

    /// <summary>Whether the variable is named other than to read its text.</summary>
    private static bool Touches(SyntaxNode node, string name) => node.DescendantNodesAndSelf().Any(inner =>
        inner is IdentifierNameSyntax { Identifier.ValueText: var text } && text == name && inner.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "Length" });
}
