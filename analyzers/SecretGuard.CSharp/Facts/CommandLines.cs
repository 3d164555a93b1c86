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
    private const string SomeProgram = "program"; // options that say secret say so to any

    /// <summary>The words before this literal, the program first, or null where it is no argument of a program.</summary>
    public static IReadOnlyList<string>? Before(SyntaxNode literal) => literal.Parent switch
    {
        AssignmentExpressionSyntax line when line.Right == literal && IsArguments(line.Left) => Program(StartedBy(line)) is { } program && TypedLiteral.IsProgram(program) ? [TypedLiteral.ProgramName(program)] : null,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax add } when ListOf(add) is { } variable => [ProgramOf(add, variable), .. Added(add, variable)],
        _ => BeforeInList(literal),
    };

    /// <summary>Whether this names the command line of something that is started.</summary>
    public static bool IsArguments(ExpressionSyntax target) => SimpleName.Of(target) == "Arguments";

    private static IReadOnlyList<string>? BeforeInList(SyntaxNode literal)
    {
        SyntaxNode item = literal.Parent is ArgumentSyntax or ExpressionElementSyntax ? literal.Parent : literal;
        IReadOnlyList<SyntaxNode>? items = item.Parent switch
        {
            ArgumentListSyntax list => list.Arguments,
            InitializerExpressionSyntax list => list.Expressions,
            CollectionExpressionSyntax list => list.Elements,
            _ => null,
        };
        if (items is null)
        {
            return null;
        }

        // The program first: most lists are none of its arguments, and some have thousands of elements.
        string? named = item.Parent!.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "ArgumentList" }, Parent.Parent: BaseObjectCreationExpressionSyntax creation } ? Program(creation) : null;
        string program = named ?? Text(items[0]) ?? "";
        if (!TypedLiteral.IsProgram(program) || (named is null && items[0] == item))
        {
            return null;
        }

        return [TypedLiteral.ProgramName(program), .. items.Skip(named is null ? 1 : 0).TakeWhile(other => other != item).Take(MostWords).Select(before => Text(before) ?? "x")];
    }

    /// <summary>The variable to whose <c>ArgumentList</c> this call adds, or null.</summary>
    private static string? ListOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ArgumentList", Expression: IdentifierNameSyntax variable } } ? variable.Identifier.ValueText : null;

    private static string ProgramOf(SyntaxNode use, string variable) => Program(Declared(use, variable)) is { } program ? TypedLiteral.ProgramName(program) : SomeProgram;

    /// <summary>What the statements before add to the same list.</summary>
    private static IEnumerable<string> Added(InvocationExpressionSyntax add, string variable) => add.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax block } statement ? [] :
        block.Statements.TakeWhile(other => other != statement).OfType<ExpressionStatementSyntax>().Select(other => other.Expression).OfType<InvocationExpressionSyntax>()
            .Where(other => ListOf(other) == variable && other.ArgumentList.Arguments.Count == 1).Take(MostWords).Select(other => Text(other.ArgumentList.Arguments[0]) ?? "x");

    /// <summary>What makes the description of a start whose command line is assigned here.</summary>
    private static SyntaxNode? StartedBy(AssignmentExpressionSyntax line) => line.Left switch
    {
        IdentifierNameSyntax => line.Parent?.Parent as BaseObjectCreationExpressionSyntax,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax variable } => Declared(line, variable.Identifier.ValueText),
        _ => null,
    };

    /// <summary>Where a variable is made, or where its program is assigned.</summary>
    private static SyntaxNode? Declared(SyntaxNode use, string variable) => use.FirstAncestorOrSelf<BlockSyntax>()?.DescendantNodes().FirstOrDefault(node => node switch
    {
        VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax made } declarator => declarator.Identifier.ValueText == variable && Program(made) is not null,
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FileName", Expression: IdentifierNameSyntax owner } } => owner.Identifier.ValueText == variable,
        _ => false,
    });

    /// <summary>What is started by this.</summary>
    private static string? Program(SyntaxNode? start) => start switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var made } => Program(made),
        AssignmentExpressionSyntax { Right: var file } => Text(file),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => Text(arguments[0]),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => Program(initializer.Expressions.FirstOrDefault(member => member is AssignmentExpressionSyntax { Left: var left } && SimpleName.Of(left) == "FileName")),
        _ => null,
    };

    private static string? Text(SyntaxNode item) => item switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value as string,
        ArgumentSyntax argument => Text(argument.Expression),
        ExpressionElementSyntax element => Text(element.Expression),
        _ => null,
    };
}
