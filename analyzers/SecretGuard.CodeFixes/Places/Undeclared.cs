using Microsoft.CodeAnalysis;

namespace SecretGuard.CodeFixes.Places;

/// <summary>What a diagnostic says of the file that can declare its secret.</summary>
/// <param name="Declaration">The path of the file.</param>
/// <param name="Name">The name under which it would be declared.</param>
/// <param name="Entry">The line that declares it, without indentation and end.</param>
internal readonly record struct Undeclared(string Declaration, string Name, string Entry)
{
    private const string DeclarationProperty = "declaration", NameProperty = "declaredName", EntryProperty = "declaredEntry"; // as the analyzers write them

    /// <summary>Reads a diagnostic, or null where its secret cannot be declared.</summary>
    public static Undeclared? By(Diagnostic diagnostic)
    {
        string? Property(string name) => diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;
        return Property(DeclarationProperty) is { } file && Property(NameProperty) is { } name && Property(EntryProperty) is { } entry ? new Undeclared(file, name, entry) : null;
    }
}
