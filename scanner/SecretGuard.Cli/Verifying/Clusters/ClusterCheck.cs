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

    private readonly List<ClusterAnswer> _answers = [];
    private readonly List<(string Environment, ClusterObject Object, string Reason)> _notAsked = [];
    private readonly List<Notice> _notices = [];

    /// <summary>What clusters said, or why they did not.</summary>
    public IReadOnlyList<ClusterAnswer> Answers => _answers;

    /// <summary>The objects that no cluster was asked about.</summary>
    public IReadOnlyList<(string Environment, ClusterObject Object, string Reason)> NotAsked => _notAsked;

    /// <summary>What operators say is wrong.</summary>
    public IEnumerable<Complaint> Complaints =>
        _answers.Where(answer => answer.Reason.Length > 0).Select(answer => new Complaint(ReferenceRules.NotSynced, answer.Object.Location, answer.Subject, answer.Reason));

    /// <summary>What no cluster said.</summary>
    public IReadOnlyList<Unanswered> Unanswered =>
        [.. _answers.Where(answer => answer.Status.Problem is not null).Select(answer => new Unanswered(answer.Cluster, answer.Subject, answer.Status.Problem!.Cause, answer.Status.Problem.Advice, answer.Object.Location))];

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
                const string Reason = $"no store of type {StoreTypes.Kubernetes} is declared, so no cluster was asked";
                _notAsked.AddRange(plan.Objects.Select(one => (plan.Environment, one, Reason)));
                Tell($"{Of(plan)}{Reason} of {Amount.Of(plan.Objects.Count, "object")}", plan.Objects);
                continue;
            }

            using var cluster = new ClusterState(opener.Kubernetes(declared), TimeSpan.FromSeconds(15), options.Asking.Time);
            await RunAsync(plan, declared, cluster, cancellation);
        }
    }

    private async Task RunAsync(QuestionPlan plan, DeclaredStore? declared, ClusterState cluster, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Asking.Deadline);
        string space = declared?["namespace"] ?? cluster.Namespace;
        var answers = new ClusterAnswer[plan.Objects.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, answers.Length), new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (i, _) =>
        {
            ClusterObject asked = plan.Objects[i];
            ClusterStatus status;
            try
            {
                status = await cluster.AskAsync(asked.Group, asked.Kind, asked.Namespace ?? space, asked.Name, limit.Token);
            }
            catch (OperationCanceledException)
            {
                status = ClusterStatus.Failed(new StoreProblem(Verdict.Unreachable, cancellation.IsCancellationRequested ? "interrupted before it was answered" : "not asked before the deadline", "run it again, with a longer --store-timeout"));
            }

            string name = asked.Kind.StartsWith("Cluster", StringComparison.Ordinal) ? asked.Name : $"{asked.Namespace ?? space}/{asked.Name}";
            answers[i] = new ClusterAnswer(plan.Environment, asked, name, status) { Cluster = cluster.Address, Store = declared, At = options.Asking.Time.GetUtcNow() };
        });

        _answers.AddRange(answers);
        Tell($"{Of(plan)}not in the cluster {cluster.Address} yet: ", In(Readiness.Absent), named: true);
        Tell($"{Of(plan)}nothing is said in the cluster {cluster.Address} yet of: ", In(Readiness.Pending), named: true);

        ClusterObject[] In(Readiness state) => [.. answers.Where(answer => answer.Status.State == state).Select(answer => answer.Object)];
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
