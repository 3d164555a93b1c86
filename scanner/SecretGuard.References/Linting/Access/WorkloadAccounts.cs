using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>Which service account what runs in a cluster has: a workload, or a store of the External Secrets Operator.</summary>
public sealed class WorkloadAccounts
{
    private const string Sign = "ServiceAccount ", Kind = "ServiceAccount/", Any = "*", Default = "default";

    private readonly (string Consumer, string Account, bool IsPod)[] _all;

    private WorkloadAccounts(IEnumerable<Manifest> manifests) => _all = [.. manifests.Select(Of).OfType<(string, string, bool)>().Distinct().OrderBy(one => one.Item1, StringComparer.Ordinal)];

    /// <summary>Reads the manifests of a repository.</summary>
    public static WorkloadAccounts Of(LintRepository repository) => new(repository.Manifests);

    /// <summary>All accounts that are known, <c>namespace/name</c>; <c>*</c> is a namespace that no file says.</summary>
    public IEnumerable<string> All => _all.Select(one => one.Account).Distinct(StringComparer.Ordinal);

    /// <summary>The accounts of a workload or a store; empty where nobody says.</summary>
    public IReadOnlyList<string> Of(string consumer) => [.. _all.Where(one => one.Consumer == consumer).Select(one => one.Account)];

    /// <summary>Whether somebody is a workload, which gets from the cluster what it mounts.</summary>
    public bool IsWorkload(string consumer) => Array.Exists(_all, one => one.Consumer == consumer && one.IsPod);

    /// <summary>What runs as one of some accounts.</summary>
    public IReadOnlyList<string> RunningAs(IReadOnlyList<string> accounts) => [.. _all.Where(one => accounts.Any(account => IsSame(account, one.Account))).Select(one => one.Consumer).Distinct(StringComparer.Ordinal)];

    /// <summary>The account that the name of a consumer says: <c>ServiceAccount/shop/api</c>, or <c>ServiceAccount/api</c> of any namespace. Null where it says none.</summary>
    public static string? Named(string consumer) => !consumer.StartsWith(Kind, StringComparison.Ordinal) ? null : consumer[Kind.Length..] is var name && name.Contains('/', StringComparison.Ordinal) ? name : $"{Any}/{name}";

    /// <summary>Some consumers, and of those that are accounts what runs as them.</summary>
    public IReadOnlyList<string> WithRunning(IReadOnlyList<string> consumers) => [.. consumers, .. RunningAs([.. consumers.Select(Named).OfType<string>()])];

    /// <summary>The accounts in what a grant says of who has it.</summary>
    public static IReadOnlyList<string> In(string principal)
    {
        int at = principal.IndexOf(Sign, StringComparison.Ordinal);
        return at < 0 ? [] : principal[(at + Sign.Length)..].Split(')')[0].Split(", ");
    }

    /// <summary>Whether two accounts may be one: a namespace that no file says may be any, and so may a name that is <c>*</c>.</summary>
    public static bool IsSame(string left, string right) => left.Split('/', 2) is [var space, var name] && right.Split('/', 2) is [var otherSpace, var otherName]
        && (space == otherSpace || space == Any || otherSpace == Any) && (name == otherName || name == Any);

    private static (string, string, bool)? Of(Manifest manifest)
    {
        bool isPod = PodTemplate.Of(manifest) is not null;
        (YamlValue? name, string? space) = isPod || manifest.IsStore ? AccountReferences.In(manifest).FirstOrDefault() : default;
        return !isPod && name is null ? null : (manifest.Consumer, $"{space ?? manifest.Namespace ?? Any}/{name?.Text ?? Default}", isPod);
    }
}
