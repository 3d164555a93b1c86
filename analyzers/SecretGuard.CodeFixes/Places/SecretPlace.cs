using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Edits;
using SecretGuard.Findings;

namespace SecretGuard.CodeFixes.Places;

/// <summary>A diagnostic's place in a document as it is now.</summary>
internal sealed class SecretPlace
{
    private readonly Reported _reported;

    private SecretPlace(Document document, SemanticModel model, SyntaxNode root, SourceText text, TextSpan span, Reported reported)
    {
        (Document, Model, Root, Text, Span, _reported) = (document, model, root, text, span, reported);
        Layout = new Layout(text);
        Value = ValueReader.Read(model, root, span);
    }

    public Document Document { get; }

    public SemanticModel Model { get; }

    public SyntaxNode Root { get; }

    public SourceText Text { get; }

    public Layout Layout { get; }

    /// <summary>What the diagnostic marks.</summary>
    public TextSpan Span { get; }

    /// <summary>The slug of the rule.</summary>
    public string Rule => _reported.Rule;

    /// <summary>The expression that holds the secret, or null where there is none, as in a comment.</summary>
    public SecretValue? Value { get; }

    /// <summary>The expression that need not be constant, or null.</summary>
    public ExpressionSyntax? Replaceable => Value is { } value && !ConstantPlaces.Holds(value.Expression) ? value.Expression : null;

    /// <summary>The expression that could be read from elsewhere, or null. A fallback is one no more when it is read from the same place.</summary>
    public ExpressionSyntax? Readable => _reported.Id == DiagnosticIds.SecretAsFallback || (Replaceable is { Parent: ArgumentSyntax argument } && new LookUps(Model).IsDefault(argument)) ? null : Replaceable;

    /// <summary>The secret as it is written. Compared, never written.</summary>
    public string Written => Text.ToString(Value?.Part ?? Value?.Expression.Span ?? Span);

    /// <summary>Reads the place, or null where the document has no syntax or the span is not in it.</summary>
    public static async Task<SecretPlace?> ReadAsync(Document document, TextSpan span, Reported reported, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null || !root.FullSpan.Contains(span) ? null : new SecretPlace(document, model, root, await document.GetTextAsync(cancellation).ConfigureAwait(false), span, reported);
    }
}
