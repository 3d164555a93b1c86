using SecretGuard.Cli.Sources;
using SecretGuard.Inventories;
using SecretGuard.References.CSharp.Projects;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Referring;

/// <summary>What builds wrote down: the inventories beside projects, and those that the user names.</summary>
/// <param name="listing">The files of the repository.</param>
/// <param name="incomplete">Takes in what cannot be read.</param>
internal sealed class InventoryFiles(FileListing listing, List<Incomplete> incomplete)
{
    private const string ProjectFile = ".csproj";

    private readonly List<Inventory> _inventories = [];
    private readonly HashSet<string> _without = new(StringComparer.Ordinal);

    /// <summary>Projects that were not built with an inventory.</summary>
    public IReadOnlySet<string> Without => _without;

    /// <summary>Reads all.</summary>
    /// <param name="named">Files that the user names.</param>
    /// <param name="written">When a file of the repository was written, by its path.</param>
    public CompiledCode ReadAll(IEnumerable<string> named, IReadOnlyDictionary<string, DateTime> written)
    {
        SourceFile[] projects = [.. listing.Sorted().Where(file => file.DisplayPath.EndsWith(ProjectFile, StringComparison.OrdinalIgnoreCase))];
        var map = new ProjectMap(projects.Select(project => project.DisplayPath));
        foreach (SourceFile project in projects)
        {
            string path = Path.Combine(Path.GetDirectoryName(project.FullPath)!, "obj", InventoryFormat.FileName);
            if (File.Exists(path))
            {
                Read(path, map.Of(project.DisplayPath));
            }
            else
            {
                _without.Add(project.DisplayPath);
            }
        }

        foreach (string path in named)
        {
            Read(path, null);
        }

        // A page of Razor is code that no compiler writes down.
        bool IsCurrent(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && written.TryGetValue(path, out DateTime time)
            && _inventories.Exists(inventory => inventory.Time >= time && (inventory.Files.Contains(path) || (inventory.Project is { } project ? project == map.Of(path) : inventory.Consumers.Contains(map.NameOf(path)))));

        return new CompiledCode([.. _inventories.SelectMany(inventory => inventory.Records)], IsCurrent);
    }

    /// <summary>Reads one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="project">The file of the project that it is about; null for those that refer in it.</param>
    private void Read(string path, string? project)
    {
        try
        {
            IReadOnlyList<InventoryRecord> records = InventoryFormat.Read(File.ReadAllText(path));
            _inventories.Add(new Inventory(records, File.GetLastWriteTimeUtc(path), project)
            {
                Files = records.Select(record => record.Location.Path).ToHashSet(StringComparer.Ordinal),
                Consumers = records.Select(record => record.Consumer).Where(consumer => consumer.Length > 0).ToHashSet(StringComparer.Ordinal),
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            incomplete.Add(new Incomplete(listing.Display(Path.GetFullPath(path)), error.Message, "Build its project anew."));
        }
    }

    /// <summary>What builds wrote down in one file.</summary>
    /// <param name="Records">The references.</param>
    /// <param name="Time">When it was written.</param>
    /// <param name="Project">The file of the project that it is about; null for those that refer in it.</param>
    private sealed record Inventory(IReadOnlyList<InventoryRecord> Records, DateTime Time, string? Project)
    {
        /// <summary>The files in which the references stand.</summary>
        public required HashSet<string> Files { get; init; }

        /// <summary>Who refers.</summary>
        public required HashSet<string> Consumers { get; init; }
    }
}
