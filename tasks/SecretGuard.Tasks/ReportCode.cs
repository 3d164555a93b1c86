using Microsoft.Build.Framework;
using SecretGuard.Tasks.Reports;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks;

/// <summary>Adds what the analyzers found in the code to the report of a project. The compiler has told it already.</summary>
public sealed class ReportCode : ProjectTask
{
    /// <summary>What the compiler wrote.</summary>
    [Required]
    public string CompilerLog { get; set; } = "";

    /// <summary>The SARIF file to write.</summary>
    [Required]
    public string Report { get; set; } = "";

    /// <summary>The part of this framework.</summary>
    [Required]
    public string Part { get; set; } = "";

    /// <summary>The parts of all frameworks, as far as they were built.</summary>
    public ITaskItem[] Parts { get; set; } = [];

    private protected override void Scan(RemarkLog remarks)
    {
        try
        {
            new CodeReport { CompilerLog = CompilerLog, Report = Report, Root = Root, Folder = CacheFolder, Part = Part, Parts = FullPaths(Parts) }.Write(BuildEngine as IBuildEngine4);
        }
        catch (FormatException error)
        {
            remarks.Tell(Remark.NotLookedAt(ProjectFile, $"what was found in the code is not in the report ({error.Message}).", "Write ErrorLog as FILE,version=2.1, and build the project anew."));
        }
    }
}
