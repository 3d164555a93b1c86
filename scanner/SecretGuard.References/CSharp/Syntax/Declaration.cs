namespace SecretGuard.References.CSharp.Syntax;

/// <summary>What a name is declared as.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">Its type; null where none is written.</param>
/// <param name="Kind">What it is.</param>
internal sealed record Declaration(string Name, TypeName? Type, DeclarationKind Kind)
{
    /// <summary>The token that its first value begins with; -1 where it has none.</summary>
    public int Value { get; init; } = -1;

    /// <summary>Whether its value is a sequence of which this is one element: the variable of a loop.</summary>
    public bool IsElement { get; init; }

    /// <summary>Whether it is a constant.</summary>
    public bool IsConstant { get; init; }

    /// <summary>Whether it is a field that nobody changes.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Which parameter it is of a function whose types are inferred, from 0.</summary>
    public int Position { get; init; }

    /// <summary>Whether something is assigned to it later.</summary>
    public bool IsAssigned { get; set; }

    /// <summary>Where it stands.</summary>
    public required CodeScope Scope { get; init; }

    /// <summary>Whether it always has its first value.</summary>
    public bool KeepsItsValue => Value >= 0 && !IsElement && (IsConstant || (Kind == DeclarationKind.Field && IsReadOnly) || (Kind == DeclarationKind.Local && !IsAssigned));
}

/// <summary>What is declared.</summary>
internal enum DeclarationKind
{
    /// <summary>A variable of a method.</summary>
    Local,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>A field.</summary>
    Field,

    /// <summary>A property.</summary>
    Property,

    /// <summary>A method, or a function within one; its type is what it returns.</summary>
    Method,
}
