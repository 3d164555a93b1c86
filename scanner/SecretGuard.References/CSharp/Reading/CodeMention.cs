using SecretGuard.Findings;
using SecretGuard.References.CSharp.Names;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>A place in code that names something, before the constants of other files are known.</summary>
/// <param name="Store">Which kind of store is to hold it.</param>
/// <param name="Kind">What it is there.</param>
/// <param name="Path">The sections that it stands in and then its name; of bound options only the sections.</param>
/// <param name="Via">What names it.</param>
/// <param name="Location">The expression that names it.</param>
internal sealed record CodeMention(string Store, string Kind, IReadOnlyList<NameText> Path, string Via, Location Location)
{
    /// <summary>The version that is asked for.</summary>
    public NameText? Version { get; init; }

    /// <summary>The address of the store, or the mount within it.</summary>
    public NameText? Address { get; init; }

    /// <summary>Whether the program goes on without it.</summary>
    public bool? IsOptional { get; init; }

    /// <summary>Whether the place says that it is secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The class that is filled: each of its properties is named. Null where the place names one thing.</summary>
    public TypeName? Options { get; init; }

    /// <summary>Whether it adds a source that is not on the machine, which counts if its name is not known too.</summary>
    public bool IsRemote { get; init; }

    /// <summary>Whether the path is that of a section which is read itself.</summary>
    public bool IsSection { get; init; }

    /// <summary>The name of what is asked, where it alone says what that is: no file may have a type of this name.</summary>
    public string? Asked { get; init; }

    /// <summary>The type that has the configuration which is asked: if it is of the project, its property says what that is.</summary>
    public TypeName? Owner { get; init; }

    /// <summary>The namespace and the types around it.</summary>
    public string Container { get; init; } = "";
}
