using SecretGuard.References.Markdown;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Infrastructure;

/// <summary>A file of Terraform, as lints that look at all files need it.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Blocks">Its blocks.</param>
internal sealed record TerraformFile(SourceText Source, IReadOnlyList<HclBlock> Blocks);

/// <summary>A block of Terraform, and the text that it stands in.</summary>
/// <param name="Block">The block.</param>
/// <param name="Source">The text.</param>
internal sealed record TerraformBlock(HclBlock Block, SourceText Source);

/// <summary>The files of a folder, which Terraform reads as one; or the blocks of a document.</summary>
internal sealed class TerraformConfiguration
{
    private readonly Lazy<HclScope> _scope;

    private TerraformConfiguration(string folder, IEnumerable<TerraformFile> files)
    {
        Folder = folder;
        Blocks = [.. files.SelectMany(file => file.Blocks.Select(block => new TerraformBlock(block, file.Source)))];
        _scope = new(() => new HclScope([.. Blocks.Select(block => block.Block)]));
    }

    /// <summary>The folder, relative to the root; of a document its path.</summary>
    public string Folder { get; }

    /// <summary>Whether it stands in a document for people.</summary>
    public bool IsDocumentation => MarkdownExtractor.IsDocument(Folder);

    /// <summary>All blocks, by path and place.</summary>
    public IReadOnlyList<TerraformBlock> Blocks { get; }

    /// <summary>Those of a repository, by folder.</summary>
    public static IReadOnlyList<TerraformConfiguration> Of(IEnumerable<TerraformFile> files) =>
    [
        .. files.OrderBy(file => file.Source.Path, StringComparer.Ordinal).GroupBy(file => FolderOf(file.Source.Path), StringComparer.Ordinal).Select(group => new TerraformConfiguration(group.Key, group)),
    ];

    /// <summary>The folder of a path; of a document the path.</summary>
    public static string FolderOf(string path) => MarkdownExtractor.IsDocument(path) ? path : path[..Math.Max(0, path.LastIndexOf('/'))];

    /// <summary>The resources of some types.</summary>
    public IEnumerable<TerraformBlock> Resources(params string[] types) => Blocks.Where(block => block.Block is { Type: "resource", Labels: [var type, _] } && types.Contains(type, StringComparer.Ordinal));

    /// <summary>What the attribute of a block is known to be, once for each element that the block is made for; empty where it is not known.</summary>
    public IEnumerable<string> Known(HclBlock block, string attribute) => _scope.Value.Resolve(block).Select(one => one.TextOf(attribute)).OfType<string>();

    /// <summary>The block that an expression begins with: <c>aws_iam_role.shop</c> of <c>aws_iam_role.shop[0].arn</c>; null where it begins with none.</summary>
    public static string? AddressIn(string expression)
    {
        string[] parts = expression.Split('.', '[');
        int from = parts[0] == "data" ? 1 : 0;
        bool isAddress = parts.Length > from + 1 && parts[from].Contains('_', StringComparison.Ordinal) && parts[from].All(IsOfName) && parts[from + 1].Length > 0 && parts[from + 1].All(IsOfName);
        return isAddress ? string.Join('.', parts.Take(from + 2)) : null;
    }

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';
}
