namespace SecretGuard.References.CSharp.Syntax;

/// <summary>A type that a file declares, or a part of one.</summary>
/// <param name="FullName">Its name with its namespace and the types around it.</param>
/// <param name="IsEnum">Whether it is an enumeration.</param>
internal sealed record CodeType(string FullName, bool IsEnum)
{
    /// <summary>Its own name.</summary>
    public string Name => FullName[(FullName.LastIndexOf('.') + 1)..];

    /// <summary>Whether its members are public unless they say otherwise.</summary>
    public bool IsInterface { get; init; }

    /// <summary>What it inherits from and implements.</summary>
    public List<TypeName> Bases { get; } = [];

    /// <summary>Its public properties that a configuration can fill, or look into.</summary>
    public List<CodeProperty> Properties { get; } = [];
}

/// <summary>A property.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="HasSetter">Whether it can be set.</param>
internal sealed record CodeProperty(string Name, TypeName Type, bool HasSetter)
{
    /// <summary>The key that it is read from, where an attribute gives it another name.</summary>
    public string? Key { get; init; }

    /// <summary>Whether it must have a value.</summary>
    public bool IsRequired { get; init; }
}
