using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Places;

/// <summary>Expressions that look a secret up under a key.</summary>
internal sealed class LookUps(SemanticModel model)
{
    /// <summary>What is to be done when the look-up finds nothing: <c>Configure Smtp:Password</c>, <c>Set SMTP_PASSWORD</c>.</summary>
    public string Describe(ExpressionSyntax lookUp, SecretName name) =>
        Call(lookUp) is InvocationExpressionSyntax call && NameOf(call) == "GetEnvironmentVariable" ? "Set " + (Key(lookUp) ?? name.Variable) : "Configure " + (Key(lookUp) ?? name.ConfigurationKey);

    /// <summary>Whether the argument is the default of a look-up under the key before it.</summary>
    public bool IsDefault(ArgumentSyntax argument) =>
        argument.Parent is ArgumentListSyntax { Parent: InvocationExpressionSyntax call } && NameOf(call) is "GetValue" or "GetValueOrDefault" or "GetOrDefault" or "GetSetting" && call.ArgumentList.Arguments.IndexOf(argument) is > 0 and var at && Text(call.ArgumentList.Arguments[at - 1].Expression) is not null;

    /// <summary>What a condition finds missing, or null: <c>string.IsNullOrEmpty(x)</c>, <c>x is null</c>, <c>x == null</c>.</summary>
    public static ExpressionSyntax? Missing(ExpressionSyntax condition) => condition switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Missing(not.Operand),
        ParenthesizedExpressionSyntax parenthesized => Missing(parenthesized.Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call when NameOf(call) is "IsNullOrEmpty" or "IsNullOrWhiteSpace" => arguments[0].Expression,
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } pattern when pattern.Pattern.ToString().EndsWith("null", StringComparison.Ordinal) => pattern.Expression,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } comparison => comparison.Left,
        _ => null,
    };

    private static ExpressionSyntax Call(ExpressionSyntax lookUp) => lookUp switch
    {
        ParenthesizedExpressionSyntax parenthesized => Call(parenthesized.Expression),
        ConditionalAccessExpressionSyntax conditional => Call(conditional.WhenNotNull),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Call(coalesce.Right),
        _ => lookUp,
    };

    /// <summary>The constant key, with the section that it is looked up in.</summary>
    private string? Key(ExpressionSyntax lookUp) => Call(lookUp) switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } entry => Text(keys[0].Expression) is { } text ? Section(entry.Expression) + text : null,
        ElementBindingExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } => Text(keys[0].Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } call => Text(arguments[0].Expression) is not { } text ? null : call.Expression is MemberAccessExpressionSyntax member ? Section(member.Expression) + text : text,
        _ => null,
    };

    private string Section(ExpressionSyntax receiver) =>
        receiver is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetSection" or "GetRequiredSection" } member } && Text(keys[0].Expression) is { } text
            ? Section(member.Expression) + text + ":"
            : "";

    private string? Text(ExpressionSyntax expression) => model.GetConstantValue(expression) is { HasValue: true, Value: string { Length: > 0 and < 100 } text } ? text : null;

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
