using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Constants;
using SecretGuard.Inventories;
using SecretGuard.Inventories.Code;

namespace SecretGuard.CSharp.References;

/// <summary>The keys that an options class reads when a section is bound to it: <c>Configure&lt;MailOptions&gt;(configuration.GetSection("Mail"))</c> reads <c>Mail:Password</c>.</summary>
internal static class BoundOptions
{
    private const int Deepest = 8;
    private const int Most = 256;

    /// <summary>The keys that the call reads; none where it binds nothing.</summary>
    public static IEnumerable<CodeReference> Read(IInvocationOperation call, ConstantReader constants)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!ReferenceTable.Binding.Contains(method.Name) || Section(call, constants) is not { } section || OptionsOf(call) is not INamedTypeSymbol options)
        {
            return [];
        }

        string via = $"{method.Name}<{options.Name}>";
        return Keys(options, section.Path, ImmutableArray<ITypeSymbol>.Empty).Take(Most).Select(key => new CodeReference(
            NamedReference.Of(StoreTypes.Configuration, ReferenceKinds.Configuration, key.Name, via) with { IsOptional = key.IsRequired ? false : null }, section.Place));
    }

    private static (string Path, SyntaxNode Place)? Section(IInvocationOperation call, ConstantReader constants)
    {
        if (call.TargetMethod.Name == "BindConfiguration")
        {
            IOperation? path = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "configSectionPath")?.Value;
            return NamePattern.Of(path, constants) is { } name ? (name, path!.Syntax) : null;
        }

        IOperation? section = call.Arguments.Select(argument => argument.Value).Concat(call.Instance is null ? [] : new[] { call.Instance })
            .FirstOrDefault(value => SectionPath.IsConfiguration(SectionPath.Unwrap(value)?.Type));
        if (section is null)
        {
            return null;
        }

        IOperation? key = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "key")?.Value; // Bind("Mail", options)
        string held = SectionPath.Of(section, constants);
        return (key is null ? held : SectionPath.Join(held, NamePattern.Of(key, constants) ?? "*"), key?.Syntax ?? section.Syntax);
    }

    /// <summary>The class that is filled: a type argument, the one of the builder, or what is handed over.</summary>
    private static ITypeSymbol? OptionsOf(IInvocationOperation call) =>
        call.TargetMethod.TypeArguments.FirstOrDefault()
        ?? (SectionPath.Receiver(call)?.Type is INamedTypeSymbol { Name: "OptionsBuilder", TypeArguments.Length: 1 } builder ? builder.TypeArguments[0] : null)
        ?? SectionPath.Unwrap(call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "instance" or "o")?.Value)?.Type;

    /// <summary>The keys below a path that a value of this type is read from, and whether each must be there.</summary>
    /// <param name="type">What a section is read into.</param>
    /// <param name="path">The section.</param>
    /// <param name="around">The types that hold this one: what holds itself has no end.</param>
    private static IEnumerable<(string Name, bool IsRequired)> Keys(ITypeSymbol type, string path, ImmutableArray<ITypeSymbol> around)
    {
        if (IsLeaf(type))
        {
            return path.Length == 0 ? [] : new[] { (path, false) };
        }

        if (around.Length == Deepest || around.Contains(type, SymbolEqualityComparer.Default))
        {
            return [];
        }

        ImmutableArray<ITypeSymbol> inner = around.Add(type);
        return Element(type) is { } element
            ? Keys(element, SectionPath.Join(path, "*"), inner)
            : Properties(type).SelectMany(property => Keys(property.Type, SectionPath.Join(path, KeyOf(property)), inner).Select(key => (key.Name, key.IsRequired || (IsLeaf(property.Type) && IsRequired(property)))));
    }

    private static IEnumerable<IPropertySymbol> Properties(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is { SpecialType: SpecialType.None, Locations.Length: > 0 } && current.Locations[0].IsInSource; current = current.BaseType)
        {
            foreach (IPropertySymbol property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } && (property.SetMethod is not null || !IsLeaf(property.Type)))
                {
                    yield return property;
                }
            }
        }
    }

    private static string KeyOf(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "ConfigurationKeyNameAttribute")?.ConstructorArguments.FirstOrDefault().Value as string ?? property.Name;

    private static bool IsRequired(IPropertySymbol property) => property.IsRequired || property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "RequiredAttribute");

    private static bool IsLeaf(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_String) or SpecialType.System_DateTime or SpecialType.System_Object
        || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
        || type is INamedTypeSymbol { Name: "Uri" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Guid" or "Version" or "CultureInfo" }
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsLeaf(nullable.TypeArguments[0]));

    /// <summary>What a list or a dictionary holds.</summary>
    private static ITypeSymbol? Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: > 0, ContainingNamespace.Name: "Generic" or "Immutable" } collection => collection.TypeArguments[collection.TypeArguments.Length - 1],
        _ => null,
    };
}
