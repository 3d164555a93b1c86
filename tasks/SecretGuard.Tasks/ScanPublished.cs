using Microsoft.Build.Framework;
using SecretGuard.Tasks.Caching;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Reports;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks;

/// <summary>Looks for secrets in the texts of a publish folder that no file of the project shows: what was transformed, generated, or ignored by git.</summary>
public sealed class ScanPublished : OutputTask
{
    /// <summary>What was published.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>What of it came out of packages as it is, by its path in the folder.</summary>
    public ITaskItem[] Restored { get; set; } = [];

    private protected override void Scan(RemarkLog remarks)
    {
        var folder = new DirectoryInfo(Folder);
        if (!folder.Exists)
        {
            return; // the publish has told why
        }

        ProjectPolicy policy = MakePolicy();
        LookedAt lookedAt = FindLookedAt(policy);
        ScanCache cache = ReadCache(policy, lookedAt);
        var scanner = new FileScanner(policy, lookedAt);
        var restored = new HashSet<string>(Restored.Select(item => FilePaths.WithSlashes(item.ItemSpec)), FilePaths.Comparer);
        string start = FilePaths.AsFolder(folder.FullName);
        foreach (FileInfo file in folder.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            Stop.ThrowIfCancellationRequested();
            if (restored.Contains(FilePaths.WithSlashes(file.FullName.Substring(start.Length))) || ProjectPolicy.IsOwnFile(file.Name))
            {
                continue;
            }

            ScannedFile? result = cache.Find(file);
            if (result is null)
            {
                result = scanner.Scan(file);
                cache.Add(result);
            }

            remarks.Tell(result.Remarks, policy.FailOn);
        }

        cache.Write(CacheFolder);
    }
}
