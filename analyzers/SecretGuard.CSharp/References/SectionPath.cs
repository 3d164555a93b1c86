using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Constants;

namespace SecretGuard.CSharp.References;

/// <summary>Which section of a configuration an expression is: <c>configuration.GetSection("Mail").GetSection("Smtp")</c> is <c>Mail:Smtp</c>.</summary>
internal static class SectionPath
{
    /// <summary>What divides the parts of a key.</summary>
    public const string Separator = ":";

    private const int Deepest = 16;

    /// <summary>Whether a type is a configuration or a section of one.</summary>
    public static bool IsConfiguration(ITypeSymbol? type) => type is not null && (type.Name == "IConfiguration" || type.AllInterfaces.Any(held => held.Name == "IConfiguration"));

    /// <summary>The path: empty for a whole configuration, <c>*</c> for a section that somebody else has chosen.</summary>
    public static string Of(IOperation? operation, ConstantReader constants, int depth = Deepest)
    {
        operation = Unwrap(operation);
        if (operation is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call && depth > 0)
        {
            return Join(Of(Receiver(call), constants, depth - 1), NamePattern.Of(KeyOf(call), constants) ?? "*");
        }

        if (operation is ILocalReferenceOperation local && depth > 0 && constants.OnlyValue(local.Local) is { } value)
        {
            return Of(value, constants, depth - 1);
        }

        return operation?.Type is { } type && (type.Name == "IConfigurationSection" || type.Name == "ConfigurationSection") ? "*" : "";
    }

    /// <summary>A key below a section.</summary>
    public static string Join(string section, string key) => section.Length == 0 ? key : section + Separator + key;

    /// <summary>What a call is made on: its instance, or the first argument of an extension.</summary>
    public static IOperation? Receiver(IInvocationOperation call) => call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);

    /// <summary>An operation without conversions and the like around it.</summary>
    public static IOperation? Unwrap(IOperation? operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation is IConditionalAccessInstanceOperation ? Unwrap(Accessed(operation)) : operation;
    }

    private static IOperation? KeyOf(IInvocationOperation call) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "key")?.Value;

    /// <summary>What stands before <c>?.</c></summary>
    private static IOperation? Accessed(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IConditionalAccessOperation access && !access.Operation.Syntax.Span.Contains(operation.Syntax.Span))
            {
                return access.Operation;
            }
        }

        return null;
    }
}
