using Microsoft.Build.Framework;
using SecretGuard.Tasks.Caching;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks;

/// <summary>What the tasks have in common that look at what a build made: only what no file shows that was looked at before is told.</summary>
public abstract class OutputTask : ProjectTask
{
    /// <summary>What the assembly was made of.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>The other files of the project that were looked at.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Whether anybody looked at files that are not compiled.</summary>
    public bool FilesScanned { get; set; } = true;

    /// <summary>Files that the project names for this alone: they count even where git ignores them.</summary>
    public ITaskItem[] Named { get; set; } = [];

    /// <summary>Where sources stand that the build made: nobody looked at them.</summary>
    public string GeneratedFolder { get; set; } = "";

    /// <summary>Folders of what the build makes and restores.</summary>
    public string[] BuildFolders { get; set; } = [];

    /// <summary>What was looked at.</summary>
    private protected LookedAt FindLookedAt(ProjectPolicy policy)
    {
        string generated = FilePaths.AsFolder(GeneratedFolder);
        string[] sources = [.. FullPaths(Sources).Where(path => !path.StartsWith(generated, FilePaths.Comparison))];
        IEnumerable<string> others = FilesScanned ? FullPaths(Files).Concat(FullPaths(Named)).Concat(FilesBeside.Of(ProjectFile)) : [];
        return new LookedAt(sources, new FileSelection(ProjectFile, BuildFolders).Choose(others), GitIgnore.Around(ProjectFile, FullPaths(Named)), policy.LargestFile);
    }

    /// <summary>What the last build found; a file that changed may have hidden something.</summary>
    private protected ScanCache ReadCache(ProjectPolicy policy, LookedAt lookedAt) => ScanCache.Read(CacheFolder, Digests.Of([policy.Key, lookedAt.Key]));
}
