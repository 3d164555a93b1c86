using SecretGuard.References.Sources;

namespace SecretGuard.References.Markdown;

/// <summary>Documents of Markdown: what stands in their fenced blocks, read by whoever reads its language. Prose names secrets too, but nothing depends on it.</summary>
internal sealed class MarkdownExtractor : IExtractor
{
    /// <inheritdoc/>
    public string Name => "markdown";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) =>
        !source.IsPart && source.HasEnd(".md", ".markdown", ".mdx")
        && (source.Text.Contains("```", StringComparison.Ordinal) || source.Text.Contains("~~~", StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (SourceText block in FencedBlocks.In(source))
        {
            ExtractorCatalogue.Read(block, found);
        }
    }
}
