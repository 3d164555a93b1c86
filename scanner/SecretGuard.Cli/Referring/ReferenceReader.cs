using System.Text;
using SecretGuard.Cli.Sources;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References;
using SecretGuard.References.CSharp.Projects;
using SecretGuard.References.Linting;
using SecretGuard.References.Sources;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Referring;

/// <summary>What the files of a repository refer to, and what its projects wrote down of their code when they were built.</summary>
/// <param name="listing">The files.</param>
/// <param name="maxFileSize">Larger files are told instead of read, in bytes.</param>
/// <param name="threads">How many read.</param>
/// <param name="declared">What reads syntaxes of the user's own.</param>
internal sealed class ReferenceReader(FileListing listing, long maxFileSize, int threads, IReadOnlyList<IExtractor> declared)
{
    private readonly List<Incomplete> _incomplete = [];

    /// <summary>Whether lints look at what is read.</summary>
    public bool Lints { get; init; }

    /// <summary>What is declared.</summary>
    public Declaration Declaration { get; init; } = Declaration.Empty;

    /// <summary>What could not be read, after <see cref="Read"/>.</summary>
    public IReadOnlyList<Incomplete> Incomplete => _incomplete;

    /// <summary>Projects of whose code only the text was read, for they were not built with an inventory; those of tests do not count.</summary>
    public int ProjectsWithoutInventory { get; private set; }

    /// <summary>Everything once. The order does not depend on the number of threads.</summary>
    /// <param name="inventories">Files that builds have written, besides those beside the projects.</param>
    /// <param name="cancellation">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    public RepositoryReferences Read(IEnumerable<string> inventories, CancellationToken cancellation)
    {
        IReadOnlyList<SourceFile> files = listing.Sorted();
        var parts = new Extraction[files.Count];
        var written = new DateTime[files.Count];
        var hindrances = new Incomplete?[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i => (parts[i], hindrances[i]) = ReadFile(files[i], out written[i]));
        _incomplete.AddRange(listing.Incomplete);
        _incomplete.AddRange(hindrances.OfType<Incomplete>());
        var all = new Extraction();
        var wrong = new LintFindings();
        foreach (Extraction part in parts)
        {
            all.Add(part);
            wrong.Add(part.Lints);
        }

        _incomplete.AddRange(all.Unread.Select(unread => new Incomplete($"{unread.Location.Path}:{unread.Location.StartLine}", unread.Reason, null)));
        var builds = new InventoryFiles(listing, _incomplete);
        CompiledCode compiled = builds.ReadAll(inventories, files.Select((file, i) => (file.DisplayPath, written[i])).ToDictionary(StringComparer.Ordinal));
        ProjectsWithoutInventory = ProjectMap.ProgramsIn(all).Count(builds.Without.Contains);
        return new RepositoryReferences(all, compiled, Declaration) { Lints = Lints ? wrong : null, Paths = files.Select(file => file.DisplayPath).ToHashSet(StringComparer.Ordinal) };
    }

    /// <summary>Adds what one text of several refers to; nothing where it is none.</summary>
    public static void ReadText(Content content, Extraction found)
    {
        if (!content.IsBinary)
        {
            ExtractorCatalogue.ReadOneOfMany(new SourceText(content.Path, TextOf(content)), found);
        }
    }

    /// <summary>A content as it is read for references.</summary>
    public static string TextOf(Content content) => (content.Encoding == ContentEncoding.Latin1 ? Encoding.Latin1 : Encoding.UTF8).GetString(content.Buffer, 0, content.Length);

    private (Extraction, Incomplete?) ReadFile(SourceFile file, out DateTime written)
    {
        written = default;
        var found = new Extraction(declared, Lints ? new LintFindings() : null);
        try
        {
            var info = new FileInfo(file.FullPath);
            written = info.LastWriteTimeUtc;
            if (SourceFile.IsLink(info) || !info.Exists)
            {
                return (found, null); // what a link leads to is listed itself, or is not of this repository
            }

            if (info.Length > maxFileSize)
            {
                return (found, new Incomplete(file.DisplayPath, $"it is larger than {ByteSize.Format(maxFileSize)}.", "Raise --max-file-size, or exclude it."));
            }

            byte[] bytes = File.ReadAllBytes(file.FullPath);
            ReadText(Content.FromBytes(bytes, bytes.Length, file.DisplayPath), found);
            return (found, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (found, new Incomplete(file.DisplayPath, error is UnauthorizedAccessException ? "access is denied." : "it cannot be read.", FileListing.AdviceToExclude));
        }
    }
}
