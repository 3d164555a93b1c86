using Microsoft.CodeAnalysis;
using SecretGuard.Detection.NamedValues;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Sinks;

/// <summary>
/// Parameters and members of types that take a secret: those that everybody knows, and those that a repository declares. Looked up by the simple name of
/// the type; a namespace counts where an entry has one.
/// </summary>
internal sealed class SinkTable
{
    private const int DataTypePassword = 11; // System.ComponentModel.DataAnnotations.DataType.Password

    private readonly Dictionary<string, List<(string Namespace, NameKind Kind)>> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _callees = new(StringComparer.Ordinal);

    /// <summary>A table with these entries besides those that everybody knows.</summary>
    public SinkTable(IReadOnlyList<TypedSink> declared)
    {
        foreach (TypedSink sink in declared.Concat(KnownSinks.All))
        {
            Add(sink);
        }
    }

    /// <summary>Whether an entry has a method or a type of this simple name whose parameter it is.</summary>
    public bool Takes(string callee) => _callees.Contains(callee);

    /// <summary>What a parameter takes, or <see cref="NameKind.None"/>.</summary>
    public NameKind OfParameter(IParameterSymbol parameter)
    {
        var method = parameter.ContainingSymbol as IMethodSymbol;
        if (method is { MethodKind: MethodKind.Constructor })
        {
            return Find(method.ContainingType.Name + "(" + parameter.Name + ")", method.ContainingType.ContainingSymbol);
        }

        for (; method is not null; method = method.OverriddenMethod)
        {
            string name = parameter.Ordinal < method.Parameters.Length ? method.Parameters[parameter.Ordinal].Name : parameter.Name;
            if (Find(method.ContainingType?.Name + "." + method.Name + "(" + name + ")", method.ContainingType?.ContainingSymbol) is var kind and not NameKind.None)
            {
                return kind;
            }
        }

        return NameKind.None;
    }

    /// <summary>What a property or field holds, or <see cref="NameKind.None"/>.</summary>
    public NameKind OfMember(ISymbol member)
    {
        for (ISymbol? declared = member; declared is IFieldSymbol or IPropertySymbol; declared = (declared as IPropertySymbol)?.OverriddenProperty)
        {
            if (Find(declared.ContainingType?.Name + "." + declared.Name, declared.ContainingType?.ContainingSymbol) is var kind and not NameKind.None)
            {
                return kind;
            }
        }

        return NameKind.None;
    }

    /// <summary>What the attributes of a member say of it: <c>[DataType(DataType.Password)]</c>, <c>[PasswordPropertyText(true)]</c>.</summary>
    public static NameKind OfAttributes(ISymbol member) => member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name switch
    {
        "DataTypeAttribute" => attribute.ConstructorArguments.FirstOrDefault().Value is DataTypePassword,
        "PasswordPropertyTextAttribute" => attribute.ConstructorArguments.FirstOrDefault().Value is true,
        _ => false,
    }) ? NameKind.Password : NameKind.None;

    private NameKind Find(string member, ISymbol? container) => _entries.TryGetValue(member, out var entries)
        ? entries.Find(entry => entry.Namespace.Length == 0 || entry.Namespace == container?.ToDisplayString()).Kind
        : NameKind.None;

    /// <summary><c>A.B(c)</c> is a method of A as well as a constructor in the namespace A; with more names before it, both stand in a namespace.</summary>
    private void Add(TypedSink sink)
    {
        string[] names = sink.Path.Split('.');
        string end = sink.Parameter is null ? "" : "(" + sink.Parameter + ")";
        if (sink.Parameter is not null)
        {
            _callees.Add(names[names.Length - 1]);
        }

        for (int own = sink.Parameter is null ? 2 : 1; own <= Math.Min(2, names.Length); own++)
        {
            string member = string.Join(".", names.Skip(names.Length - own)) + end;
            if (!_entries.TryGetValue(member, out var entries))
            {
                _entries[member] = entries = [];
            }

            entries.Add((string.Join(".", names.Take(names.Length - own)), sink.Kind));
        }
    }
}
