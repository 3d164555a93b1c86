using Microsoft.Build.Framework;
using SecretGuard.Inventories;
using SecretGuard.Tasks.Caching;
using SecretGuard.Tasks.Compilers;
using SecretGuard.Tasks.Reports;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks;

/// <summary>Writes down what the code of a project refers to, as the compiler has told: per framework, and for all of them together.</summary>
public sealed class WriteInventory : ProjectTask
{
    /// <summary>What the compiler wrote.</summary>
    [Required]
    public string CompilerLog { get; set; } = "";

    /// <summary>The name of the project.</summary>
    [Required]
    public string Consumer { get; set; } = "";

    /// <summary>The part of this framework.</summary>
    [Required]
    public string Part { get; set; } = "";

    /// <summary>The parts of all frameworks, as far as they were built.</summary>
    public ITaskItem[] Parts { get; set; } = [];

    private protected override void Scan(RemarkLog remarks)
    {
        try
        {
            if (!File.Exists(CompilerLog))
            {
                remarks.Tell(Remark.NotLookedAt(ProjectFile, $"the compiler wrote no {CompilerLog}, so nobody knows what the code refers to.", "See what it told."));
                return;
            }

            if (Compilers.CompilerLog.References(File.ReadAllText(CompilerLog), Root, Consumer) is not { } records)
            {
                remarks.Tell(Remark.NotLookedAt(ProjectFile, "the analyzers did not run, so nobody knows what the code refers to.", "Set RunAnalyzers to true, or SecretGuardInventory to false."));
                return;
            }

            using FileStream gate = Gate.Pass(Path.Combine(CacheFolder, InventoryFormat.FileName + ".gate")); // frameworks are built side by side
            WholeFile.Write(Part, InventoryFormat.Write(records));
            IEnumerable<string> others = FullPaths(Parts).Distinct(Projects.FilePaths.Comparer).Where(File.Exists);
            WholeFile.Write(Path.Combine(CacheFolder, InventoryFormat.FileName), InventoryFormat.Write(others.SelectMany(part => InventoryFormat.Read(File.ReadAllText(part))).Concat(records)));
        }
        catch (FormatException error)
        {
            remarks.Tell(Remark.NotLookedAt(ProjectFile, $"the references of the code could not be read ({error.Message}).", "Write ErrorLog as FILE,version=2.1, and build the project anew."));
        }
    }
}
