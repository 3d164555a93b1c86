using SecretGuard.Cli.Referring;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Linting.Access;
using SecretGuard.Text;

namespace SecretGuard.Cli.Accessing;

/// <summary>Who a policy is for: a workload, a project, a service account with all that runs as it, or a store of the External Secrets Operator with all that is read through it.</summary>
internal sealed class PolicyTarget
{
    private const string AccountKind = "ServiceAccount/", ClassKind = "SecretProviderClass/";

    private readonly HashSet<string> _consumers;
    private readonly Dictionary<Location, string> _operators;

    /// <summary>Finds who is meant.</summary>
    /// <exception cref="UsageException">Nobody here is called so.</exception>
    public PolicyTarget(string typed, RepositoryReferences references, WorkloadAccounts accounts, Declaration declaration)
    {
        Name = typed;
        _operators = references.Manifests.Where(record => record.Reference is { Store: StoreTypes.ExternalSecrets, Address: not null }).GroupBy(record => record.Location).ToDictionary(group => group.Key, group => group.First().Reference.Address!);
        IReadOnlyList<InventoryRecord> records = references.Resolved();
        string[] running = WorkloadAccounts.Named(typed) is { } account ? [.. accounts.RunningAs([account])] : [];
        string[] known = [.. records.Select(record => record.Consumer).Concat(_operators.Values).Concat(declaration.Secrets.SelectMany(secret => secret.Consumers)).Concat(accounts.All.Select(one => AccountKind + one.Split('/')[^1]))
            .Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (!known.Contains(typed, StringComparer.Ordinal) && running.Length == 0)
        {
            string[] ends = [.. known.Where(name => name.EndsWith("/" + typed, StringComparison.Ordinal))];
            throw new UsageException($"nobody here who uses secrets is called '{typed}'{(ends.Length > 0 ? $"; did you mean '{ends[0]}'?" : NearestName.Hint(typed, known))}");
        }

        _consumers = [typed, .. running];
        _consumers.UnionWith(records.Where(record => record.Reference.Kind == ReferenceKinds.ProviderClass && _consumers.Contains(record.Consumer)).Select(record => ClassKind + record.Reference.Name).ToArray());
        Accounts = [.. (WorkloadAccounts.Named(typed) is { } own ? [own] : _consumers.SelectMany(accounts.Of)).Distinct(StringComparer.Ordinal).Select(Split)];
        IsWorkload = _consumers.Any(accounts.IsWorkload);
    }

    /// <summary>Who is meant, as it was typed.</summary>
    public string Name { get; }

    /// <summary>The service accounts; a namespace is null where no file says it.</summary>
    public IReadOnlyList<(string? Namespace, string Name)> Accounts { get; }

    /// <summary>Whether it gets from the cluster what it mounts.</summary>
    public bool IsWorkload { get; }

    /// <summary>Whether it is one who uses a declared secret by the declaration.</summary>
    public bool Uses(DeclaredSecret secret) => secret.Consumers.Any(_consumers.Contains);

    /// <summary>Whether it is its own identity that a place is read with.</summary>
    public bool Reads(InventoryRecord record) => _operators.TryGetValue(record.Location, out string? store) ? store == Name || record.Consumer == Name : _consumers.Contains(record.Consumer);

    /// <summary>Whether a place is its own, whoever reads for it.</summary>
    public bool Owns(InventoryRecord record) => _consumers.Contains(record.Consumer) || Reads(record);

    /// <summary>Who reads at a place: the store whose identity the operator takes, else who stands there.</summary>
    public string ReaderOf(InventoryRecord record) => _operators.GetValueOrDefault(record.Location, record.Consumer);

    private static (string?, string) Split(string account) => account.Split('/', 2) is ["*", var name] ? (null, name) : (account.Split('/')[0], account.Split('/')[^1]);
}
