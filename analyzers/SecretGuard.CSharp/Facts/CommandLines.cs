using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretGuard.Detection.NamedValues;

namespace SecretGuard.CSharp.Facts;

/// <summary>
/// Command lines that code puts together out of arguments: <c>Process.Start("sqlcmd", "-U sa …")</c>, <c>ArgumentList = { "-p", … }</c>. Found by syntax: the
/// words stand there one after the other, whatever the call that takes them.
/// </summary>
internal static class CommandLines
{
    private const int MostWords = 24;

    /// <summary>The words before this literal, the program first, or null where it is no argument of a program.</summary>
    public static IReadOnlyList<string>? Before(SyntaxNode literal)
    {
        SyntaxNode item = literal.Parent is ArgumentSyntax or ExpressionElementSyntax ? literal.Parent : literal;
        IReadOnlyList<SyntaxNode>? items = item.Parent switch
        {
            ArgumentListSyntax list => list.Arguments,
            InitializerExpressionSyntax list => list.Expressions,
            CollectionExpressionSyntax list => list.Elements,
            _ => null,
        };
        if (items is null || Program(item.Parent!) is not { } named)
        {
            return null;
        }

        // The program first: most lists are none of its arguments, and some have thousands of elements.
        string program = named.Length > 0 ? named : Text(items[0]) ?? "";
        if (!TypedLiteral.IsProgram(program) || (named.Length == 0 && items[0] == item))
        {
            return null;
        }

        return [TypedLiteral.ProgramName(program), .. items.Skip(named.Length > 0 ? 0 : 1).TakeWhile(other => other != item).Take(MostWords).Select(before => Text(before) ?? "x")];
    }

    /// <summary>What is run, empty where it is the first word of the list, null where nothing is run.</summary>
    private static string? Program(SyntaxNode list)
    {
        switch (list.Parent)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ArgumentList", Expression: IdentifierNameSyntax variable } } } add:
                return Declared(add, variable.Identifier.ValueText);
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "ArgumentList" }, Parent.Parent: BaseObjectCreationExpressionSyntax creation }:
                return FirstText(creation.ArgumentList);
            default:
                return "";
        }
    }

    private static string? Declared(SyntaxNode use, string variable)
    {
        VariableDeclaratorSyntax? declarator = use.FirstAncestorOrSelf<BlockSyntax>()?.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(declared => declared.Identifier.ValueText == variable);
        return declarator?.Initializer?.Value is BaseObjectCreationExpressionSyntax creation ? FirstText(creation.ArgumentList) : null;
    }

    private static string? FirstText(ArgumentListSyntax? arguments) => arguments is { Arguments.Count: > 0 } ? Text(arguments.Arguments[0]) : null;

    private static string? Text(SyntaxNode item) => item switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value as string,
        ArgumentSyntax argument => Text(argument.Expression),
        ExpressionElementSyntax element => Text(element.Expression),
        _ => null,
    };
}
