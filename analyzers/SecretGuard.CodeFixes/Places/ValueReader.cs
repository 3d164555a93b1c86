using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Places;

/// <summary>Finds the expression that a diagnostic's span stands in, as large as the secret and no larger.</summary>
internal static class ValueReader
{
    // SyntaxKind.CollectionExpression, which the workspaces that this is built against do not know yet.
    private const int CollectionExpression = 9076;

    /// <summary>The expression, or null where the span is in a comment, in text that is not compiled, or in no expression that could be replaced.</summary>
    public static SecretValue? Read(SemanticModel model, SyntaxNode root, TextSpan span)
    {
        if (span.IsEmpty || !root.FullSpan.Contains(span) || !root.FindToken(span.Start).Span.Contains(span.Start))
        {
            return null;
        }

        SyntaxNode node = root.FindNode(span, getInnermostNodeForTie: true);
        return node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => Text(model, literal, Literals.Content(literal.Token), span),
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.Utf8StringLiteralExpression) => Utf8(literal, span),
            InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax interpolated } => Interpolated(model, interpolated, span),
            InterpolatedStringExpressionSyntax { Contents: var contents } interpolated when !contents.OfType<InterpolationSyntax>().Any() => new SecretValue(interpolated, SecretForm.Text),
            InitializerExpressionSyntax list when list.IsKind(SyntaxKind.ArrayInitializerExpression) => Listed(list, Creation(list)),
            ExpressionSyntax list when list.RawKind == CollectionExpression || list is ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => Listed(list, list),
            BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) && model.GetConstantValue(sum).HasValue => new SecretValue(Sums.Outermost(model, sum), SecretForm.Text),
            _ => Folded(model, node),
        };
    }

    private static SecretValue Text(SemanticModel model, ExpressionSyntax literal, TextSpan content, TextSpan span)
    {
        ExpressionSyntax sum = Sums.Outermost(model, literal);
        string text = model.GetConstantValue(sum) is { HasValue: true, Value: string whole } ? whole : model.SyntaxTree.GetText().ToString(content);
        bool isPart = span.Start > content.Start || span.End < content.End;
        if (Sums.IsConstant(model, literal) && OneTexts.IsOne(text))
        {
            return new SecretValue(sum, SecretForm.Text);
        }

        return isPart
            ? new SecretValue(literal, SecretForm.Text, span)
            : new SecretValue(Sums.StandsAlone(model, literal) ? literal : sum, SecretForm.Text);
    }

    private static SecretValue Interpolated(SemanticModel model, InterpolatedStringExpressionSyntax interpolated, TextSpan span) =>
        interpolated.Contents.Count == 1
            ? Text(model, interpolated, interpolated.Contents.Span, span)
            : new SecretValue(interpolated, SecretForm.Text, span);

    private static SecretValue? Utf8(LiteralExpressionSyntax literal, TextSpan span)
    {
        TextSpan content = Literals.Content(literal.Token);
        if (span.Start > content.Start || span.End < content.End)
        {
            return null; // words beside the secret would have to be encoded again
        }

        // An array is what is read in its place: it needs no copy.
        return literal.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } copy } member && member.Expression == literal
            ? new SecretValue(copy, SecretForm.Utf8)
            : new SecretValue(literal, SecretForm.Utf8);
    }

    private static ExpressionSyntax Creation(InitializerExpressionSyntax list) =>
        list.Parent is ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax ? (ExpressionSyntax)list.Parent : list;

    private static SecretValue? Listed(SyntaxNode list, ExpressionSyntax creation)
    {
        ExpressionSyntax[] elements = [.. list.DescendantNodes().OfType<ExpressionSyntax>().Where(node => node is LiteralExpressionSyntax)];
        return elements.All(element => element.IsKind(SyntaxKind.CharacterLiteralExpression) && element.Parent is not CastExpressionSyntax) ? new SecretValue(creation, SecretForm.Characters)
            : elements.All(element => element.IsKind(SyntaxKind.NumericLiteralExpression) || element.Parent is CastExpressionSyntax) ? new SecretValue(creation, SecretForm.Bytes)
            : null;
    }

    /// <summary>A call that makes one text of several literals.</summary>
    private static SecretValue? Folded(SemanticModel model, SyntaxNode node) =>
        node.FirstAncestorOrSelf<ExpressionSyntax>() is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Concat" or "Join" or "Format" } } call
            && model.GetTypeInfo(call).Type?.SpecialType == SpecialType.System_String && call.ArgumentList.Arguments.All(argument => model.GetConstantValue(argument.Expression).HasValue)
            ? new SecretValue(call, SecretForm.Text)
            : null;
}
