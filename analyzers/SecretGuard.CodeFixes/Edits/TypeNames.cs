using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>Names of types as they can be written at a position, and the usings that this asks for.</summary>
internal sealed class TypeNames(SemanticModel model, int position)
{
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

    /// <summary>The simple name where it means the type or nothing; the full name where it means something else, such as a property called Environment.</summary>
    public string Name(string space, string name)
    {
        ImmutableArray<ISymbol> meant = model.LookupSymbols(position, name: name);
        if (meant.IsEmpty)
        {
            _missing.Add(space);
            return name;
        }

        return meant.Length == 1 && meant[0] is INamedTypeSymbol type && type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) == space + "." + name ? name : "global::" + space + "." + name;
    }

    /// <summary>The usings that the names need.</summary>
    public IEnumerable<TextChange> Usings(SyntaxNode root, Layout layout) => _missing.Count == 0 ? [] : Edits.Usings.Add(root, layout, _missing);
}
