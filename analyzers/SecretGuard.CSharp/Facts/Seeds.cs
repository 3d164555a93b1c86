using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretGuard.CSharp.Constants;
using SecretGuard.CSharp.Sinks;
using SecretGuard.Detection.NamedValues;

namespace SecretGuard.CSharp.Facts;

/// <summary>The expressions of a file that are worth a look at their meaning: binding them is what an analyzer costs.</summary>
internal static class Seeds
{
    /// <summary>Callees whose arguments are text for people or for searching, by their simple names.</summary>
    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal)
    {
        "nameof", "Write", "WriteLine", "WriteAsync", "WriteLineAsync", "Contains", "StartsWith", "EndsWith", "IndexOf", "LastIndexOf", "Split", "TrimStart", "TrimEnd", "Trim",
        "LogTrace", "LogDebug", "LogInformation", "LogWarning", "LogError", "LogCritical", "Trace", "Debug", "Info", "Warn", "Error", "Fatal", "Information", "Warning", "Verbose", "Throws", "ThrowsAsync", "Fail", "Skip",
        "GetSection", "GetRequiredSection", "GetConnectionString", "GetEnvironmentVariable", "GetMethod", "GetProperty", "GetField", "GetType", "MapGet", "MapPost", "MapPut", "MapDelete", "WithMessage", "WithName", "HasColumnName", "ToTable",
        "TryGetValue", "ContainsKey", "Remove", "GetOrdinal", "GetProperties", "WriteStartElement", "WritePropertyName", "Localize", "GetResourceString", "GetText",
    };

    /// <summary>Callees that make one text of several.</summary>
    private static readonly HashSet<string> Folding = new(StringComparer.Ordinal) { "Concat", "Join", "Format", "AppendFormat", "Append", "AppendLine", "Replace" };

    private static readonly HashSet<string> IdleAttributes = new(StringComparer.Ordinal)
    {
        "Obsolete", "DisplayName", "Display", "Description", "Category", "Route", "HttpGet", "HttpPost", "HttpPut", "HttpDelete", "HttpPatch", "JsonPropertyName", "JsonProperty", "DataMember", "Column", "Table", "Trait", "SuppressMessage",
        "DllImport", "LibraryImport", "Guid", "InternalsVisibleTo", "AssemblyMetadata", "XmlElement", "XmlAttribute", "FromHeader", "FromQuery", "BindProperty", "Conditional", "MemberData", "Fact", "DebuggerDisplay", "GeneratedCode", "Theory",
    };

    /// <summary>The outermost expressions that may make a secret out of literals.</summary>
    /// <param name="root">The file's tree.</param>
    /// <param name="text">Its text, which tells sooner than the tree where none can be.</param>
    /// <param name="sinks">What takes secrets.</param>
    public static IEnumerable<ExpressionSyntax> In(SyntaxNode root, string text, SinkTable sinks)
    {
        foreach (SyntaxNode node in new Marks(text).NodesOf(root))
        {
            if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Parent: EqualsValueClauseSyntax or ArgumentSyntax or ArrowExpressionClauseSyntax or AssignmentExpressionSyntax } sum && IsOfNames(sum))
            {
                yield return sum;
            }
            else if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: IdentifierNameSyntax builder }, ArgumentList.Arguments.Count: 0 } built && Accumulation.Before(builder) is not null)
            {
                yield return built;
            }
            else if (node is ExpressionSyntax expression && IsValue(expression) && Outer(expression) is var outer && IsWorthALook(expression, outer, sinks))
            {
                yield return outer;
            }
        }
    }

    /// <summary><c>Prefix + Keys.Rest</c>: constants that stand elsewhere.</summary>
    private static bool IsOfNames(ExpressionSyntax node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsOfNames(sum.Left) && IsOfNames(sum.Right),
        IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } => true,
        _ => false,
    };

    private static bool IsValue(ExpressionSyntax node) => node switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) || literal.IsKind(SyntaxKind.Utf8StringLiteralExpression),
        InterpolatedStringExpressionSyntax => true,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => IsList(initializer.Expressions),
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => IsList(initializer.Expressions),
        StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => IsList(initializer.Expressions),
        ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => IsList(initializer.Expressions),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression, Parent: EqualsValueClauseSyntax } initializer => IsList(initializer.Expressions),
        CollectionExpressionSyntax collection => collection.Elements.Count >= 4 && collection.Elements[0] is ExpressionElementSyntax first && IsListed(first.Expression),
        _ => false,
    };

    /// <summary>Characters or bytes: one value, and no list of values.</summary>
    private static bool IsList(SeparatedSyntaxList<ExpressionSyntax> elements) => elements.Count >= 4 && IsListed(elements[0]);

    private static bool IsListed(ExpressionSyntax element) =>
        element is CastExpressionSyntax { Expression: { } inner } ? IsListed(inner) : element.IsKind(SyntaxKind.CharacterLiteralExpression) || element.IsKind(SyntaxKind.NumericLiteralExpression);

    private static ExpressionSyntax Outer(ExpressionSyntax expression)
    {
        while (expression.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or ParenthesizedExpressionSyntax)
        {
            expression = (ExpressionSyntax)expression.Parent;
        }

        return expression;
    }

    private static bool IsWorthALook(ExpressionSyntax expression, ExpressionSyntax outer, SinkTable sinks)
    {
        bool taken = sinks.Takes(CalleeOf(outer));
        if (outer.Parent is InterpolationSyntax || (IsIdle(outer.Parent) && !taken))
        {
            return false;
        }

        if (outer is BinaryExpressionSyntax)
        {
            return FirstLiteral(outer) == expression; // once a sum
        }

        if (expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax folding } argument && Folding.Contains(SimpleName.Of(folding.Expression)))
        {
            return folding.ArgumentList.Arguments[0] == argument || SimpleName.Of(folding.Expression) is not ("Append" or "AppendLine"); // once a call
        }

        if (expression.Parent is ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: var made } } && SimpleName.Of(made) == "StringBuilder")
        {
            return true;
        }

        if (expression.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: > 1 } started, Parent: { } starter } } && started[0] != expression.Parent && IsStart(starter))
        {
            return true; // a command line
        }

        if (expression.Parent is AssignmentExpressionSyntax { Left: var target } assignment && (CommandLines.IsArguments(target) || assignment.IsKind(SyntaxKind.AddAssignmentExpression)))
        {
            return true; // one of several, as what is appended
        }

        if (expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } encoding } && SimpleName.Of(encoding.Expression) == "GetBytes")
        {
            return true; // a key may be any sentence
        }

        if (taken && expression is LiteralExpressionSyntax { Token.ValueText.Length: > 2 })
        {
            return true; // what no name makes a secret, a type does
        }

        return expression is not LiteralExpressionSyntax literal || literal.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax || TypedLiteral.MayBeSecret(literal.Token.ValueText) || MayHold(literal.Token.ValueText);
    }

    /// <summary>Whether the text may be no secret but hold one, by a grammar that the text of the code does not show.</summary>
    private static bool MayHold(string text) => EmbeddedMarkup.Is(text) || Cookies.MayBeHeader(text) || ProtocolLines.PasswordIn(text) is not null;

    private static bool IsStart(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => SimpleName.Of(invocation.Expression) is "Start" or "Run" or "Exec" or "Execute" or "RunAsync" or "ExecuteAsync" or "Command",
        ObjectCreationExpressionSyntax creation => SimpleName.Of(creation.Type) == "ProcessStartInfo",
        _ => false,
    };

    private static ExpressionSyntax? FirstLiteral(ExpressionSyntax sum) => sum.DescendantNodes().OfType<ExpressionSyntax>().FirstOrDefault(IsValue);

    private static bool IsIdle(SyntaxNode? parent) => parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => Idle.Contains(SimpleName.Of(call.Expression)),
        ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax creation } => SimpleName.Of(creation.Type).EndsWith("Exception", StringComparison.Ordinal),
        AttributeArgumentSyntax { NameEquals: null, Parent.Parent: AttributeSyntax attribute } => IdleAttributes.Contains(SimpleName.Of(attribute.Name)),
        ExpressionStatementSyntax or ThrowStatementSyntax => true,
        _ => false,
    };

    private static string CalleeOf(ExpressionSyntax argument) => argument.Parent is not ArgumentSyntax { Parent.Parent: { } call } ? "" : call switch
    {
        InvocationExpressionSyntax invocation => SimpleName.Of(invocation.Expression),
        ObjectCreationExpressionSyntax creation => SimpleName.Of(creation.Type),
        _ => "",
    };
}
