using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>Adds usings where the file has its own, in their order: those of System first.</summary>
internal static class Usings
{
    /// <summary>The changes that add the namespaces, which are not yet there.</summary>
    public static IEnumerable<TextChange> Add(SyntaxNode root, Layout layout, IEnumerable<string> namespaces)
    {
        var unit = (CompilationUnitSyntax)root;
        UsingDirectiveSyntax[] known = [.. Known(unit)];
        IEnumerable<string> ordered = namespaces.OrderBy(name => !IsSystem(name)).ThenBy(name => name, StringComparer.Ordinal);
        if (known.Length == 0)
        {
            string added = string.Concat(ordered.Select(name => "using " + name + ";" + layout.LineBreak));
            return [new TextChange(new TextSpan(BehindBanner(unit), 0), added + layout.LineBreak)];
        }

        string indent = layout.IndentAt(known[0].SpanStart);
        return ordered.GroupBy(name => Array.Find(known, other => IsAfter(other, name))).Select(group =>
        {
            string[] lines = [.. group.Select(name => indent + "using " + name + ";")];
            return group.Key is { } next
                ? new TextChange(new TextSpan(layout.LineStart(next.SpanStart), 0), string.Concat(lines.Select(line => line + layout.LineBreak)))
                : new TextChange(new TextSpan(known[known.Length - 1].Span.End, 0), string.Concat(lines.Select(line => layout.LineBreak + line)));
        });
    }

    private static IEnumerable<UsingDirectiveSyntax> Known(CompilationUnitSyntax unit)
    {
        SyntaxList<UsingDirectiveSyntax> usings = unit.Usings.Count > 0 ? unit.Usings
            : unit.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault() is { } space ? space.Usings
            : default;
        return usings.Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.None));
    }

    /// <summary>Aliases and static usings come last.</summary>
    private static bool IsAfter(UsingDirectiveSyntax other, string name)
    {
        if (other.Alias is not null || !other.StaticKeyword.IsKind(SyntaxKind.None))
        {
            return true;
        }

        string otherName = other.Name?.ToString() ?? "";
        return IsSystem(name) == IsSystem(otherName) ? string.CompareOrdinal(name, otherName) < 0 : IsSystem(name);
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    /// <summary>Behind global usings, and behind the comment that a file begins with, if a blank line sets it off.</summary>
    private static int BehindBanner(CompilationUnitSyntax unit)
    {
        if (unit.Usings.Count > 0)
        {
            return unit.Usings.FullSpan.End;
        }

        bool blank = true, commented = false;
        foreach (SyntaxTrivia trivia in unit.GetFirstToken(includeZeroWidth: true).LeadingTrivia)
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.EndOfLineTrivia when blank && commented:
                    return trivia.FullSpan.End;
                case SyntaxKind.EndOfLineTrivia:
                    blank = true;
                    break;
                case SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia:
                    (blank, commented) = (false, true);
                    break;
                case SyntaxKind.WhitespaceTrivia:
                    break;
                default:
                    return 0;
            }
        }

        return 0;
    }
}
