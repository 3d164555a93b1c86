using System.Collections.Concurrent;
using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Kubernetes;

/// <summary>
/// What operators say in a cluster of the objects that they work on: the condition <c>Ready</c> of the External Secrets Operator's, and whether a pod mounts a
/// SecretProviderClass. What an operator wrote is read to find the cause, and never quoted.
/// </summary>
/// <param name="access">The way to the cluster.</param>
/// <param name="timeout">How long one request may take.</param>
/// <param name="time">The clock; null for the system's.</param>
public sealed class ClusterState(KubernetesAccess access, TimeSpan timeout, TimeProvider? time = null) : IDisposable
{
    private const string Json = "application/json";
    private const string Driver = "secrets-store.csi.x-k8s.io";
    private const string Ready = "Ready";
    private const string Mounted = "mounted";
    private const int Attempts = 3;

    private readonly KubernetesConnection _connection = new(access, timeout, time ?? TimeProvider.System);
    private readonly ConcurrentDictionary<string, string> _versions = new(StringComparer.Ordinal);

    /// <summary>The cluster, for people.</summary>
    public string Address => _connection.Shown;

    /// <summary>How many requests it was sent.</summary>
    public long Calls => _connection.Calls;

    /// <summary>The namespace of what says none.</summary>
    public string Namespace => access.Namespace;

    /// <summary>The condition by which objects of a group are judged: <c>Ready</c>; of what has no condition, whether a pod has <c>mounted</c> it.</summary>
    public static string ConditionOf(string group) => group == Driver ? Mounted : Ready;

    /// <summary>What is said of one object.</summary>
    /// <param name="group">The group of its API.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="space">Its namespace; passed over for kinds that have none.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> asked for it.</exception>
    public async Task<ClusterStatus> AskAsync(string group, string kind, string space, string name, CancellationToken cancellation)
    {
        if (!KubernetesStore.IsName(space) || !KubernetesStore.IsName(name))
        {
            return ClusterStatus.Failed(new StoreProblem(Verdict.Misconfigured, $"'{space}/{name}' is no name in a cluster", "ask for what is deployed: a template's names are known to it alone"));
        }

        for (int attempt = 1; ; attempt++)
        {
            ClusterStatus status = await AskOnceAsync(group, kind, space, name, cancellation);
            if (status.Problem is not { IsTransient: true } problem || attempt == Attempts)
            {
                return status;
            }

            await Task.Delay(problem.RetryAfter ?? TimeSpan.FromMilliseconds(250 * attempt), time ?? TimeProvider.System, cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private async Task<ClusterStatus> AskOnceAsync(string group, string kind, string space, string name, CancellationToken cancellation)
    {
        if (!_versions.TryGetValue(group, out string? version))
        {
            using StoreReply groups = await _connection.GetAsync($"apis/{group}", Json, cancellation);
            if (groups is { Status: 404, Problem: null })
            {
                return ClusterStatus.Failed(new StoreProblem(Verdict.Misconfigured, $"the cluster does not know '{group}': its operator is not installed", "install the operator, or correct the cluster"));
            }

            if (!groups.IsSuccess)
            {
                return ClusterStatus.Failed(_connection.ProblemOf(groups));
            }

            if (groups.Json.At("preferredVersion", "version").Text() is not { } preferred)
            {
                return ClusterStatus.Failed(_connection.NoKubernetes);
            }

            version = _versions[group] = preferred;
        }

        string scope = kind.StartsWith("Cluster", StringComparison.Ordinal) ? "" : $"namespaces/{space}/";
        using StoreReply reply = await _connection.GetAsync($"apis/{group}/{version}/{scope}{Plural(kind)}/{name}", Json, cancellation);
        return reply is { Status: 404, Problem: null } && reply.Json.At("kind").Text() == "Status" ? new ClusterStatus(Readiness.Absent)
            : !reply.IsSuccess ? ClusterStatus.Failed(_connection.ProblemOf(reply))
            : reply.Json.At("metadata", "name").Text() is null ? ClusterStatus.Failed(_connection.NoKubernetes)
            : group == Driver ? await MountedAsync(group, version, space, name, cancellation)
            : Judge(reply.Json.At("status", "conditions"));
    }

    private static ClusterStatus Judge(JsonElement conditions)
    {
        JsonElement ready = conditions.Items().FirstOrDefault(condition => condition.At("type").Text() == Ready);
        if (ready.At("status").Text() is not { } status)
        {
            return new ClusterStatus(Readiness.Pending);
        }

        (string cause, string advice) = status == "True" ? ("", "") : OperatorMessages.Explain(ready.At("reason").Text() ?? "", ready.At("message").Text() ?? "");
        return new ClusterStatus(status switch { "True" => Readiness.Ready, "False" => Readiness.NotReady, _ => Readiness.Pending }) { Cause = cause, Advice = advice, Since = ready.At("lastTransitionTime").Time() };
    }

    /// <summary>The driver says nothing of a class itself: it works when a pod has mounted it.</summary>
    private async Task<ClusterStatus> MountedAsync(string group, string version, string space, string name, CancellationToken cancellation)
    {
        using StoreReply reply = await _connection.GetAsync($"apis/{group}/{version}/namespaces/{space}/secretproviderclasspodstatuses", Json, cancellation);
        if (!reply.IsSuccess)
        {
            return ClusterStatus.Failed(_connection.ProblemOf(reply));
        }

        JsonElement[] pods = [.. reply.Json.At("items").Items().Select(item => item.At("status")).Where(status => status.At("secretProviderClassName").Text() == name)];
        return pods.Length == 0 ? new ClusterStatus(Readiness.Pending)
            : Array.Exists(pods, pod => !pod.At(Mounted).IsTrue()) ? new ClusterStatus(Readiness.NotReady) { Cause = "a pod that names it could not mount it", Advice = "'kubectl describe pod' shows the driver's events" }
            : new ClusterStatus(Readiness.Ready);
    }

    private static string Plural(string kind) => kind.ToLowerInvariant() + (kind.EndsWith('s') ? "es" : "s");
}

/// <summary>How far an operator has got with an object.</summary>
public enum Readiness
{
    /// <summary>It works.</summary>
    Ready,

    /// <summary>The operator says that it does not.</summary>
    NotReady,

    /// <summary>It is there, and nothing is said of it yet.</summary>
    Pending,

    /// <summary>The cluster does not have it.</summary>
    Absent,

    /// <summary>The cluster did not say.</summary>
    Unknown,
}

/// <summary>What a cluster says of an object.</summary>
/// <param name="State">How far its operator has got.</param>
public sealed record ClusterStatus(Readiness State)
{
    /// <summary>Why, for people; empty where it works.</summary>
    public string Cause { get; init; } = "";

    /// <summary>What to do, for people.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Since when it is so.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Why the cluster did not say; null where it did.</summary>
    public StoreProblem? Problem { get; init; }

    /// <summary>The cluster did not say.</summary>
    public static ClusterStatus Failed(StoreProblem problem) => new(Readiness.Unknown) { Problem = problem };
}
