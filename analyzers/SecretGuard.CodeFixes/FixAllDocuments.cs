using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SecretGuard.CodeFixes;

/// <summary>The documents that are fixed at once.</summary>
internal static class FixAllDocuments
{
    /// <summary>The documents of a scope, in the order of their paths.</summary>
    public static IReadOnlyList<Document> Of(FixAllContext context)
    {
        IEnumerable<Document> documents = context.Scope switch
        {
            FixAllScope.Document => context.Document is { } document ? [document] : [],
            FixAllScope.Project => context.Project.Documents,
            _ => context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp).SelectMany(project => project.Documents),
        };
        return [.. documents.OrderBy(document => document.FilePath, StringComparer.Ordinal)];
    }
}
