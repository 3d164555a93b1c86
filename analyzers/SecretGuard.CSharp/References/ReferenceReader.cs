using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Constants;
using SecretGuard.Inventories;
using SecretGuard.Inventories.Code;

namespace SecretGuard.CSharp.References;

/// <summary>What a piece of C# refers to by name: secrets of stores, keys of the configuration, environment variables.</summary>
public static class ReferenceReader
{
    /// <summary>The kinds of nodes that may hold one.</summary>
    public static ImmutableArray<SyntaxKind> Kinds { get; } = ImmutableArray.Create(
        SyntaxKind.InvocationExpression, SyntaxKind.ElementAccessExpression, SyntaxKind.ElementBindingExpression, SyntaxKind.SimpleMemberAccessExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.Attribute);

    /// <summary>Whether the node may hold one; by syntax alone, before anything is bound.</summary>
    public static bool MayRefer(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => SimpleName.Of(call.Expression) is var name && (ReferenceTable.Names.Contains(ReferenceTable.Synchronous(name)) || ReferenceTable.Binding.Contains(name)),
        ObjectCreationExpressionSyntax creation => SimpleName.Of(creation.Type) is var name && ReferenceTable.Names.Contains(name),
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText == "Value" && member.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetSection" or "GetRequiredSection" } },
        AttributeSyntax attribute => attribute.ArgumentList is { Arguments.Count: > 0 },
        _ => true,
    };

    /// <summary>The references at a call, an access by key, a new request or an attribute; not those of what stands inside it.</summary>
    public static IEnumerable<CodeReference> Read(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is AttributeSyntax attribute)
        {
            return AttributeReferences.Read(attribute, model, cancellation);
        }

        var constants = new ConstantReader(model);
        return model.GetOperation(node, cancellation) switch
        {
            IInvocationOperation call when ReferenceTable.OfCall(call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) is { } entry => AsList(ReadCall(call, entry, constants)),
            IInvocationOperation call => BoundOptions.Read(call, constants),
            IPropertyReferenceOperation property => AsList(ReadProperty(property, constants)),
            IObjectCreationOperation creation when creation.Type is { } type && ReferenceTable.OfType(type.Name) is { } entry => ReadRequest(creation, entry, constants),
            _ => [],
        };
    }

    private static CodeReference[] AsList(CodeReference? reference) => reference is { } known ? [known] : [];

    private static CodeReference? ReadCall(IInvocationOperation call, ReferenceEntry entry, ConstantReader constants)
    {
        IOperation? Argument(string role) => entry.Roles[role].Select(name => call.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name == name)).FirstOrDefault(argument => argument is not null)?.Value;

        bool isSource = entry.Kind == ReferenceKinds.Source, isConfiguration = entry.Store == StoreTypes.Configuration;
        IOperation? named = Argument("name") ?? (isSource ? Argument("address") : null);
        string? name = NamePattern.Of(named, constants) ?? StoreAddress.OfUri(named, constants) ?? (entry.IsNameless || (entry.IsRemote && named is not null) ? "*" : null);
        if (name is null)
        {
            return null;
        }

        if (isConfiguration)
        {
            string section = SectionPath.Of(SectionPath.Receiver(call), constants);
            name = SectionPath.Join(entry.Roles["under"].Aggregate(section, SectionPath.Join), name);
        }

        SecretReference reference = NamedReference.Of(entry.Store, entry.Kind, entry.Folder + name, call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name);
        bool isMarked = call.Arguments.Any(argument => argument.Parameter?.Name == "secret" && argument.Value.ConstantValue is { HasValue: true, Value: true });
        return new CodeReference(
            reference with
            {
                Version = NamePattern.Of(Argument("version"), constants),
                Address = isConfiguration || isSource ? null : NamePattern.Of(Argument("address"), constants) ?? entry.Mount ?? StoreAddress.Of(call.Instance, constants),
                IsOptional = Argument("optional") is null ? Demand.IsOptional(call) : true,
                IsSecret = reference.IsSecret || isMarked,
            },
            named?.Syntax ?? (call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } ? member.Name : call.Syntax));
    }

    private static CodeReference? ReadProperty(IPropertyReferenceOperation property, ConstantReader constants)
    {
        if (property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property)
        {
            return null; // sets it, and asks for nothing
        }

        ITypeSymbol type = property.Property.ContainingType;
        IOperation? argument = property.Arguments.Length == 1 ? property.Arguments[0].Value : null;
        string? key = NamePattern.Of(argument, constants);
        string? name = property switch
        {
            { Property.Name: "Value" } when type.Name == "IConfigurationSection" => SectionPath.Of(property.Instance, constants),
            _ when key is null => null,
            _ when SectionPath.IsConfiguration(type) => SectionPath.Join(SectionPath.Of(property.Instance, constants), key),
            { Instance: IPropertyReferenceOperation { Property: { ContainingType.Name: "ConfigurationManager" or "WebConfigurationManager", Name: var list } } } => list == "AppSettings" ? key : SectionPath.Join(list, key),
            _ => null,
        };
        return name is null or "*"
            ? null
            : new CodeReference(
                NamedReference.Of(StoreTypes.Configuration, ReferenceKinds.Configuration, name, argument is null ? $"{type.Name}.{property.Property.Name}" : $"{type.Name}[]") with { IsOptional = Demand.IsOptional(property) },
                argument?.Syntax ?? property.Syntax);
    }

    private static IEnumerable<CodeReference> ReadRequest(IObjectCreationOperation creation, ReferenceEntry entry, ConstantReader constants)
    {
        ILookup<string, IOperation> values = (creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
            .Where(assignment => assignment.Target is IPropertyReferenceOperation).ToLookup(assignment => ((IPropertyReferenceOperation)assignment.Target).Property.Name, assignment => assignment.Value, StringComparer.Ordinal);
        string? version = entry.Roles["version"].SelectMany(property => values[property]).Select(value => NamePattern.Of(value, constants)).FirstOrDefault(text => text is not null);
        return entry.Roles["name"].SelectMany(property => values[property]).Concat(entry.Roles["names"].SelectMany(property => values[property]).SelectMany(Elements.Of))
            .Select(value => (value.Syntax, Name: NamePattern.Of(value, constants))).Where(named => named.Name is not null)
            .Select(named => new CodeReference(NamedReference.Of(entry.Store, entry.Kind, named.Name!, entry.Member) with { Version = version }, named.Syntax));
    }
}
