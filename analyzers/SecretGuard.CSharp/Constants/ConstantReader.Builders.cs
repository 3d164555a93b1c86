using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SecretGuard.CSharp.Constants;

/// <content>Text that is put together piece by piece.</content>
internal sealed partial class ConstantReader
{
    /// <summary>The pieces of a text that statements put together: what each adds, and where it stands; null where the text is none of these.</summary>
    public IReadOnlyList<(string Text, SyntaxNode Syntax)>? PiecesOf(IOperation text)
    {
        IOperation inner = Inner(text);
        if (RootOf(inner is IInvocationOperation { TargetMethod: { Name: "ToString", ContainingType.Name: "StringBuilder" } } built ? built.Instance : inner) is not { } variable
            || PiecesOf(variable, Deepest) is not { } pieces)
        {
            return null;
        }

        return inner is IInvocationOperation { Instance: IInvocationOperation last } && ReadBuilder(last, Deepest) is { } rest ? [.. pieces, (rest, last.Syntax)] : pieces;
    }

    private List<(string Text, SyntaxNode Syntax)>? PiecesOf(ILocalReferenceOperation variable, int depth)
    {
        if (variable.Syntax is not IdentifierNameSyntax name || Accumulation.Before(name) is not { } parts)
        {
            return null;
        }

        bool builder = variable.Local.Type.Name == "StringBuilder";
        var pieces = new List<(string Text, SyntaxNode Syntax)>();
        foreach (ExpressionSyntax part in parts)
        {
            if (model.GetOperation(part) is not { } operation || (builder ? ReadBuilder(operation, depth - 1) : Read(operation, depth - 1)) is not { } text)
            {
                return null;
            }

            pieces.Add((text, part));
        }

        return pieces;
    }

    private static ILocalReferenceOperation? RootOf(IOperation? receiver)
    {
        while (receiver is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } append)
        {
            receiver = append.Instance;
        }

        return receiver as ILocalReferenceOperation;
    }

    /// <summary>What a builder holds, by the statements before, where they are known, and by this one.</summary>
    private string? ReadBuilt(IInvocationOperation call, int depth) => ReadBuilder(call.Instance, depth) is { } own ? (ReadAdded(RootOf(call.Instance), depth) + own).TrimEnd('\n') : null;

    private string? ReadAdded(IOperation? variable, int depth) =>
        variable is ILocalReferenceOperation local && PiecesOf(local, depth) is { } pieces ? string.Concat(pieces.Select(piece => piece.Text)) : null;

    /// <summary><c>new StringBuilder("a").Append("b")</c>, as one expression.</summary>
    private string? ReadBuilder(IOperation? receiver, int depth)
    {
        if (receiver is IObjectCreationOperation creation)
        {
            return creation.Arguments.Length == 0 || creation.Arguments[0].Parameter?.Type.SpecialType != SpecialType.System_String ? "" : Read(creation.Arguments[0], depth - 1);
        }

        if (receiver is not IInvocationOperation { TargetMethod: { Name: "Append" or "AppendLine" or "AppendFormat", ContainingType.Name: "StringBuilder" } } append || depth <= 0)
        {
            return receiver is null or IInvocationOperation ? null : ""; // a builder that holds something already
        }

        string? more = append switch
        {
            { TargetMethod.Name: "AppendFormat" } => ReadFormat(append, depth),
            { TargetMethod.Name: "AppendLine", Arguments.Length: 0 } => "",
            { Arguments.Length: 1 } => Read(append.Arguments[0], depth - 1),
            _ => null,
        };
        return more is not null && ReadBuilder(append.Instance, depth - 1) is { } before ? before + more + (append.TargetMethod.Name == "AppendLine" ? "\n" : "") : null;
    }

    /// <summary><c>Format(culture, "…{0}…", …)</c></summary>
    private string? ReadFormat(IInvocationOperation call, int depth)
    {
        IArgumentOperation? format = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format");
        return format is not null && Read(format, depth - 1) is { } text
            ? Format(text, [.. call.Arguments.SkipWhile(argument => argument != format).Skip(1).SelectMany(Elements).Select(value => Read(value, depth - 1))])
            : null;
    }

    /// <summary>A format with what is known filled in: nothing, where nothing is.</summary>
    private static string? Format(string format, string?[] values)
    {
        if (Array.TrueForAll(values, value => value is null))
        {
            return null;
        }

        for (int i = 0; i < values.Length; i++)
        {
            format = format.Replace("{" + i + "}", values[i] ?? Unknown);
        }

        return format;
    }
}
