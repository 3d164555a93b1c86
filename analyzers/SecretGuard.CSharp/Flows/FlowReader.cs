using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Constants;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Flows;

/// <summary>A secret that leaves the program.</summary>
/// <param name="Place">The expression.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Outlet">Where it goes, for people: "a log", "an exception".</param>
/// <param name="InUrl">Whether that is a URL.</param>
public readonly record struct Flow(SyntaxNode Place, string Name, string Outlet, bool InUrl = false);

/// <summary>Secrets that are handed to logs, consoles, exceptions, tags and URLs.</summary>
public static class FlowReader
{
    private const string Log = "a log or a console";
    private const string Exception = "the message of an exception";
    private const string ExceptionName = "Exception";
    private const string Debugger = "a debugger's windows";
    private const string Url = "a URL, which proxies and logs keep";

    /// <summary>Secrets that leave by this node itself: an invocation, an object creation, an interpolated string or an attribute.</summary>
    public static IEnumerable<Flow> Read(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => node switch
    {
        InvocationExpressionSyntax call when Outlets.MayBe(SimpleName.Of(call.Expression)) && SecretExpression.MayStandIn(call) => ReadArguments(call, model, cancellation),
        ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } made when SimpleName.Of(made.Type).EndsWith(ExceptionName, StringComparison.Ordinal) && SecretExpression.MayStandIn(made) => ReadArguments(made, model, cancellation),
        InterpolatedStringExpressionSyntax text => ReadUrl(text, model, cancellation),
        AttributeSyntax attribute when SimpleName.Of(attribute.Name) is "DebuggerDisplay" or "DebuggerDisplayAttribute" && DisplayedIn(attribute) is { } member => [new Flow(attribute, member, Debugger)],
        _ => [],
    };

    /// <summary>Secrets among the arguments of a call or of a new exception.</summary>
    private static IEnumerable<Flow> ReadArguments(SyntaxNode call, SemanticModel model, CancellationToken cancellation)
    {
        (IEnumerable<IArgumentOperation> arguments, string outlet) = model.GetOperation(call, cancellation) switch
        {
            IInvocationOperation invocation when Outlets.Contains(TypeOf(invocation), invocation.TargetMethod.Name) => (invocation.Arguments, Log),
            IObjectCreationOperation { Type: { } type } creation when IsException(type) => (creation.Arguments, Exception),
            _ => ((IEnumerable<IArgumentOperation>)[], ""),
        };
        var constants = new ConstantReader(model);
        return arguments.SelectMany(argument => Parts(argument.Value)).Select(part => (part.Syntax, Name: SecretExpression.NameOf(part, constants)))
            .Where(part => part.Name is not null).Select(part => new Flow(part.Syntax, part.Name!, outlet));
    }

    /// <summary>Secrets in the holes of a URL.</summary>
    private static IEnumerable<Flow> ReadUrl(InterpolatedStringExpressionSyntax text, SemanticModel model, CancellationToken cancellation)
    {
        if (text.Contents.FirstOrDefault() is not InterpolatedStringTextSyntax first || !first.TextToken.ValueText.StartsWith("http", StringComparison.OrdinalIgnoreCase) || model.GetOperation(text, cancellation) is not IInterpolatedStringOperation url)
        {
            return [];
        }

        var constants = new ConstantReader(model);
        return url.Parts.OfType<IInterpolationOperation>().Select(hole => (hole.Expression.Syntax, Name: SecretExpression.NameOf(hole.Expression, constants)))
            .Where(part => part.Name is not null).Select(part => new Flow(part.Syntax, part.Name!, Url, InUrl: true));
    }

    /// <summary><c>[DebuggerDisplay("{Password}")]</c>: the members that a debugger is to show.</summary>
    private static string? DisplayedIn(AttributeSyntax attribute)
    {
        string text = attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string value } ? value : "";
        foreach (string part in text.Split('{').Skip(1))
        {
            string member = part.Split('}', ',', '(', '.')[0].Trim();
            if (member.Length > 0 && NameJudge.SaysSecret(System.Text.Encoding.UTF8.GetBytes(member)))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The pieces of which a text is made.</summary>
    private static IEnumerable<IOperation> Parts(IOperation value) => value switch
    {
        IConversionOperation conversion => Parts(conversion.Operand),
        IParenthesizedOperation parenthesized => Parts(parenthesized.Operand),
        IInterpolatedStringOperation interpolated => interpolated.Parts.Where((part, i) => part is IInterpolationOperation && !(i > 0 && IsBeforeName(interpolated.Parts[i - 1]))).SelectMany(hole => Parts(((IInterpolationOperation)hole).Expression)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Parts(sum.LeftOperand).Concat(Parts(sum.RightOperand)),
        IConditionalOperation { WhenFalse: { } other } choice => Parts(choice.WhenTrue).Concat(Parts(other)),
        ICoalesceOperation coalesce => Parts(coalesce.Value).Concat(Parts(coalesce.WhenNull)),
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues.SelectMany(Parts),
        IInvocationOperation { TargetMethod: { Name: "Format" or "Concat" or "Join", ContainingType.SpecialType: SpecialType.System_String } } joined => joined.Arguments.SelectMany(argument => Parts(argument.Value)),
        _ when value.Kind == OperationKind.None || value.Syntax is CollectionExpressionSyntax => value.ChildOperations.SelectMany(Parts),
        _ => new[] { value },
    };

    /// <summary><c>no secret is called '{secret}'</c>: what follows is the name of one.</summary>
    private static bool IsBeforeName(IInterpolatedStringContentOperation part) =>
        part.Syntax.ToString().TrimEnd(' ', '\'', '"', '\\', '`', ':') is var text && (text.EndsWith(" called", StringComparison.Ordinal) || text.EndsWith(" named", StringComparison.Ordinal));

    private static string TypeOf(IInvocationOperation call) =>
        call.Instance is IPropertyReferenceOperation { Instance: null, Property: { Name: "Out" or "Error", ContainingType.Name: { } owner } } ? owner // Console.Error
        : call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value.Type?.Name ?? call.TargetMethod.ContainingType.Name : call.TargetMethod.ContainingType.Name;

    private static bool IsException(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == ExceptionName)
            {
                return true;
            }
        }

        return false;
    }
}
