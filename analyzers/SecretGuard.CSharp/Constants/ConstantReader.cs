using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SecretGuard.CSharp.Constants;

/// <summary>
/// The text that an expression has whenever it runs: the compiler's constants, and what it does not fold itself, such as <c>string.Concat</c>, arrays of
/// characters and bytes, encodings, read-only fields.
/// </summary>
internal sealed partial class ConstantReader(SemanticModel model)
{
    private const int Deepest = 24;
    private const int Longest = 64 * 1024;
    private const string Unknown = "x";

    private static readonly string[] Encodings = ["Base64", "Base32", "Hex"];

    /// <summary>The text, or null where it is not known or not text.</summary>
    public string? Read(IOperation operation) => Read(operation, Deepest) is { Length: <= Longest } text ? text : null;

    private string? Read(IOperation? operation, int depth)
    {
        if (operation is null || depth == 0)
        {
            return null;
        }

        if (operation.ConstantValue is { HasValue: true } constant)
        {
            return constant.Value switch
            {
                string text => text,
                char c => c.ToString(),
                _ => null,
            };
        }

        return operation switch
        {
            IConversionOperation conversion => Read(conversion.Operand, depth - 1),
            IParenthesizedOperation parenthesized => Read(parenthesized.Operand, depth - 1),
            IUtf8StringOperation utf8 => utf8.Value,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Join([sum.LeftOperand, sum.RightOperand], "", depth),
            IInterpolatedStringOperation interpolated => Join(interpolated.Parts, "", depth),
            IInterpolatedStringTextOperation text => Read(text.Text, depth - 1),
            IInterpolationOperation { FormatString: null, Alignment: null } hole => Read(hole.Expression, depth - 1),
            IArgumentOperation argument => Read(argument.Value, depth - 1),
            IInvocationOperation invocation => ReadCall(invocation, depth),
            IObjectCreationOperation creation => ReadCreation(creation, depth),
            IArrayCreationOperation { Initializer: { } elements } => ElementReader.Read(elements.ElementValues),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => Read(InitialValue(field), depth - 1),
            ILocalReferenceOperation { Local: { } local } => Read(OnlyValue(local), depth - 1) ?? ReadAdded(operation, depth),
            _ when operation.Syntax is CollectionExpressionSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => ElementReader.Read(operation, model),
            _ => null,
        };
    }

    private string? ReadCall(IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        string type = method.ContainingType.Name;
        return type switch
        {
            "String" => ReadStringCall(call, depth),
            "Encoding" or "UTF8Encoding" or "ASCIIEncoding" or "UnicodeEncoding" => method.Name switch
            {
                "GetBytes" when call.Arguments.Length == 1 => Read(call.Arguments[0], depth - 1),
                "GetString" when call.Arguments.Length == 1 => ReadDecoded(call.Arguments[0].Value, depth),
                _ => null,
            },
            "Convert" when method.Name is "ToBase64String" && call.Arguments.Length == 1 => Encode(call.Arguments[0].Value, depth),
            "MemoryExtensions" or "Enumerable" when method.Name is "AsSpan" or "AsMemory" or "ToArray" => call.Arguments.Length == 1 ? Read(call.Arguments[0], depth - 1) : null,
            "StringBuilder" => method.Name == "ToString" && call.Arguments.Length == 0 ? ReadBuilt(call, depth) : ReadBuilder(call, depth),
            "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory" when method.Name is "ToArray" or "ToString" => Read(call.Instance, depth - 1),
            _ when call.Arguments.Length == 1 && Decodes(method) => Read(call.Arguments[0], depth - 1),
            _ => null,
        };
    }

    /// <summary>Whether a method turns a text into the bytes that it stands for, by its name: <c>FromHexString</c>, <c>Base64UrlDecode</c>, <c>Base32Encoding.ToBytes</c>.</summary>
    private static bool Decodes(IMethodSymbol method) =>
        method.IsStatic && method.ReturnType is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
        && Encodings.Any(encoding => method.Name.IndexOf(encoding, StringComparison.OrdinalIgnoreCase) >= 0 || method.ContainingType.Name.IndexOf(encoding, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The Base64 of a text of which a part at least is known: a user that is not beside a password that is.</summary>
    private string? Encode(IOperation bytes, int depth)
    {
        bytes = Inner(bytes);
        bytes = bytes is ILocalReferenceOperation { Local: { } local } && OnlyValue(local) is { } held ? Inner(held) : bytes;
        if (bytes is not IInvocationOperation { TargetMethod.Name: "GetBytes", Arguments: { Length: 1 } encoded })
        {
            return null;
        }

        IOperation[] parts = [.. Parts(encoded[0].Value)];
        string?[] texts = [.. parts.Select(part => Read(part, depth - 1))];
        return Array.Exists(texts, text => text is not null) ? Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(texts.Select(text => text ?? Unknown)))) : null;
    }

