using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Constants;
using SecretGuard.CSharp.Places;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Flows;

/// <summary>Whether an expression is the value of a secret: a variable or a member of a secret's name, or what a configuration or a store holds under one.</summary>
internal static class SecretExpression
{
    private const string ConnectionString = "connection string"; // whatever the database is called

    /// <summary>Calls that look something up, whose argument says what.</summary>
    private static readonly HashSet<string> LookUps = new(StringComparer.Ordinal) { "GetEnvironmentVariable", "GetValue", "GetConnectionString", "GetSecret", "GetSecretAsync" };

    /// <summary>Whether one may stand within this code; by names alone, before anything is bound.</summary>
    public static bool MayStandIn(SyntaxNode code)
    {
        foreach (SyntaxNode node in code.DescendantNodes())
        {
            if (node is ElementAccessExpressionSyntax or ElementBindingExpressionSyntax) // the key decides, whatever constant holds it
            {
                return true;
            }

            if (node is SimpleNameSyntax { Identifier.ValueText: var name } && (LookUps.Contains(name) || SaysSecret(name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the secret is called, or null.</summary>
    public static string? NameOf(IOperation operation, ConstantReader constants)
    {
        while (operation is IConversionOperation or IParenthesizedOperation or IAwaitOperation)
        {
            operation = operation switch
            {
                IConversionOperation conversion => conversion.Operand,
                IAwaitOperation awaited => awaited.Operation,
                _ => ((IParenthesizedOperation)operation).Operand,
            };
        }

        if (!HoldsText(operation.Type) || operation.ConstantValue.HasValue)
        {
            return null; // a constant is reported where it stands
        }

        string name = operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation => OperandName.Of(operation),
            IPropertyReferenceOperation { Arguments.Length: 0, Property.Name: "Value" } holder when holder.Instance is IInvocationOperation { TargetMethod.Name: "GetSecret" or "GetSecretAsync" } => "secret",
            IPropertyReferenceOperation { Arguments.Length: > 0 } => OperandName.KeyOf(operation, constants),
            IPropertyReferenceOperation property => property.Property.Name,
            IInvocationOperation { TargetMethod.Name: "GetConnectionString" } => ConnectionString,
            IInvocationOperation { TargetMethod.Name: "GetEnvironmentVariable" or "GetValue" } => OperandName.KeyOf(operation, constants),
            _ => "",
        };
        return name is ConnectionString || (name.Length > 0 && SaysSecret(name)) ? name : null;
    }

    private static bool SaysSecret(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        NameKind kind = NameJudge.Judge(bytes);
        return NameJudge.IsSecret(kind) && !(kind == NameKind.Token && name.TrimStart('_').Length <= "tokens".Length); // what a parser reads is called a token too
    }

    /// <summary>A token that cancels and a credential that is an object show nothing.</summary>
    private static bool HoldsText(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String or SpecialType.System_Object } => true,
        IArrayTypeSymbol array => array.ElementType.SpecialType is SpecialType.System_Char or SpecialType.System_Byte,
        _ => false,
    };
}
