using Microsoft.Build.Framework;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Reports;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks;

/// <summary>What the tasks that tell findings have in common. None ever throws: a fault of the tool is an error of the build, with its kind and no more.</summary>
public abstract class ProjectTask : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private GlobalConfig? _global;

    /// <summary>The full path of the project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The folder that paths in configuration and reports are relative to.</summary>
    [Required]
    public string Root { get; set; } = "";

    /// <summary>The file that stands in for <c>secretguard.yml</c> of the root, or nothing.</summary>
    public string Config { get; set; } = "";

    /// <summary>The file that stands in for <c>secretguard.baseline</c> of the root, or nothing.</summary>
    public string Baseline { get; set; } = "";

    /// <summary>Where the cache stands.</summary>
    [Required]
    public string CacheFolder { get; set; } = "";

    /// <summary>The analyzer configuration files that the compiler is handed.</summary>
    public ITaskItem[] Configurations { get; set; } = [];

    /// <summary>As the compiler has it.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>As the compiler has it.</summary>
    public string WarningsAsErrors { get; set; } = "";

    /// <summary>As the compiler has it.</summary>
    public string WarningsNotAsErrors { get; set; } = "";

    /// <summary>As the compiler has it.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary>Ends the work when the build is cancelled.</summary>
    private protected CancellationToken Stop => _stop.Token;

    /// <summary>What they say.</summary>
    private protected GlobalConfig Global => _global ??= GlobalConfig.Read(FullPaths(Configurations));

    /// <summary>Whether findings of which no configuration speaks are errors.</summary>
    private protected virtual bool UnsaidAreErrors => false;

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Scan(MakeLog());
        }
        catch (OperationCanceledException)
        {
            // Who cancelled a build knows that it is not complete.
        }
        catch (Exception error)
        {
            // Only the kind of the fault is told: its message may quote what was read.
            Remark fault = Remark.NotLookedAt(ProjectFile, $"this task failed on the project ({error.GetType().Name}).", "Please report that.");
            Log.LogError(null, fault.Id, null, ProjectFile, 0, 0, 0, 0, fault.Message);
        }

        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the task holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }

    /// <summary>Looks, and tells.</summary>
    private protected abstract void Scan(RemarkLog remarks);

    /// <summary>What is in force.</summary>
    private protected ProjectPolicy MakePolicy(bool analyzersRun = true, bool wantsFingerprints = false) =>
        new(new PolicyInputs(Root) { MinConfidence = Global.MinConfidence, Configuration = Config, Baseline = Baseline, AnalyzersRun = analyzersRun, WantsFingerprints = wantsFingerprints });

    /// <summary>The full paths of items.</summary>
    private protected static string[] FullPaths(ITaskItem[] items) => [.. items.Select(item => item.GetMetadata("FullPath"))];

    private RemarkLog MakeLog() => new(Log)
    {
        Configuration = Global,
        AllAreErrors = TreatWarningsAsErrors,
        Errors = new DiagnosticList(WarningsAsErrors),
        NeverErrors = new DiagnosticList(WarningsNotAsErrors),
        Silent = new DiagnosticList(NoWarn),
        UnsaidAreErrors = UnsaidAreErrors,
    };
}
