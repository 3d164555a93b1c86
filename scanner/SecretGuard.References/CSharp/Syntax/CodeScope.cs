namespace SecretGuard.References.CSharp.Syntax;

/// <summary>A part of a file in which names are declared: the file, a type, a block, what follows a list of parameters.</summary>
/// <param name="parent">What it stands in.</param>
/// <param name="start">Its first token.</param>
internal sealed class CodeScope(CodeScope? parent, int start)
{
    /// <summary>Within more than this, no scope is told from the one around it.</summary>
    public const int Deepest = 200;

    private Dictionary<string, Declaration>? _declared;
    private Dictionary<string, Declaration>? _escaped;

    /// <summary>Its first token.</summary>
    public int Start => start;

    /// <summary>The token that ends it.</summary>
    public int End { get; set; } = int.MaxValue;

    /// <summary>The type whose body this is; null elsewhere.</summary>
    public CodeType? Type { get; init; }

    /// <summary>The namespace and the types around what stands in it: <c>Shop.Mail.Mailer</c>.</summary>
    public string Container { get; set; } = parent?.Container ?? "";

    /// <summary>How many scopes are around it.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>The body of the innermost type around this place; null where there is none.</summary>
    public CodeScope? TypeBody => Type is not null ? this : parent?.TypeBody;

    /// <summary>Declares a name; of several declarations the first counts.</summary>
    public void Declare(Declaration declaration) => (_declared ??= new(StringComparer.Ordinal)).TryAdd(declaration.Name, declaration);

    /// <summary>Declares what a condition in front of this place has declared; what is declared here goes before it.</summary>
    public void Escape(Declaration declaration) => (_escaped ??= new(StringComparer.Ordinal)).TryAdd(declaration.Name, declaration);

    /// <summary>What a name means here; null where nothing around declares it.</summary>
    public Declaration? Find(ReadOnlySpan<char> name) => Find(_declared, name) ?? Find(_escaped, name) ?? parent?.Find(name);

    /// <summary>What is declared here, and not around.</summary>
    public Declaration? FindOwn(ReadOnlySpan<char> name) => Find(_declared, name);

    private static Declaration? Find(Dictionary<string, Declaration>? names, ReadOnlySpan<char> name) =>
        names is not null && names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out Declaration? found) ? found : null;
}
