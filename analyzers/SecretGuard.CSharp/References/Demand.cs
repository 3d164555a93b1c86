using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecretGuard.CSharp.References;

/// <summary>Whether a program goes on without what it asks for.</summary>
internal static class Demand
{
    /// <summary>True where a fallback follows, false where the program ends, null where the place does not say.</summary>
    public static bool? IsOptional(IOperation operation)
    {
        IOperation asked = operation;
        while (asked.Parent is IConversionOperation or IParenthesizedOperation or IAwaitOperation or IConditionalAccessOperation
            || asked.Parent is IPropertyReferenceOperation { Property.Name: "Value" or "Result", Arguments.Length: 0 })
        {
            asked = asked.Parent;
        }

        return asked.Parent is ICoalesceOperation coalesce && coalesce.Value == asked ? Unwrap(coalesce.WhenNull) is not IThrowOperation : null;
    }

    private static IOperation Unwrap(IOperation operation) => operation is IConversionOperation conversion ? Unwrap(conversion.Operand) : operation;
}
