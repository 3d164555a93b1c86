using Microsoft.Build.Framework;
using SecretGuard.Tasks.Caching;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Reports;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks;

/// <summary>
/// Looks for secrets in the files of a project that no analyzer looks at, and tells them as warnings or errors of the build. What did not change
/// since the last build is not read again, and what was found in it is told again.
/// </summary>
public sealed class ScanFiles : ProjectTask
{
    /// <summary>Items that are not compiled.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Files that the project names for this task alone: they are looked at even where git ignores them.</summary>
    public ITaskItem[] Named { get; set; } = [];

    /// <summary>What the compiler is handed as code.</summary>
    public ITaskItem[] Compiled { get; set; } = [];

    /// <summary>What the compiler is handed beside the code.</summary>
    public ITaskItem[] Additional { get; set; } = [];

    /// <summary>Whether the compiler runs the analyzers of this package: then the last two kinds are theirs.</summary>
    public bool AnalyzersRun { get; set; }

    /// <summary>The target framework, or nothing.</summary>
    public string Framework { get; set; } = "";

    /// <summary>Folders of what the build makes and restores: nobody wrote what lies in them.</summary>
    public string[] BuildFolders { get; set; } = [];

    /// <summary>The SARIF file to write, or nothing.</summary>
    public string Report { get; set; } = "";

    /// <summary>What the compiler will write for the report, or nothing.</summary>
    public string CompilerLog { get; set; } = "";

    /// <summary>The part of the report that this framework's compiler tells.</summary>
    public string CodePart { get; set; } = "";

    /// <summary>The parts of all frameworks.</summary>
    public ITaskItem[] CodeParts { get; set; } = [];

    /// <summary>Names everything that may change what is told, as it is now.</summary>
    public string State { get; set; } = "";

    /// <summary>The file that keeps the state in which nothing was found, or nothing.</summary>
    public string CleanState { get; set; } = "";

    private protected override void Scan(RemarkLog remarks)
    {
        ProjectPolicy policy = MakePolicy(AnalyzersRun, wantsFingerprints: Report.Length > 0);
        using BuildSession session = BuildSession.Enter(CacheFolder, BuildSession.Claimant(Framework, BuildEngine as IBuildEngine6), BuildEngine as IBuildEngine4);
        ScanCache cache = session.IsShared ? ScanCache.Read(CacheFolder, policy.Key) : new ScanCache(policy.Key);
        var git = GitIgnore.Around(ProjectFile, FullPaths(Named));
        var scanner = new FileScanner(policy);
        int scanned = 0;
        bool clean = true;
        foreach (FileInfo file in new FileSelection(ProjectFile, BuildFolders).Choose(Candidates()))
        {
            Stop.ThrowIfCancellationRequested();
            ScannedFile? result = cache.Find(file);
            if (!session.Claim(file.FullName))
            {
                clean &= result is { Remarks.Count: 0 }; // another framework tells it, and may not be built the next time
                continue;
            }

            if (result is null)
            {
                result = scanner.Scan(file);
                cache.Add(result);
                scanned++;
            }

            clean &= result is { IsComplete: true, Remarks.Count: 0 };
            remarks.Tell(Counted(result, git), policy.FailOn);
        }

        if (!AnalyzersRun)
        {
            Remark[] errors = [.. policy.Errors, .. Global.Errors];
            clean &= errors.Length == 0;
            remarks.Tell(errors, policy.FailOn);
        }

        Log.LogMessage(MessageImportance.Low, "SecretGuard: {0} files read, {1} known from the last build.", scanned, session.ClaimedHere - scanned);
        if (session.IsShared)
        {
            cache.Write(CacheFolder);
        }

        if (Report.Length > 0 && session.ClaimedHere > 0)
        {
            ReportParts.WriteFiles(CacheFolder, Report, Root, [.. cache.Of(session.Claimed).SelectMany(file => Counted(file, git))]);
        }

        if (Report.Length > 0 && CompilerLog.Length > 0 && AnalyzersRun)
        {
            new CodeReport { CompilerLog = CompilerLog, Report = Report, Root = Root, Folder = CacheFolder, Part = CodePart, Parts = FullPaths(CodeParts) }.Await(BuildEngine as IBuildEngine4);
        }

        if (session.IsShared && CleanState.Length > 0)
        {
            Remember(clean);
        }
    }

    /// <summary>A build that comes upon this state again need not start this task.</summary>
    private void Remember(bool clean)
    {
        if (clean)
        {
            WholeFile.Write(CleanState, State);
        }
        else
        {
            File.Delete(CleanState);
        }
    }

    /// <summary>Asked only of a file with remarks: a hundred patterns cost more than a file that is known.</summary>
    private static IReadOnlyList<Remark> Counted(ScannedFile file, GitIgnore git) => file.Remarks.Count > 0 && git.IsIgnored(file.Path) ? [] : file.Remarks;

    /// <summary>Everything but what the analyzers look at in the same build, and what SecretGuard itself writes.</summary>
    private IEnumerable<string> Candidates()
    {
        string[] compiled = FullPaths(Compiled), additional = FullPaths(Additional);
        var others = new HashSet<string>(AnalyzersRun ? [.. compiled, .. additional.Where(path => !AnalyzerLimit.IsReached(path))] : [], FilePaths.Comparer) { Report, Baseline };
        return FullPaths(Files).Concat(FullPaths(Named)).Concat(compiled).Concat(additional).Concat(FilesBeside.Of(ProjectFile))
            .Where(path => !others.Contains(path) && !ProjectPolicy.IsOwnFile(Path.GetFileName(path)));
    }
}
