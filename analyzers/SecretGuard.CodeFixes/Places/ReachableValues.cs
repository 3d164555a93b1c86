using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretGuard.CodeFixes.Places;

/// <summary>Values of a type that an expression can reach by name: parameters and variables, then members, then the member of a variable such as <c>builder.Configuration</c>.</summary>
internal static class ReachableValues
{
    /// <summary>The expressions that name them, nearest first.</summary>
    public static IEnumerable<string> Find(SemanticModel model, ExpressionSyntax place, INamedTypeSymbol wanted)
    {
        (string Name, ITypeSymbol Type, int Distance)[] values =
        [
            .. model.LookupSymbols(place.SpanStart).Where(symbol => IsReady(symbol, place)).Select(symbol => (symbol.Name, Type: TypeOf(symbol), Distance: symbol is IParameterSymbol or ILocalSymbol ? 0 : 1))
                .Where(value => value.Type is not null && value.Name.Length > 0).Select(value => (value.Name, value.Type!, value.Distance)).OrderBy(value => value.Item3),
        ];
        return values.Where(value => Is(value.Type, wanted)).Select(value => value.Name)
            .Concat(values.Where(value => value.Distance == 0).SelectMany(value => Members(value.Type).Where(member => Is(member.Type, wanted)).Select(member => value.Name + "." + member.Name)));
    }

    /// <summary>Whether a value of this type is one of the wanted type. A section of the configuration is not: keys in it are relative.</summary>
    public static bool Is(ITypeSymbol type, INamedTypeSymbol wanted) =>
        (SymbolEqualityComparer.Default.Equals(type, wanted) || type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default) || Bases(type).Contains(wanted, SymbolEqualityComparer.Default))
            && type.Name != "IConfigurationSection" && !type.AllInterfaces.Any(known => known.Name == "IConfigurationSection");

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        for (INamedTypeSymbol? known = type.BaseType; known is not null; known = known.BaseType)
        {
            yield return known;
        }
    }

    private static IEnumerable<IPropertySymbol> Members(ITypeSymbol type) =>
        type.GetMembers().Concat(Bases(type).SelectMany(known => known.GetMembers())).OfType<IPropertySymbol>().Where(property => property is { IsIndexer: false, IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null });

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        _ => null,
    };

    /// <summary>Whether a local has been declared before the place, and is not what is being made there.</summary>
    private static bool IsReady(ISymbol symbol, ExpressionSyntax place) =>
        symbol is not ILocalSymbol local || (local.DeclaringSyntaxReferences.Length > 0 && local.DeclaringSyntaxReferences[0].Span is var declared && declared.End <= place.SpanStart);
}
