using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Places;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Remedies;

/// <summary>
/// A comment that accepts the value, in the syntax of the scanner: alone on its line it speaks of the next one, behind code of its own. The reason is the
/// user's to write.
/// </summary>
internal sealed class AcceptWithReason : Remedy
{
    private const string Reason = "TODO: say why";

    public override string Key => "SecretGuard.AcceptWithReason";

    public override IEnumerable<Attempt> Attempts(SecretPlace place, SecretName name)
    {
        string comment = "// secretguard:" + "allow " + place.Rule + " " + Reason;
        TextLine first = place.Text.Lines.GetLineFromPosition(place.Span.Start), last = place.Text.Lines.GetLineFromPosition(place.Span.End);
        if (place.Rule.Length == 0)
        {
            yield break;
        }

        if (!IsInToken(place.Root, first.Start) && !IsInComment(place.Root, place.Span.Start))
        {
            yield return new Attempt("Accept it with a reason", [new TextChange(new TextSpan(first.Start, 0), place.Layout.IndentAt(first.Start) + comment + place.Layout.LineBreak)]);
        }
        else if (!IsInToken(place.Root, last.End))
        {
            yield return new Attempt("Accept it with a reason", [new TextChange(new TextSpan(last.End, 0), " " + comment)]);
        }
    }

    /// <summary>Whether a line break here belongs to a string: a comment would become its text.</summary>
    private static bool IsInToken(SyntaxNode root, int position) => position < root.FullSpan.End && root.FindToken(position) is var token && token.SpanStart < position && position < token.Span.End;

    /// <summary>Between the lines of a comment, one of another kind would cut it in two.</summary>
    private static bool IsInComment(SyntaxNode root, int position) => !root.FindToken(position).Span.Contains(position) && !root.FindTrivia(position).IsKind(SyntaxKind.DisabledTextTrivia);
}
