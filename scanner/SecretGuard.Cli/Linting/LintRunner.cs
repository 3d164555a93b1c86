using System.Diagnostics;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Inventories;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Linting;
using SecretGuard.Reporting;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Linting;

/// <summary>Judges how a repository deals with secrets by its files alone.</summary>
/// <param name="scan">The project, and what is accepted in it.</param>
/// <param name="lint">What is told.</param>
internal sealed class LintRunner(ScanOptions scan, LintOptions lint)
{
    /// <summary>What files and declaration say that is wrong.</summary>
    public static IReadOnlyList<Complaint> Complaints(RepositoryReferences references, Declaration declaration) =>
        references.Lints is not { } found ? [] : LintCatalogue.Judge(Repository(references, found, declaration), found);

    /// <summary>What all files of a repository say together.</summary>
    public static LintRepository Repository(RepositoryReferences references, LintFindings found, Declaration declaration) => new(found)
    {
        Declaration = declaration,
        Records = references.Resolved(),
        Unresolved = references.Manifests,
        Stores = references.Stores,
        Paths = references.Paths,
        Today = DateTime.UtcNow.Date,
        IsWhole = references.IsWhole,
        Exists = references.Files.Exists,
        TextOf = references.Files.TextOf,
    };

    /// <summary>Everything that is told, accepted or not.</summary>
    public IReadOnlyList<Complaint> Complaints(RepositoryReferences references)
    {
        Declaration declaration = scan.Project.Settings.Declaration;
        using var verify = new VerifyRunner(scan, new VerifyOptions());
        IEnumerable<Complaint> declared = declaration.Secrets.Count == 0 ? [] : new DeclarationCheck(declaration, scan.Project.Root).Make(verify.Plan(references));
        IReadOnlyList<Complaint> found = Complaints(references, declaration);

        // That a store is not the one says more than that nothing of the name is declared there.
        HashSet<Location> said = [.. found.Where(complaint => complaint.Rule == HouseRules.ForeignStore || complaint.Rule == HouseRules.ClusterMade).Select(complaint => complaint.Location)];
        return [.. found.Concat(declared.Where(complaint => complaint.Rule != ReferenceRules.Undeclared || !said.Contains(complaint.Location))).Where(complaint => lint.Tells(complaint.Rule))];
    }

    /// <summary>The report.</summary>
    /// <param name="complaints">What is wrong.</param>
    /// <param name="references">What was read.</param>
    /// <param name="unread">What could not be read.</param>
    /// <param name="startedAt">When.</param>
    /// <param name="start">The same by the clock of <see cref="Stopwatch"/>.</param>
    /// <param name="cancellation">Stops it with an <see cref="OperationCanceledException"/>.</param>
    public Report Report(IReadOnlyList<Complaint> complaints, RepositoryReferences references, IReadOnlyList<Incomplete> unread, DateTimeOffset startedAt, long start, CancellationToken cancellation)
    {
        OutcomeSum sum = new ReferenceFindings(scan).Make(complaints, cancellation);
        RunNotices.Add(sum.Notices, scan with { IsWhole = false }, sum.MetBaseline, sum.MetAllow, 0, isComplete: false);
        return new Report
        {
            Command = "lint",
            ToolVersion = ToolVersion.Current,
            StartedAt = startedAt,
            Elapsed = Stopwatch.GetElapsedTime(start),
            Findings = sum.Findings,
            Suppressed = sum.Suppressed,
            Notices = sum.Notices,
            Incomplete = [.. sum.Incomplete, .. unread],
            Counts = new ReportCounts(0, 0, 0),
            Extent = $"{Amount.Of(references.Paths.Count, "file")}, {Amount.Of(references.Resolved().Count, "reference")}",
            Rules = LintOptions.Rules,
        };
    }
}
