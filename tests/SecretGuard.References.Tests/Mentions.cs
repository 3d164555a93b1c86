using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Tests;

/// <summary>What the catalogue finds in a text, one line a reference: place, what is named, and what it is handed on as.</summary>
internal static class Mentions
{
    /// <summary>The references in the order of their places.</summary>
    public static string[] In(string path, string text) => Of(Read(path, text));

    /// <summary>The references that were found, in the order of their places.</summary>
    public static string[] Of(Extraction found) => [.. found.Records.OrderBy(record => record.Location.StartLine).ThenBy(record => record.Location.StartColumn).Select(Line)];

    /// <summary>All that is found.</summary>
    public static Extraction Read(string path, string text)
    {
        var found = new Extraction();
        ExtractorCatalogue.Read(new SourceText(path, text), found);
        return found;
    }

    /// <summary>All that several files refer to together.</summary>
    public static IReadOnlyList<InventoryRecord> Together(params IEnumerable<(string Path, string Text)> files)
    {
        var found = new Extraction();
        foreach ((string path, string text) in files)
        {
            ExtractorCatalogue.ReadOneOfMany(new SourceText(path, text), found);
        }

        return [.. found.Records, .. ExtractorCatalogue.Join(found.Drafts).Records];
    }

    private static string Line(InventoryRecord record) =>
        $"{record.Location.StartLine}:{record.Location.StartColumn} {Name(record.Reference)}{(record.Reference.IsOptional == true ? " optional" : "")}{(record.Provides is { } provided ? $" as {Name(provided)}" : "")}";

    private static string Name(SecretReference reference) =>
        $"{reference.Store} {(reference.Kind is ReferenceKinds.Secret or ReferenceKinds.Variable ? "" : reference.Kind + " ")}{(reference.Address is null ? "" : $"[{reference.Address}] ")}{reference.Name}{(reference.Property is null ? "" : $"#{reference.Property}")}{(reference.Version is null ? "" : $"@{reference.Version}")}";
}
