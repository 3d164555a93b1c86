using System.Diagnostics;
using SecretGuard.Cli.Linting;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying.Caching;
using SecretGuard.Cli.Verifying.Changes;
using SecretGuard.Cli.Verifying.Clusters;
using SecretGuard.Cli.Verifying.Evidence;
using SecretGuard.Cli.Verifying.Locking;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Cli.Verifying.Values;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Rules;
using SecretGuard.Stores;
using SecretGuard.Stores.Verification;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Verifying;

/// <summary>Asks the stores for what a repository refers to, environment by environment, and reports what is wrong.</summary>
/// <param name="scan">The project, and what is accepted in it.</param>
/// <param name="verify">What is asked, and how.</param>
internal sealed class VerifyRunner(ScanOptions scan, VerifyOptions verify) : IDisposable
{
    private readonly StoreOpener _opener = new(scan.Project.Root);
    private IReadOnlyList<LockRecord> _lock = [];

    /// <summary>What was asked and answered, after <see cref="Run"/>, where <see cref="VerifyOptions.KeepsEvidence"/>.</summary>
    public EvidenceRecord? Evidence { get; private set; }

    /// <summary>What would be asked. Asks nothing.</summary>
    public IReadOnlyList<QuestionPlan> Plan(RepositoryReferences references) => new Planner(scan.Project, verify, _opener).Plan(references);

    /// <summary>What the stores say of the declared secrets alone, in each environment; no file is looked at.</summary>
    public (IReadOnlyList<QuestionPlan> Plans, IReadOnlyList<Judged> Judged) AskDeclared(CancellationToken cancellation)
    {
        IReadOnlyList<QuestionPlan> plans = Plan(RepositoryReferences.None);
        return (plans, Ask(plans, null, cancellation).Judged);
    }

    /// <summary>What the stores say, as records for <c>secretguard.lock</c>; and what none of them answered.</summary>
    /// <param name="references">What is referred to.</param>
    /// <param name="earlier">What the lock says now.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public (IReadOnlyList<LockRecord> Records, IReadOnlyList<Judged> Unanswered) Lock(RepositoryReferences references, IReadOnlyList<LockRecord> earlier, CancellationToken cancellation)
    {
        IReadOnlyList<QuestionPlan> plans = Plan(references);
        IReadOnlyList<Judged> judged = Ask(plans, null, cancellation).Judged;
        return (new LockMaker(verify.Today.UtcDateTime.Date).Make(plans, judged, earlier), [.. judged.Where(one => LockMaker.IsNamed(one.Answer.Place) && one.Answer.Best.Verdict.CannotTell())]);
    }

    private (IReadOnlyList<Answered> Answers, IReadOnlyList<Judged> Judged, IReadOnlyList<VerificationReport> Reports) Ask(IReadOnlyList<QuestionPlan> plans, AnswerCache? cache, CancellationToken cancellation)
    {
        Question[] questions = [.. plans.SelectMany(plan => plan.Questions), .. plans.SelectMany(plan => plan.Helping)];
        IKnownAnswers? known = verify.IsOffline ? new LockedAnswers(_lock = LockFile.Read(scan.Project), verify.Today) : cache;
        AskingProgress? progress = verify.Progress is null ? null : new AskingProgress();
        Task<(IReadOnlyList<Answered>, IReadOnlyList<VerificationReport>)> asking = Task.Run(() => Asking.AskAsync(questions, known, verify.Asking, progress, cancellation), CancellationToken.None);
        verify.Progress?.Watch(asking, () => progress!.State);
        (IReadOnlyList<Answered> answers, IReadOnlyList<VerificationReport> reports) = asking.GetAwaiter().GetResult();
        IReadOnlyList<Judged> judged = new AnswerJudge(verify.Today).Judge(answers);
        cache?.Keep(answers, judged);
        return (answers, judged, reports);
    }

