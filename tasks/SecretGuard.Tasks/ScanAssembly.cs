using Microsoft.Build.Framework;
using SecretGuard.Tasks.Assemblies;
using SecretGuard.Tasks.Caching;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Reports;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks;

/// <summary>Looks for secrets among the literals and in the resources of the compiled assembly that no file of the project shows.</summary>
public sealed class ScanAssembly : OutputTask
{
    /// <summary>What the compiler made.</summary>
    [Required]
    public ITaskItem Assembly { get; set; } = null!;

    private protected override void Scan(RemarkLog remarks)
    {
        var assembly = new FileInfo(Assembly.GetMetadata("FullPath"));
        ProjectPolicy policy = MakePolicy();
        if (!assembly.Exists)
        {
            return; // the compiler has told why
        }

        LookedAt lookedAt = FindLookedAt(policy);
        ScanCache cache = ReadCache(policy, lookedAt);
        ScannedFile? result = cache.Find(assembly);
        if (result is null)
        {
            result = new AssemblyScanner(policy, lookedAt).Scan(assembly);
            cache.Add(result);
            cache.Write(CacheFolder);
        }

        remarks.Tell(result.Remarks, policy.FailOn);
    }
}
