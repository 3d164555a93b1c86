using SecretGuard.Inventories;

namespace SecretGuard.Reporting;

/// <summary>Who may do what with a secret as people read it, the same for a terminal, a page and a comment. Nothing of it is escaped yet.</summary>
internal static class AccessText
{
    /// <summary>Where no file gives anybody a right.</summary>
    public const string Nothing = "nothing here grants anything on it";

    private static readonly (Capabilities One, string Word)[] All =
    [
        (Capabilities.Read, "read"), (Capabilities.Describe, "describe"), (Capabilities.List, "list"), (Capabilities.Write, "write"), (Capabilities.Delete, "delete"), (Capabilities.Manage, "manage"),
    ];

    /// <summary>The titles of <see cref="Cells(SecretGrant)"/>.</summary>
    public static IReadOnlyList<string> GrantTitles { get; } = ["May", "Who", "By", "Where", "But"];

    /// <summary>The titles of <see cref="Cells(SecretUse)"/>.</summary>
    public static IReadOnlyList<string> UseTitles { get; } = ["Used by", "Where", "State"];

    /// <summary>What may be done, who has it, by which policy, where, and what is to be known of it.</summary>
    public static string[] Cells(SecretGrant one)
    {
        Grant grant = one.Grant;
        string[] remarks =
        [
            .. one.IsAdminOfWorkload ? ["an admin right of a workload"] : Array.Empty<string>(),
            .. one.IsWildcard ? [grant.Pattern == "*" ? "every secret" : $"wildcard {grant.Pattern}"] : Array.Empty<string>(),
            .. one.IsOpen ? ["maybe: a part is computed"] : Array.Empty<string>(),
            .. grant.IsConditional && grant.Store != StoreTypes.Kubernetes ? ["on a condition"] : Array.Empty<string>(), // there it says that the rule names Secrets
            .. one.Place.Store == StoreTypes.Kubernetes ? [$"as Secret {one.Place.Name}"] : Array.Empty<string>(),
        ];
        return [(grant.IsDenied ? "not " : "") + string.Join(", ", Words(grant.Capabilities)), Who(one), Through(grant), $"{grant.Location.Path}:{grant.Location.StartLine}", string.Join("; ", remarks)];
    }

    /// <summary>Who uses it, where, and whether that is granted.</summary>
    public static string[] Cells(SecretUse use) => [use.Consumer, use.Location is { } at ? $"{at.Path}:{at.StartLine}" : "", Say(use.State) + (use.Cause.Length == 0 ? "" : $": {use.Cause}")];

    /// <summary>What may be done, in words.</summary>
    public static IReadOnlyList<string> Words(Capabilities capabilities) => capabilities == Capabilities.All ? ["everything"] : [.. All.Where(pair => capabilities.HasFlag(pair.One)).Select(pair => pair.Word)];

    /// <summary>The name of a state in formats that programs read.</summary>
    public static string Name(UseState state) => state switch
    {
        UseState.NotGranted => "not-granted",
        UseState.NotSaid => "not-said",
        UseState.NotSeen => "not-seen",
        UseState.Delivered => "delivered",
        _ => "granted",
    };

    /// <summary><c>3 secrets, 4 who use them: 1 not granted</c>.</summary>
    public static string Summary(AccessOverview overview)
    {
        SecretUse[] uses = [.. overview.Secrets.SelectMany(secret => secret.Uses)];
        int principals = overview.Secrets.SelectMany(secret => secret.Grants).Where(grant => !grant.Grant.IsDenied && grant.Grant.Principal.Length > 0).Select(grant => grant.Grant.Principal).Distinct(StringComparer.Ordinal).Count();
        string[] counts = [.. Enum.GetValues<UseState>().Select(state => (Words: state == UseState.Granted ? "granted" : Name(state).Replace('-', ' '), Count: uses.Count(use => use.State == state))).Where(pair => pair.Count > 0).Select(pair => $"{pair.Count} {pair.Words}")];
        int admins = overview.Secrets.Sum(secret => secret.Grants.Count(grant => grant.IsAdminOfWorkload));
        return $"{Amount.Of(overview.Secrets.Count, "secret")}, {Amount.Of(principals, "principal")}, {Amount.Of(uses.Length, "use")}{(counts.Length == 0 ? "" : ": " + string.Join(", ", counts))}"
            + (overview.Unused.Count == 0 ? "" : $"; {Amount.Of(overview.Unused.Count, "grant")} that nobody uses") + (admins == 0 ? "" : $"; {Amount.Of(admins, "admin right")} of workloads");
    }

    private static string Say(UseState state) => state switch
    {
        UseState.Granted => "granted",
        UseState.NotGranted => "not granted",
        UseState.Delivered => "gets it from the cluster",
        UseState.NotSaid => "no policy for it is here",
        _ => "declared, and not seen here",
    };

    private static string Who(SecretGrant one) => (one.Grant.Principal.Length == 0 ? "whoever has the policy" : one.Grant.Principal) + (one.Workloads.Count == 0 ? "" : " → " + string.Join(", ", one.Workloads));

    private static string Through(Grant grant) => grant.Policy.Length == 0 ? grant.Role : grant.Role.Length == 0 || grant.Store is StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm or StoreTypes.Vault ? grant.Policy : $"{grant.Policy} ({grant.Role})";
}
