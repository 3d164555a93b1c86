using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretGuard.Inventories;
using SecretGuard.Inventories.Code;

namespace SecretGuard.CSharp.References;

/// <summary>
/// References in attributes: <c>[assembly: UserSecretsId("…")]</c>, and bindings of Azure Functions, whose <c>Connection</c> and <c>%…%</c> name settings.
/// </summary>
internal static class AttributeReferences
{
    private const string Suffix = "Attribute";

    /// <summary>What the arguments name.</summary>
    public static IEnumerable<CodeReference> Read(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        string name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : (attribute.Name as SimpleNameSyntax)?.Identifier.ValueText ?? "";
        name = name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
        ReferenceEntry? entry = ReferenceTable.OfType(name + Suffix);
        bool isBinding = ReferenceTable.BindingAttributes.Any(binding => name.Length > binding.Length && name.EndsWith(binding, StringComparison.Ordinal));
        if (entry is null && !isBinding)
        {
            yield break;
        }

        foreach (AttributeArgumentSyntax argument in attribute.ArgumentList!.Arguments)
        {
            if (model.GetConstantValue(argument.Expression, cancellation) is not { HasValue: true, Value: string { Length: > 0 } text })
            {
                continue;
            }

            if (entry is not null)
            {
                yield return new CodeReference(NamedReference.Of(entry.Store, entry.Kind, text, name), argument.Expression);
            }
            else if (argument.NameEquals?.Name.Identifier.ValueText is "Connection" or "ConnectionStringSetting")
            {
                yield return new CodeReference(NamedReference.Of(StoreTypes.Configuration, ReferenceKinds.Configuration, text, name + ".Connection") with { IsSecret = true }, argument.Expression);
            }
            else if (Setting(text) is { } setting)
            {
                yield return new CodeReference(NamedReference.Of(StoreTypes.Configuration, ReferenceKinds.Configuration, setting, name), argument.Expression);
            }
        }
    }

    /// <summary>The first <c>%name%</c> of a text.</summary>
    private static string? Setting(string text) => text.Split('%') is { Length: >= 3 } parts && parts[1].Length > 0 ? parts[1] : null;
}
