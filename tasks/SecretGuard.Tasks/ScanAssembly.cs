using Microsoft.Build.Framework;
using SecretGuard.Tasks.Assemblies;
using SecretGuard.Tasks.Caching;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Reports;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks;

/// <summary>Looks for secrets among the literals of the compiled assembly that no source of the project shows.</summary>
public sealed class ScanAssembly : ProjectTask
{
    /// <summary>What the compiler made.</summary>
    [Required]
    public ITaskItem Assembly { get; set; } = null!;

    /// <summary>What it was made of.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>Where sources stand that the build made: nobody looked at them.</summary>
    public string GeneratedFolder { get; set; } = "";

    private protected override void Scan(RemarkLog remarks)
    {
        var assembly = new FileInfo(Assembly.GetMetadata("FullPath"));
        var policy = new ProjectPolicy(Root, analyzersRun: true, wantsFingerprints: false);
        if (!assembly.Exists)
        {
            return; // the compiler has told why
        }

        ScanCache cache = ScanCache.Read(CacheFolder, policy.Key);
        ScannedFile? result = cache.Find(assembly);
        if (result is null)
        {
            string generated = FilePaths.AsFolder(GeneratedFolder);
            result = new AssemblyScanner(policy, [.. FullPaths(Sources).Where(path => !path.StartsWith(generated, FilePaths.Comparison))]).Scan(assembly);
            cache.Add(result);
            cache.Write(CacheFolder);
        }

        remarks.Tell(result.Remarks, policy.FailOn);
    }
}
