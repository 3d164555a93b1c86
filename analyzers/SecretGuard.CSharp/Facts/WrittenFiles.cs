using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CSharp.Constants;

namespace SecretGuard.CSharp.Facts;

/// <summary>Files that the code writes: <c>File.WriteAllText(Path.Combine(home, ".pgpass"), "…")</c> is a secret in a .pgpass, whose lines no C# explains.</summary>
internal sealed class WrittenFiles(SemanticModel model)
{
    private static readonly string[] Beginnings = ["WriteAll", "AppendAll"];

    private readonly ConstantReader _constants = new(model);

    /// <summary>Name, text, and the literal that the text stands in.</summary>
    /// <param name="root">The tree of the code.</param>
    /// <param name="code">Its text, which tells sooner than the tree that nothing is written: nearly always.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IEnumerable<(string Name, string Text, TextSpan Literal)> In(SyntaxNode root, string code, CancellationToken cancellation)
    {
        if (!Array.Exists(Beginnings, beginning => code.IndexOf(beginning, StringComparison.Ordinal) >= 0))
        {
            yield break;
        }

        foreach (InvocationExpressionSyntax call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method }, ArgumentList.Arguments.Count: >= 2 } && IsWriting(method)
                && model.GetOperation(call, cancellation) is IInvocationOperation { TargetMethod.ContainingType.Name: "File" } write
                && NameOf(write.Arguments[0].Value) is { } name && TextOf(write.Arguments[1].Value) is { Length: > 0 } text)
            {
                SyntaxNode content = write.Arguments[1].Value.Syntax;
                yield return (name, text, Literals.Within(content, content));
            }
        }
    }

    private static bool IsWriting(string method) => method is "WriteAllText" or "WriteAllLines" or "AppendAllText" or "AppendAllLines" or "WriteAllTextAsync" or "WriteAllLinesAsync" or "AppendAllTextAsync" or "AppendAllLinesAsync";

    /// <summary>The file's path, or as much of its end as is known.</summary>
    private string? NameOf(IOperation path) =>
        _constants.Read(path) ?? (path is IInvocationOperation { TargetMethod: { Name: "Combine" or "Join", ContainingType.Name: "Path" }, Arguments: { Length: > 0 } parts } ? _constants.Read(parts[parts.Length - 1].Value) : null);

    private string? TextOf(IOperation content)
    {
        if (_constants.Read(content) is { } text)
        {
            return text;
        }

        string?[] lines = [.. References.Elements.Of(content).Select(_constants.Read)];
        return lines.Length > 0 && Array.TrueForAll(lines, line => line is not null) ? string.Join("\n", lines) : null;
    }
}
