using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Projects;

/// <summary>The keys that a class reads when a section is bound to it, as a compiler tells them: its public properties, and those of what they hold.</summary>
internal sealed class BoundKeys(NameScope names)
{
    private const int Deepest = 8;
    private const int Most = 256;

    private static readonly string[] Leaves =
    [
        "Boolean", "Byte", "SByte", "Char", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal", "String", "Object", "DateTime",
        "Uri", "TimeSpan", "DateTimeOffset", "DateOnly", "TimeOnly", "Guid", "Version", "CultureInfo",
    ];

    private static readonly string[] Collections =
    [
        "List", "IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection", "HashSet", "ISet", "IReadOnlySet", "SortedSet", "LinkedList", "Queue", "Stack",
        "Dictionary", "IDictionary", "IReadOnlyDictionary", "SortedDictionary", "SortedList",
    ];

    /// <summary>The keys below a section, and whether each must be there.</summary>
    /// <param name="type">What is filled.</param>
    /// <param name="section">The section; empty for the whole configuration.</param>
    /// <param name="place">Where it is bound.</param>
    public IEnumerable<(string Name, bool IsRequired)> Read(TypeName type, string section, Place place) => Keys(type, section, place, []).Take(Most);

    private IEnumerable<(string Name, bool IsRequired)> Keys(TypeName type, string path, Place place, IReadOnlyList<string> around)
    {
        if (IsLeaf(type, place))
        {
            return path.Length == 0 ? [] : [(path, false)];
        }

        if (around.Count == Deepest)
        {
            return [];
        }

        if (Element(type) is { } element)
        {
            return Keys(element, Join(path, "*"), place, [.. around, ""]);
        }

        CodeType[] parts = [.. WithBases(names.TypeNamed(type.Name, place), place, Deepest)];
        return parts.Length == 0 || around.Contains(parts[0].FullName, StringComparer.Ordinal) ? []
            : parts.SelectMany(part => part.Properties.SelectMany(property => KeysOf(property, path, place with { Container = part.FullName }, [.. around, parts[0].FullName])));
    }

    private IEnumerable<(string Name, bool IsRequired)> KeysOf(CodeProperty property, string path, Place place, IReadOnlyList<string> around)
    {
        bool isLeaf = IsLeaf(property.Type, place);
        return isLeaf && !property.HasSetter ? [] : Keys(property.Type, Join(path, property.Key ?? property.Name), place, around).Select(key => (key.Name, key.IsRequired || (isLeaf && property.IsRequired)));
    }

    private IEnumerable<CodeType> WithBases(IReadOnlyList<CodeType> parts, Place place, int depth) => depth == 0 ? []
        : parts.Concat(parts.Where(part => !part.IsInterface).SelectMany(part => part.Bases.SelectMany(inherited => WithBases([.. names.TypeNamed(inherited.Name, place with { Container = part.FullName }).Where(type => !type.IsInterface)], place, depth - 1))));

    private bool IsLeaf(TypeName type, Place place) =>
        Leaves.Contains(type.Name, StringComparer.Ordinal) || type is { Name: TypeName.Array, Arguments: [{ Name: "Byte" }] } || (type is { Name: "Nullable", Arguments: [var held] } && IsLeaf(held, place))
        || names.TypeNamed(type.Name, place) is [{ IsEnum: true }, ..];

    /// <summary>What a list or a dictionary holds.</summary>
    private static TypeName? Element(TypeName type) =>
        type.Arguments.Count > 0 && (type.Name == TypeName.Array || Collections.Contains(type.Name, StringComparer.Ordinal) || type.Name.StartsWith("Immutable", StringComparison.Ordinal) || type.Name.StartsWith("IImmutable", StringComparison.Ordinal))
            ? type.Arguments[^1] : null;

    private static string Join(string section, string key) => section.Length == 0 ? key : $"{section}:{key}";
}
