using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References;
using SecretGuard.Reporting;
using SecretGuard.Rules;
using SecretGuard.Stores;
using SecretGuard.Stores.Kubernetes;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Verifying.Clusters;

/// <summary>Asks the cluster of each environment what its operators say of the objects that the repository declares.</summary>
/// <param name="opener">Finds the way to clusters.</param>
/// <param name="options">How it is asked.</param>
internal sealed class ClusterCheck(StoreOpener opener, VerifyOptions options)
{
    private const int Parallelism = 8;

    private readonly List<Complaint> _complaints = [];
    private readonly List<Unanswered> _unanswered = [];
    private readonly List<Notice> _notices = [];

    /// <summary>What operators say is wrong.</summary>
    public IReadOnlyList<Complaint> Complaints => _complaints;

    /// <summary>What no cluster said.</summary>
    public IReadOnlyList<Unanswered> Unanswered => _unanswered;

    /// <summary>What is not there yet, or was not asked.</summary>
    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>Asks. What is known when the user stops it is kept; the rest was not answered.</summary>
    public async Task RunAsync(IReadOnlyList<QuestionPlan> plans, CancellationToken cancellation)
    {
        foreach (QuestionPlan plan in plans.Where(plan => plan.Objects.Count > 0))
        {
            DeclaredStore? declared = plan.Stores.Declared.FirstOrDefault(store => store.Type == StoreTypes.Kubernetes);
            if (declared is null && plan.Stores.IsDeclared)
            {
                Tell($"{Of(plan)}no store of type {StoreTypes.Kubernetes} is declared, so no cluster was asked of {Amount.Of(plan.Objects.Count, "object")}", plan.Objects);
                continue;
            }

            using var cluster = new ClusterState(opener.Kubernetes(declared), TimeSpan.FromSeconds(15), options.Asking.Time);
            await RunAsync(plan, declared?["namespace"] ?? cluster.Namespace, cluster, cancellation);
        }
    }

    private async Task RunAsync(QuestionPlan plan, string space, ClusterState cluster, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Asking.Deadline);
        var states = new ClusterStatus[plan.Objects.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, states.Length), new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (i, _) =>
        {
            try
            {
                ClusterObject asked = plan.Objects[i];
                states[i] = await cluster.AskAsync(asked.Group, asked.Kind, asked.Namespace ?? space, asked.Name, limit.Token);
            }
            catch (OperationCanceledException)
            {
                states[i] = ClusterStatus.Failed(new StoreProblem(Verdict.Unreachable, cancellation.IsCancellationRequested ? "interrupted before it was answered" : "not asked before the deadline", "run it again, with a longer --store-timeout"));
            }
        });

        foreach ((ClusterObject asked, ClusterStatus state) in plan.Objects.Zip(states))
        {
            string subject = $"{Of(plan)}{asked.Kind} {(asked.Kind.StartsWith("Cluster", StringComparison.Ordinal) ? "" : (asked.Namespace ?? space) + "/")}{asked.Name}";
            if (state.Problem is { } problem)
            {
                _unanswered.Add(new Unanswered(cluster.Address, subject, problem.Cause, problem.Advice, asked.Location));
            }
            else if (state.State == Readiness.NotReady)
            {
                _complaints.Add(new Complaint(ReferenceRules.NotSynced, asked.Location, subject, $"{state.Cause}{(state.Since is { } since ? $" (since {since:yyyy-MM-dd})" : "")}; {state.Advice}"));
            }
        }

        Tell($"{Of(plan)}not in the cluster {cluster.Address} yet: ", [.. plan.Objects.Zip(states).Where(pair => pair.Second.State == Readiness.Absent).Select(pair => pair.First)], named: true);
        Tell($"{Of(plan)}nothing is said in the cluster {cluster.Address} yet of: ", [.. plan.Objects.Zip(states).Where(pair => pair.Second.State == Readiness.Pending).Select(pair => pair.First)], named: true);
    }

    private static string Of(QuestionPlan plan) => plan.Environment.Length == 0 ? "" : plan.Environment + ": ";

    private void Tell(string text, IReadOnlyList<ClusterObject> objects, bool named = false)
    {
        if (objects.Count > 0)
        {
            _notices.Add(new Notice(DiagnosticIds.NotVerified, Severity.Info, named ? text + VerifyNotices.Names(objects.Select(one => $"{one.Kind}/{one.Name}")) : text, objects[0].Location));
        }
    }
}
