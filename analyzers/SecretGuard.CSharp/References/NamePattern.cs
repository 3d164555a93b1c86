using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Constants;

namespace SecretGuard.CSharp.References;

/// <summary>A name as far as it is known before the program runs: <c>$"Tenants:{id}:ApiKey"</c> is <c>Tenants:*:ApiKey</c>.</summary>
internal static class NamePattern
{
    private const string Any = "*";
    private const int Longest = 512;

    /// <summary>The name, or null where nothing of it is known.</summary>
    public static string? Of(IOperation? operation, ConstantReader constants)
    {
        string? name = operation is null ? null : constants.Read(operation) ?? Parts(operation, constants);
        return name is { Length: > 0 and <= Longest } && name.Any(c => c != '*' && !char.IsPunctuation(c)) ? name : null;
    }

    private static string Parts(IOperation operation, ConstantReader constants) => operation switch
    {
        IConversionOperation conversion => Part(conversion.Operand, constants),
        IParenthesizedOperation parenthesized => Part(parenthesized.Operand, constants),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Part(sum.LeftOperand, constants) + Part(sum.RightOperand, constants),
        IInterpolatedStringOperation interpolated => string.Concat(interpolated.Parts.Select(part => part is IInterpolationOperation hole ? Part(hole.Expression, constants) : constants.Read(part) ?? Any)),
        _ => Any,
    };

    private static string Part(IOperation operation, ConstantReader constants) => constants.Read(operation) ?? Parts(operation, constants);
}
