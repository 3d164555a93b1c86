using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Constants;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Places;

/// <summary>What an expression that is no constant is called.</summary>
internal static class OperandName
{
    /// <summary>The name of a variable, a member or a call; empty where there is none.</summary>
    public static string Of(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => LookedUp(local.Local) ?? local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IFieldReferenceOperation field => field.Field.Name,
        IPropertyReferenceOperation { Arguments.Length: 1 } entry when KeyOf(entry.Arguments) is { } key => key,
        IPropertyReferenceOperation { Property: { Name: "Value" } } holder => Of(holder.Instance),
        IPropertyReferenceOperation { Property: { Name: "Text" or "Content" or "Password" }, Instance: IFieldReferenceOperation or ILocalReferenceOperation or IPropertyReferenceOperation } field => WithoutControl(Of(field.Instance)),
        IPropertyReferenceOperation property => property.Property.Name,
        IArrayElementReferenceOperation element => Of(element.ArrayReference),
        IInvocationOperation { TargetMethod.Name: "ToString" or "Trim" or "ToLower" or "ToLowerInvariant" or "ToArray" } wrapped => Of(wrapped.Instance ?? (wrapped.Arguments.Length > 0 ? wrapped.Arguments[0].Value : null)),
        IInvocationOperation { Arguments.Length: > 0 } lookUp when KeyOf(lookUp.Arguments) is { } key => key,
        IInvocationOperation call => call.TargetMethod.Name,
        IConversionOperation conversion => Of(conversion.Operand),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IAwaitOperation awaited => Of(awaited.Operation),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        ICoalesceOperation coalesce => Of(coalesce.Value),
        _ => "",
    };

    /// <summary>
    /// The key under which a variable was looked up: <c>TryGetValue("password", out var p)</c>, and where its own name says nothing,
    /// <c>var key = headers.GetValue("x-api-key")</c>.
    /// </summary>
    private static string? LookedUp(ILocalSymbol local) => local.DeclaringSyntaxReferences.Length != 1 ? null : local.DeclaringSyntaxReferences[0].GetSyntax() switch
    {
        SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: > 1 } arguments } } } } => LiteralIn(arguments),
        VariableDeclaratorSyntax { Initializer.Value: var value } when !SaysSecret(local.Name) && LookUpIn(value) is { } key && SaysSecret(key) => key,
        _ => null,
    };

    private static bool SaysSecret(string name) => NameJudge.SaysSecret(Encoding.UTF8.GetBytes(name));

    /// <summary>The literal by which something is looked up; null for any other expression.</summary>
    private static string? LookUpIn(ExpressionSyntax value) => value switch
    {
        ElementAccessExpressionSyntax entry => LiteralIn(entry.ArgumentList.Arguments),
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => LiteralIn(arguments),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax wrapped } => LookUpIn(wrapped.Expression), // .ToString()
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => LookUpIn(choice.Left),
        CastExpressionSyntax cast => LookUpIn(cast.Expression),
        AwaitExpressionSyntax awaited => LookUpIn(awaited.Expression),
        PostfixUnaryExpressionSyntax sure => LookUpIn(sure.Operand),
        ConditionalAccessExpressionSyntax access => LookUpIn(access.Expression),
        _ => null,
    };

    private static string? LiteralIn(SeparatedSyntaxList<ArgumentSyntax> arguments) => arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string key } ? key : null;

    private static string? KeyOf(ImmutableArray<IArgumentOperation> arguments) => arguments[0].Value.ConstantValue is { HasValue: true, Value: string key } ? key : null;

    /// <summary>The name of a variable or a member that stands for the value as it is; empty for anything else.</summary>
    public static string OfReference(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation => Of(operation),
        IConversionOperation conversion => OfReference(conversion.Operand),
        _ => "",
    };

    /// <summary>What a field on a form is for: <c>txtPin</c>, <c>passwordTextBox</c>.</summary>
    public static string WithoutControl(string name)
    {
        name = name.TrimStart('_');
        foreach (string control in (string[])["TextBox", "Box", "Input", "Field", "Edit", "Entry"])
        {
            if (name.Length > control.Length && name.EndsWith(control, StringComparison.Ordinal))
            {
                return name.Substring(0, name.Length - control.Length);
            }
        }

        return name.Length > 4 && name.StartsWith("txt", StringComparison.Ordinal) ? name.Substring(3) : name;
    }

    /// <summary>The key or name of what is looked up: <c>configuration["Db:Password"]</c>, <c>GetEnvironmentVariable("DB_PASSWORD")</c>.</summary>
    public static string KeyOf(IOperation operation, ConstantReader constants)
    {
        IOperation inner = operation;
        while (inner is IConversionOperation conversion)
        {
            inner = conversion.Operand;
        }

        IReadOnlyList<IArgumentOperation> arguments = PlaceReader.ArgumentsOf(inner is IConditionalAccessOperation access ? access.WhenNotNull : inner);
        return arguments.Count > 0 && constants.Read(arguments[0].Value) is { Length: < 200 } key ? key : Of(inner);
    }
}
