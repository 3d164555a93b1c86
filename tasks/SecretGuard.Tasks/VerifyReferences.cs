using System.Globalization;
using Microsoft.Build.Framework;
using SecretGuard.Configuration;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Tasks.Caching;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Reports;
using SecretGuard.Tasks.Scanning;
using SecretGuard.Tasks.Verifying;
using SecretGuard.Text;

namespace SecretGuard.Tasks;

/// <summary>
/// Holds what a project refers to against <c>secretguard.lock</c>, on this day: what has expired, is to be rotated, or is not there. No store is asked, nothing
/// is read but files of the repository.
/// </summary>
public sealed class VerifyReferences : ProjectTask
{
    private const string CacheName = "secretguard.verified";

    /// <summary>The lock.</summary>
    [Required]
    public string Lock { get; set; } = "";

    /// <summary>The name of the project.</summary>
    [Required]
    public string Consumer { get; set; } = "";

    /// <summary>What the code of the project refers to, as <see cref="WriteInventory"/> wrote it; nothing where nobody did.</summary>
    public string References { get; set; } = "";

    /// <summary>The environments that count; all where none is named.</summary>
    public string Environments { get; set; } = "";

    /// <summary>Whether the compiler tells in this build what the lock says of the code: SG2003 and SG2004.</summary>
    public bool CompilerTells { get; set; }

    /// <summary>The target framework, or nothing.</summary>
    public string Framework { get; set; } = "";

    /// <summary>Where what the frameworks of the project told in one build is kept.</summary>
    public string SessionFolder { get; set; } = "";

    /// <summary>Names everything that may change what is told, the day among it, as it is now.</summary>
    public string State { get; set; } = "";

    /// <summary>The file that keeps the state in which nothing was found, or nothing.</summary>
    public string CleanState { get; set; } = "";

    /// <summary>The SARIF file to write, or nothing.</summary>
    public string Report { get; set; } = "";

    /// <summary>Where the parts of the report stand that belong to no framework.</summary>
    public string ReportFolder { get; set; } = "";

    /// <summary>The part of the report that the lock tells of this framework.</summary>
    public string Part { get; set; } = "";

    /// <summary>All parts, as far as they are written.</summary>
    public ITaskItem[] Parts { get; set; } = [];

    /// <summary>The time by which is judged.</summary>
    internal DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    private protected override void Scan(RemarkLog remarks)
    {
        ProjectPolicy policy = MakePolicy(wantsFingerprints: Report.Length > 0);
        string path = Path.Combine(CacheFolder, CacheName), key = Digests.Of([policy.Key, State, CompilerTells.ToString()]);
        IReadOnlyList<Remark>? known = State.Length > 0 && File.Exists(path) && CacheFormat.Read(File.ReadAllLines(path), key) is { Count: 1 } files ? files[0].Remarks : null;
        IReadOnlyList<Remark> found = known ?? Judge(policy);
        if (known is null)
        {
            WholeFile.Write(path, string.Concat(CacheFormat.Write(key, [new ScannedFile(Lock, 0, 0, found)]).Select(line => line + "\n")));
        }

        Tell(found, remarks, policy.FailOn);
        if (Report.Length > 0)
        {
            ReportParts.WriteOne(ReportFolder, Report, Root, Part, FullPaths(Parts), found);
        }

        if (CleanState.Length > 0 && found.Count == 0)
        {
            WholeFile.Write(CleanState, State);
        }
        else if (CleanState.Length > 0)
        {
            File.Delete(CleanState);
        }
    }

    /// <summary>Frameworks that are built side by side tell once what they share.</summary>
    private void Tell(IReadOnlyList<Remark> found, RemarkLog remarks, Severity failOn)
    {
        if (SessionFolder.Length == 0 || found.Count == 0)
        {
            remarks.Tell(found, failOn);
            return;
        }

        using BuildSession session = BuildSession.Enter(SessionFolder, BuildSession.Claimant(Framework, BuildEngine as IBuildEngine6), BuildEngine as IBuildEngine4);
        remarks.Tell(found.Where(remark => session.Claim($"{remark.Id} {remark.Location} {remark.Message}")), failOn);
    }

    private List<Remark> Judge(ProjectPolicy policy)
    {
        var errors = new List<string>();
        IReadOnlyList<LockRecord> records = LockFormat.Read(File.ReadAllText(Lock), "", errors);
        if (errors.Count > 0)
        {
            // A lock of which a line is broken says nothing: that line may be about anything. The compiler tells so.
            return CompilerTells ? [] : [.. errors.Select(LockError)];
        }

        string[] known = [.. policy.Declaration.Environments.Select(environment => environment.Name).Concat(records.Select(record => record.Environment)).Distinct(StringComparer.Ordinal)];
        string[] chosen = Environments.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(chosen, name => Array.IndexOf(known, name) < 0) is { } unknown)
        {
            return [Remark.InvalidConfiguration(ProjectFile, 0, 0, $"SecretGuardEnvironment: no environment is called '{unknown}'{NearestName.Hint(unknown, known)}")];
        }

        chosen = chosen.Length == 0 ? known : chosen;
        LockRecord[] asked = [.. records.Where(record => Array.IndexOf(chosen, record.Environment) >= 0)];
        return [.. Judge(policy, asked, chosen)];
    }

    private List<Remark> Judge(ProjectPolicy policy, LockRecord[] records, string[] environments)
    {
        var remarks = new List<Remark>();
        var gate = new LockGate(policy.Declaration, records, Now) { CompilerTells = CompilerTells };
        if (File.Exists(References))
        {
            gate.Judge(InventoryFormat.Read(File.ReadAllText(References)));
        }
        else if (References.Length > 0 && !CompilerTells)
        {
            remarks.Add(Remark.NotLookedAt(ProjectFile, "nobody wrote down what the code refers to, so it cannot be held against secretguard.lock.", "Build the project first, with its analyzers; or set SecretGuardVerifyReferences to false."));
        }

        gate.Judge(Consumer, environments);
        remarks.AddRange(GateRemarks.Of(gate.Complaints, Root, policy));
        remarks.AddRange(gate.Unknown.Distinct().Select(place => new Remark(DiagnosticIds.NotVerified, Severity.Medium, $"{LockFormat.FileName} does not hold what is declared here; run 'secretguard lock' where the store can be asked.", place with { Path = Path.GetFullPath(Path.Combine(Root, place.Path)) })));
        if (gate.Count > 0 && LockAge.Warning(records, Now.UtcDateTime) is { } old)
        {
            remarks.Add(new Remark(DiagnosticIds.StaleLock, Severity.Medium, old, new Location(Lock, 0, 0, 0, 0)));
        }

        Log.LogMessage(MessageImportance.Low, "SecretGuard: {0} references held against the lock.", gate.Count);
        return remarks;
    }

    /// <summary><c>(line): what</c>.</summary>
    private Remark LockError(string error)
    {
        int close = error.IndexOf(')');
        int line = int.TryParse(error.Substring(1, close - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1;
        return Remark.InvalidConfiguration(Lock, line, 1, error.Substring(close + 3));
    }
}