    /// <summary>Asks, and judges. What is known when the user stops it is reported; the rest was not answered.</summary>
    public Report Run(RepositoryReferences references, IReadOnlyList<Incomplete> unread, CancellationToken cancellation)
    {
        DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<QuestionPlan> plans = Plan(references);
        AnswerCache? cache = verify.IsOffline ? null : AnswerCache.Of(scan.Project.Root, verify.Cached, startedAt);
        (IReadOnlyList<Answered> all, IReadOnlyList<Judged> judged, IReadOnlyList<VerificationReport> reports) = Ask(plans, cache, cancellation);
        Answered[] answers = [.. all.Where(answer => !answer.Question.IsHelping)];
        var cluster = new ClusterCheck(_opener, verify);
        if (verify.AsksCluster)
        {
            cluster.RunAsync(plans, cancellation).GetAwaiter().GetResult();
        }

        var logins = new LoginCheck(verify);
        if (verify is { IsOffline: false, Base: null })
        {
            logins.RunAsync(plans, cancellation).GetAwaiter().GetResult();
        }

        Evidence = verify.KeepsEvidence ? new EvidenceMaker(plans, all, judged, verify) { Cluster = verify.AsksCluster ? cluster : null }.Make(scan.Project.Root, startedAt) : null;
        OutcomeSum sum = new ReferenceFindings(scan).Make(Complaints(plans, judged).Concat(cluster.Complaints).Concat(logins.Complaints).Concat(Lints(references, judged)), CancellationToken.None);
        sum.Notices.AddRange([.. cluster.Notices, .. logins.Notices]);
        TellAge(sum, cache);
        string? change = verify.Base is { } before ? ChangeSentence.Of(before.Name, plans, judged) : null;
        if (change is not null)
        {
            sum.Notices.Add(new Notice(DiagnosticIds.NotVerified, Severity.Info, change + "; what it has is not verified", null));
        }

        VerifyNotices.Add(sum, plans, answers, reports, [.. VerifyNotices.Unanswered(all), .. cluster.Unanswered], verify);
        if (verify.ComparesLeaks)
        {
            LeakCheck.Add(sum, scan, verify.Asking.Values!, answers, cancellation);
        }

        sum.Incomplete.AddRange(unread);
        RunNotices.Add(sum.Notices, scan with { IsWhole = false }, sum.MetBaseline, sum.MetAllow, 0, isComplete: false);
        return new Report
        {
            Command = "verify",
            ToolVersion = ToolVersion.Current,
            StartedAt = startedAt,
            Elapsed = Stopwatch.GetElapsedTime(start),
            Findings = sum.Findings,
            Suppressed = sum.Suppressed,
            Notices = sum.Notices,
            Incomplete = sum.Incomplete,
            Verified = [.. judged.Select(Told).Distinct()],
            Unverified = [.. Untold(plans, all).Distinct()],
            Counts = new ReportCounts(0, 0, 0),
            Change = change,
            Extent = VerifyNotices.Extent(plans, answers, reports),
            Rules = [.. ReferenceRules.All, .. LintRules.All],
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _opener.Dispose();

    /// <summary>What is wrong in the files; of a change what its base did not have, wherever it stood there.</summary>
    private IEnumerable<Complaint> Lints(RepositoryReferences references, IReadOnlyList<Judged> judged)
    {
        // Whether a variable is set was asked where it is referred to: no lint needs to guess it.
        HashSet<(string, int)> asked = [.. judged.Where(one => one.Answer.Question.Record is not null && !one.Answer.Best.Verdict.CannotTell()).Select(one => (one.Answer.Question.Location.Path, one.Answer.Question.Location.StartLine))];
        HashSet<(Rule, string, string)> before = verify.Base is { } state ? [.. LintRunner.Complaints(state.References, state.Declaration).Select(complaint => (complaint.Rule, complaint.Location.Path, complaint.Subject))] : [];
        return LintRunner.Complaints(references, scan.Project.Settings.Declaration)
            .Where(complaint => complaint.Rule != TemplateRules.VariableUnknown || !asked.Contains((complaint.Location.Path, complaint.Location.StartLine)))
            .Where(complaint => !before.Contains((complaint.Rule, complaint.Location.Path, complaint.Subject)));
    }

    /// <summary>Says how old the answers are that no store gave now.</summary>
    private void TellAge(OutcomeSum sum, AnswerCache? cache)
    {
        if (LockAge.Warning(_lock, verify.Today.UtcDateTime) is { } old)
        {
            sum.Notices.Add(new Notice(DiagnosticIds.StaleLock, Severity.Medium, old, null));
        }

        if (cache is { Taken: > 0 })
        {
            sum.Notices.Add(new Notice(DiagnosticIds.NotVerified, Severity.Info, VerifyNotices.Cached(cache), null));
        }
    }

    private static VerifiedReference Told(Judged judged) => new(judged.Answer.Question.Environment, judged.Answer.Place.Shown, judged.Answer.Place.Store.Shown, judged.State, judged.Answer.Question.Location)
    {
        Version = judged.Answer.Best.Metadata.Version,
        Updated = judged.Answer.Best.Metadata.Updated,
        Expires = judged.Answer.Best.Metadata.Expires,
    };

    /// <summary>What no store was asked for; and what none answered, where that need not be.</summary>
    private IEnumerable<UnverifiedReference> Untold(IReadOnlyList<QuestionPlan> plans, IReadOnlyList<Answered> answers) =>
        plans.SelectMany(plan => plan.NotAsked).Select(one => new UnverifiedReference(one.Environment, one.Record.Reference.Shown, one.Reason, one.Record.Location))
            .Concat(from answer in verify.OnUnreachable == OnUnreachable.Fail ? [] : answers
                    where answer.Best.Verdict.CannotTell() && !answer.Question.IsHelping
                    select new UnverifiedReference(answer.Question.Environment, answer.Place.Shown, answer.Best.Cause, answer.Question.Location));

    private static IEnumerable<Complaint> Complaints(IReadOnlyList<QuestionPlan> plans, IReadOnlyList<Judged> judged)
    {
        foreach (Broken broken in plans.SelectMany(plan => plan.Broken))
        {
            yield return new Complaint(broken.Rule, broken.Record.Location, (broken.Environment.Length == 0 ? "" : broken.Environment + ": ") + broken.Record.Reference.Shown, broken.Cause);
        }

        foreach (Judged one in judged)
        {
            foreach ((Rule rule, string reason) in one.Wrongs)
            {
                yield return new Complaint(rule, one.Answer.Question.Location, one.Answer.Question.SubjectOf(rule), reason);
            }
        }
    }
}
