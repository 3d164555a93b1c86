using SecretGuard.References.CSharp.Names;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>What an expression is, as far as its text says.</summary>
/// <param name="Name">The name that it is written with last: what it is judged by where no type is known.</param>
internal sealed record CodeValue(string Name)
{
    /// <summary>Nothing is known.</summary>
    public static CodeValue Unknown { get; } = new("");

    /// <summary>Its type; null where it is not known.</summary>
    public TypeName? Type { get; init; }

    /// <summary>Of a section of a configuration its path; empty for a whole one.</summary>
    public IReadOnlyList<NameText> Section { get; init; } = [];

    /// <summary>Of the client of a store its address.</summary>
    public NameText? Address { get; init; }

    /// <summary>Whether this is a name that nothing in the file declares: a type, or a member of one that stands elsewhere.</summary>
    public bool IsUndeclared { get; init; }

    /// <summary>Of a property that is judged by its name the type that has it; null where that is not known, and for all else.</summary>
    public TypeName? Owner { get; init; }

    /// <summary>The name by which alone it is judged, if this file neither declares it nor says its type.</summary>
    public string? Guessed => IsUndeclared && Type is null ? Name : null;

    /// <summary>A value of a type.</summary>
    public static CodeValue Of(string type, string name = "") => new(name) { Type = TypeName.Of(type) };
}
