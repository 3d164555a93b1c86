using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Markdown;

/// <summary>Documents of Markdown: what stands in their fenced blocks, read by whoever reads its language, and the commands and names of secrets in their tables. Prose names secrets too, but nothing depends on it.</summary>
internal sealed class MarkdownExtractor : IExtractor
{
    private static readonly string[] Ends = [".md", ".markdown", ".mdx"];

    /// <inheritdoc/>
    public string Name => "markdown";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) =>
        !source.IsPart && IsDocument(source.Path)
        && (source.Text.Contains('`', StringComparison.Ordinal) || source.Text.Contains("~~~", StringComparison.Ordinal));

    /// <summary>Whether a path is that of such a document.</summary>
    public static bool IsDocument(string path) => Ends.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        var blocks = found.Fresh();
        foreach (SourceText block in FencedBlocks.In(source))
        {
            ExtractorCatalogue.Read(block, blocks);
        }

        TableRow[] rows = [.. TableRow.In(source.Text.Split('\n'))];
        foreach (SourceText command in TableCode.In(source, rows))
        {
            ExtractorCatalogue.Read(command, blocks);
        }

        foreach ((SecretReference reference, Location at) in TableNames.In(source, rows))
        {
            blocks.Add(reference, at, source.Path);
        }

        found.Add(blocks, Without(blocks.Records));
    }

    /// <summary>Without the variables that an earlier block of the document sets: who follows it types one after the other.</summary>
    private static IEnumerable<InventoryRecord> Without(IReadOnlyList<InventoryRecord> records)
    {
        Dictionary<string, int> set = records.Where(record => record.Provides?.Via == ShellExtractor.Assignment).GroupBy(record => record.Provides!.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Min(record => record.Location.StartLine), StringComparer.Ordinal);
        return records.Where(record => !record.Reference.IsOfScript || record.Provides is not null
            || !set.TryGetValue(record.Reference.Name, out int line) || record.Location.StartLine < line);
    }
}
