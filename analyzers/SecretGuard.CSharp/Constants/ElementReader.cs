using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretGuard.CSharp.Constants;

/// <summary>Text that stands in code as a list of characters or bytes.</summary>
internal static class ElementReader
{
    private const int LeastBytes = 8;
    private const int Most = 4096;

    /// <summary>Reads the elements of an array, or null where they are no characters, no bytes, or not constant.</summary>
    public static string? Read(IEnumerable<IOperation> elements) => Read(elements.Select(element => element.ConstantValue is { HasValue: true } constant ? constant.Value : Inner(element)));

    /// <summary>Reads a collection expression or a stackalloc, which older compilers give no operation of their own.</summary>
    public static string? Read(IOperation operation, SemanticModel model)
    {
        IEnumerable<ExpressionSyntax>? elements = operation.Syntax switch
        {
            CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) => collection.Elements.Cast<ExpressionElementSyntax>().Select(element => element.Expression),
            StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            _ => null,
        };
        return elements is null ? null : Read(elements.Select(element => model.GetConstantValue(element) is { HasValue: true } constant ? constant.Value : null));
    }

    private static object? Inner(IOperation element) =>
        element is Microsoft.CodeAnalysis.Operations.IConversionOperation { Operand.ConstantValue: { HasValue: true } constant } ? constant.Value : null;

    private static string? Read(IEnumerable<object?> values)
    {
        var text = new StringBuilder();
        var bytes = new List<byte>();
        foreach (object? value in values)
        {
            if (text.Length + bytes.Count > Most)
            {
                return null;
            }

            switch (value)
            {
                case char c when bytes.Count == 0:
                    text.Append(c);
                    break;
                case byte or int or sbyte when text.Length == 0 && Convert.ToInt32(value, CultureInfo.InvariantCulture) is >= 0 and <= 255 and int number:
                    bytes.Add((byte)number);
                    break;
                default:
                    return null;
            }
        }

        return bytes.Count >= LeastBytes && !IsSeries(bytes) ? PrintableText.Of(bytes) : text.Length > 0 ? text.ToString() : null;
    }

    /// <summary>0, 1, 2, 3: counted, not chosen.</summary>
    private static bool IsSeries(List<byte> bytes) => Enumerable.Range(1, bytes.Count - 1).All(i => bytes[i] - bytes[i - 1] == bytes[1] - bytes[0]);
}