    private static IEnumerable<IOperation> Parts(IOperation text) => text switch
    {
        IConversionOperation conversion => Parts(conversion.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false } sum => Parts(sum.LeftOperand).Concat(Parts(sum.RightOperand)),
        IInterpolatedStringOperation { ConstantValue.HasValue: false } interpolated => interpolated.Parts,
        _ => new[] { text },
    };

    private string? ReadStringCall(IInvocationOperation call, int depth)
    {
        string? instance = call.Instance is null ? null : Read(call.Instance, depth - 1);
        switch (call.TargetMethod.Name)
        {
            case "Concat":
                return Join(call.Arguments.SelectMany(Elements), "", depth);
            case "Join" when call.Arguments.Length > 1 && Read(call.Arguments[0], depth - 1) is { } separator:
                return Join(call.Arguments.Skip(1).SelectMany(Elements), separator, depth);
            case "Format":
                return ReadFormat(call, depth);
            case "Replace" when instance is not null && call.Arguments.Length >= 2:
                return Read(call.Arguments[0], depth - 1) is { Length: > 0 } old && Read(call.Arguments[1], depth - 1) is { } with ? instance.Replace(old, with) : null;
            case "Trim" or "TrimEnd" or "TrimStart" when call.Arguments.Length == 0:
                return instance?.Trim();
            case "ToLower" or "ToLowerInvariant":
                return instance?.ToLowerInvariant();
            case "ToUpper" or "ToUpperInvariant":
                return instance?.ToUpperInvariant();
            case "ToCharArray" or "ToString" or "Normalize" or "AsSpan" or "AsMemory" when call.Arguments.Length == 0:
                return instance;
            default:
                return null;
        }
    }

    private string? ReadCreation(IObjectCreationOperation creation, int depth) =>
        creation.Type?.Name is "String" or "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory" && creation.Arguments.Length == 1 ? Read(creation.Arguments[0], depth - 1) : null;

    /// <summary>Bytes that are decoded to text: a list of bytes, or Base64 and hex of text.</summary>
    private string? ReadDecoded(IOperation value, int depth)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        bool hex = value is IInvocationOperation { TargetMethod.Name: "FromHexString" };
        if (value is not IInvocationOperation { TargetMethod: { Name: "FromBase64String" or "FromHexString", ContainingType.Name: "Convert" } } call || Read(call.Arguments[0], depth - 1) is not { } encoded)
        {
            return Read(value, depth - 1);
        }

        return PrintableText.Decode(encoded, hex) ?? encoded;
    }

    /// <summary>One element of a list, as text, or null.</summary>
    public string? ReadElement(IOperation list, int index)
    {
        IOperation inner = list is IConversionOperation conversion ? conversion.Operand : list;
        if (inner is IArrayCreationOperation { Initializer: { } elements } && index < elements.ElementValues.Length)
        {
            return Read(elements.ElementValues[index]);
        }

        return inner.Syntax is CollectionExpressionSyntax { Elements: { } items } && index < items.Count && items[index] is ExpressionElementSyntax item
            && model.GetConstantValue(item.Expression) is { HasValue: true, Value: string text } ? text : null;
    }

    private IEnumerable<IOperation> Elements(IArgumentOperation argument) =>
        argument.Value is ILocalReferenceOperation { Local: { } local } && OnlyValue(local) is IArrayCreationOperation { Initializer: { } held } ? held.ElementValues
        : argument.Value is IArrayCreationOperation { Initializer: { } elements } ? elements.ElementValues
        : argument.Value is IConversionOperation { Operand: IArrayCreationOperation { Initializer: { } converted } } ? converted.ElementValues
        : argument.Parameter is { IsParams: true } && Inner(argument.Value) is { ChildOperations: { Count: > 0 } children } ? children // a span, or a collection of another type
        : new[] { argument.Value };

    private static IOperation Inner(IOperation operation) => operation is IConversionOperation conversion ? conversion.Operand : operation;

    private string? Join(IEnumerable<IOperation> parts, string separator, int depth)
    {
        var text = new StringBuilder();
        bool first = true;
        foreach (IOperation part in parts)
        {
            if (Read(part, depth - 1) is not { } piece || text.Length + piece.Length > Longest)
            {
                return null;
            }

            text.Append(first ? "" : separator).Append(piece);
            first = false;
        }

        return text.ToString();
    }

    /// <summary>What a read-only field begins with, where this tree says it.</summary>
    public IOperation? InitialValue(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.Length == 1 && field.DeclaringSyntaxReferences[0] is { } declaration && declaration.SyntaxTree == model.SyntaxTree && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: { } initializer }
            ? model.GetOperation(initializer.Value)
            : null;

    /// <summary>What a local variable holds that nobody assigns again.</summary>
    public IOperation? OnlyValue(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.Length == 1 && local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer: { } initializer } declarator
            && declarator.FirstAncestorOrSelf<SyntaxNode>(node => node is BlockSyntax or CompilationUnitSyntax) is { } scope && !Assignments.Any(scope, local.Name)
            ? model.GetOperation(initializer.Value)
            : null;
}
