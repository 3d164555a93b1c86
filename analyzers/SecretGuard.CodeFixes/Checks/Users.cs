using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;

namespace SecretGuard.CodeFixes.Checks;

/// <summary>Who uses a symbol, elsewhere in the solution.</summary>
internal static class Users
{
    // An editor asks while somebody types: what is used everywhere is not looked at everywhere.
    private const int Most = 40;

    /// <summary>The other documents that name it, or null where they are too many to look at.</summary>
    public static async Task<IReadOnlyList<Document>?> OfAsync(ISymbol symbol, Document declared, CancellationToken cancellation)
    {
        IEnumerable<ReferencedSymbol> found = await SymbolFinder.FindReferencesAsync(symbol, declared.Project.Solution, cancellation).ConfigureAwait(false);
        Document[] users = [.. found.SelectMany(reference => reference.Locations).Select(location => location.Document).Where(user => user.Id != declared.Id).GroupBy(user => user.Id).Select(group => group.First())];
        return users.Length > Most ? null : users;
    }
}
