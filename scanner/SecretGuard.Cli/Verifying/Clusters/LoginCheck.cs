using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Rules;
using SecretGuard.Stores.Vault;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Verifying.Clusters;

/// <summary>
/// Looks at how the Vaults that were asked check the logins of clusters: with a token that was written down, every login is refused on the day on which it ends.
/// Who may not look at that hears nothing of it.
/// </summary>
/// <param name="options">How stores are asked.</param>
internal sealed class LoginCheck(VerifyOptions options)
{
    private const string Kubernetes = "kubernetes";

    private readonly List<Complaint> _complaints = [];
    private readonly List<Notice> _notices = [];

    /// <summary>What will end.</summary>
    public IReadOnlyList<Complaint> Complaints => _complaints;

    /// <summary>What may end, which Vault does not tell.</summary>
    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>Asks each Vault once for each of its logins.</summary>
    public async Task RunAsync(IReadOnlyList<QuestionPlan> plans, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Asking.Deadline);
        var asked = new HashSet<(VaultStore, string)>();
        try
        {
            foreach (QuestionPlan plan in plans)
            {
                foreach ((VaultStore vault, string mount, Location place) in Logins(plan).Where(login => asked.Add((login.Vault, login.Mount))))
                {
                    Judge(plan, vault, mount, place, await vault.ReviewerAsync(mount, limit.Token));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // What the run is for was asked; this is told where there is time for it.
        }
    }

    /// <summary>The logins of clusters to Vaults that were asked something: of the declaration, and of manifests that mean the same Vault.</summary>
    private static IEnumerable<(VaultStore Vault, string Mount, Location Place)> Logins(QuestionPlan plan)
    {
        foreach (StoreInUse store in plan.Questions.SelectMany(question => question.Places).Select(place => place.Store).Distinct())
        {
            if (store.Adapter is not VaultStore { Calls: > 0 } vault)
            {
                continue;
            }

            foreach (var login in plan.Stores.ClusterLogins.Where(login => login.Name == store.Declared.Name || IsSame(login.Address, store.Declared["address"])))
            {
                yield return (vault, login.KubernetesMount!, login.Location);
            }

            if (store.Declared.Login.GetValueOrDefault("method") == Kubernetes)
            {
                yield return (vault, store.Declared.Login.GetValueOrDefault("mount", Kubernetes), store.Declared.Location);
            }
        }
    }

    private static bool IsSame(string? one, string? other) => one is not null && string.Equals(one.TrimEnd('/'), other?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private void Judge(QuestionPlan plan, VaultStore vault, string mount, Location place, KubernetesReviewer? reviewer)
    {
        string path = $"auth/{mount.Trim('/')}/config";
        if (reviewer is { IsPinned: true, IsOwnCluster: true })
        {
            _complaints.Add(new Complaint(AccessRules.ReviewerPinned, place, $"{(plan.Environment.Length == 0 ? "" : plan.Environment + ": ")}{StoreTypes.Vault} {path}",
                $"Vault is in the cluster that it checks, and '{path}' of {vault.Address} has a 'token_reviewer_jwt': one that a pod was given ends with that pod or within the hour, and then every login of the cluster is refused; "
                + $"without one Vault reads its own anew: 'vault write {path} kubernetes_host=https://kubernetes.default.svc disable_local_ca_jwt=false'"));
        }
        else if (reviewer is { IsPinned: true })
        {
            _notices.Add(new Notice(DiagnosticIds.NotVerified, Severity.Low,
                $"{vault.Address} checks the logins of another cluster with a token that was written to '{path}', and does not tell whether it ends: it has to be that of a Secret of type 'kubernetes.io/service-account-token', never a pod's, and somebody has to rotate it",
                place));
        }
    }
}
