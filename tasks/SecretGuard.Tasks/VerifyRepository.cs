using System.ComponentModel;
using Microsoft.Build.Framework;
using SecretGuard.Findings;
using SecretGuard.Tasks.Caching;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Reports;
using SecretGuard.Tasks.Scanning;
using SecretGuard.Tasks.Verifying;

namespace SecretGuard.Tasks;

/// <summary>
/// Runs <c>secretguard verify</c> over the repository, once a build, and tells what it finds in manifests, policies, pipelines, documents and stores. Where
/// <see cref="Offline"/> is not turned off, <c>secretguard.lock</c> answers for the stores.
/// </summary>
public sealed class VerifyRepository : ProjectTask
{
    private const int Found = 1;
    private const int Incomplete = 3;

    /// <summary>The command line that the project names: a program, or <c>SecretGuard.Cli.dll</c>; nothing to look for one.</summary>
    public string Command { get; set; } = "";

    /// <summary>The command line of the package.</summary>
    [Required]
    public string Packaged { get; set; } = "";

    /// <summary>Whether the lock answers, and no store is asked that has a name.</summary>
    public bool Offline { get; set; } = true;

    /// <summary>The environments that count; all where none is named.</summary>
    public string Environments { get; set; } = "";

    /// <summary>The target framework, or nothing.</summary>
    public string Framework { get; set; } = "";

    /// <summary><c>error</c>, where what is found fails the build unless a configuration says otherwise.</summary>
    public string Mode { get; set; } = "";

    /// <summary>The SARIF file to write, or nothing.</summary>
    public string Report { get; set; } = "";

    /// <summary>The part of the report that this tells.</summary>
    public string Part { get; set; } = "";

    /// <summary>All parts, as far as they are written.</summary>
    public ITaskItem[] Parts { get; set; } = [];

    private protected override bool UnsaidAreErrors => Mode == "error";

    private protected override void Scan(RemarkLog remarks)
    {
        if (!IsFirst())
        {
            return;
        }

        string[] environments = Environments.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
        Remark[] found = [.. (environments.Length == 0 ? [""] : environments).SelectMany(Verify).Distinct()];
        foreach (Remark one in found.Where(one => one.Severity == Severity.Info))
        {
            Location at = one.Location;
            Log.LogMessage(null, one.Id, null, at.Path, at.StartLine, at.StartColumn, at.EndLine, at.EndColumn, MessageImportance.Normal, one.Message);
        }

        Remark[] loud = [.. found.Where(one => one.Severity != Severity.Info)];
        remarks.Tell(loud, MakePolicy().FailOn);
        if (Report.Length > 0)
        {
            ReportParts.WriteOne(CacheFolder, Report, Root, Part, FullPaths(Parts), loud);
        }
    }

    /// <summary>Whether no other project of this build has asked: the answer is the repository's. Where its git has no folder, each project asks.</summary>
    private bool IsFirst()
    {
        string git = GitFolder.Of(Root), folder = Directory.Exists(git) ? Path.Combine(git, "secretguard") : CacheFolder;
        using BuildSession session = BuildSession.Enter(folder, ProjectFile + BuildSession.Claimant(Framework, BuildEngine as IBuildEngine6), BuildEngine as IBuildEngine4);
        return session.Claim(FilePaths.AsFolder(Root));
    }

    private IReadOnlyList<Remark> Verify(string environment)
    {
        CommandLineTool tool = CommandLineTool.Choose(Command, Root, Packaged);
        try
        {
            Log.LogMessage(MessageImportance.Low, "SecretGuard: {0} {1}", tool.Program, string.Join(" ", tool.Leading.Concat(Arguments(environment))));
            (int exitCode, string output, string error) = tool.Run(Root, Arguments(environment), Stop);
            return exitCode is 0 or Found or Incomplete
                ? VerifyReport.Read(output, Root, ProjectFile, Offline ? DiagnosticIds.NotVerified : DiagnosticIds.NotLookedAt)
                : [Failed($"'secretguard verify' ended with {exitCode} ({Why(error)}).", "See docs/verify.md, or set SecretGuardVerify to false.")];
        }
        catch (Win32Exception)
        {
            return [Failed($"'{tool.Program}' cannot be started.", "Let SecretGuardCommand name the program secretguard, or add SecretGuard.Cli to the tool manifest.")];
        }
        catch (FormatException)
        {
            return [Failed("'secretguard verify' wrote no report that this package can read.", "Use SecretGuard.Cli of the package's version ('dotnet tool restore' restores a local tool).")];
        }
    }

    private IEnumerable<string> Arguments(string environment)
    {
        string[] arguments = ["verify", "--format", "json"];
        return arguments
            .Concat(Offline ? ["--offline"] : [])
            .Concat(environment.Length > 0 ? ["--env", environment] : [])
            .Concat(Config.Length > 0 ? ["--config", Config] : [])
            .Concat(Baseline.Length > 0 ? ["--baseline", Baseline] : []);
    }

    private Remark Failed(string reason, string advice) => Remark.NotLookedAt(ProjectFile, reason, advice);

    /// <summary>What the program says of itself, or what its host does, in one line.</summary>
    private static string Why(string error)
    {
        string[] lines = error.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return (lines.LastOrDefault(line => line.StartsWith("secretguard: ", StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? "no word of why").Trim();
    }
}
