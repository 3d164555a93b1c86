using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Linting.Access;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;

namespace SecretGuard.Cli.Accessing;

/// <summary>Writes the least policies that somebody needs, one for each store, by what it refers to.</summary>
/// <param name="target">Who.</param>
/// <param name="keys">Which secrets are encrypted with keys of the customer's own.</param>
internal sealed class PolicyWriter(PolicyTarget target, IReadOnlyList<CustomerKey> keys)
{
    private readonly SortedSet<string> _notices = new(StringComparer.Ordinal);

    /// <summary>What the policies leave out, and why; for people.</summary>
    public IReadOnlyCollection<string> Notices => _notices;

    /// <summary>The policies.</summary>
    /// <param name="plans">What each environment refers to.</param>
    /// <param name="types">The kinds of stores that are wanted; empty for all. Only by its name a cluster is one for what it mounts into a workload anyway.</param>
    public IReadOnlyList<PolicyText> Write(IReadOnlyList<QuestionPlan> plans, IReadOnlyList<string> types)
    {
        (string Environment, Place Place)[] needed = [.. plans.SelectMany(plan => PlacesOf(plan, types).Select(place => (plan.Environment, place))).Where(one => types.Count == 0 || types.Contains(one.place.Store.Declared.Type, StringComparer.Ordinal))];
        return
        [
            .. needed.GroupBy(one => (one.Environment, Holder: one.Place.Store.Adapter.PolicyHolder ?? one.Place.Store.Adapter)).Select(group => Write(group.Key.Environment, [.. group.Select(one => one.Place)]))
                .OfType<PolicyText>().GroupBy(policy => (policy.Text, policy.Type)).Select(group => group.First() with { Title = string.Join(", ", group.Select(policy => policy.Title).Distinct(StringComparer.Ordinal)) }),
        ];
    }

    /// <summary>The policy for stores that share one.</summary>
    private PolicyText? Write(string environment, Place[] places)
    {
        (StoreInUse Store, string Text)[] texts = [.. places.GroupBy(place => place.Store.Adapter).Select(group => (group.First().Store, TextFor(group.First().Store, [.. group.Select(place => place.Query with { Property = null }).Distinct()]))).Where(text => text.Item2.Length > 0)];
        return texts.Length == 0 ? null
            : new PolicyText((environment.Length == 0 ? "" : environment + ": ") + string.Join(", ", texts.Select(text => text.Store.Shown)), texts[0].Store.Declared.Type, texts[0].Store.Adapter.JoinPermissions([.. texts.Select(text => text.Text)]));
    }

    private string TextFor(StoreInUse store, SecretQuery[] queries)
    {
        CustomerKey[] own = [.. keys.Where(key => key.Secret.Store == store.Declared.Type && queries.Any(query => IsOf(key, query)))];
        var reader = new SecretReader(target.Name.Split('/')[^1]) { Accounts = target.Accounts, Keys = [.. own.Select(KeyOf).Distinct(StringComparer.Ordinal)] };
        foreach (IGrouping<string, CustomerKey> key in own.Where(key => key.Arn is null).GroupBy(KeyOf, StringComparer.Ordinal))
        {
            _notices.Add($"{string.Join(", ", key.Select(one => $"'{one.Secret.Name}'").Distinct(StringComparer.Ordinal))}: encrypted with a key of your own ({key.First().Location.Path}:{key.First().Location.StartLine}); put its ARN in the place of {key.Key}");
        }

        string text = (store.Adapter as IValueStore)?.ReaderPermissions(queries, reader) ?? "";
        if (text.Length == 0)
        {
            _notices.Add($"{store.Shown}: a store of type {store.Adapter.Type} has no policies that could be written");
        }

        return text;
    }

    private IEnumerable<Place> PlacesOf(QuestionPlan plan, IReadOnlyList<string> types)
    {
        InventoryRecord[] own = [.. plan.Records.Where(target.Owns)];
        HashSet<InventoryRecord> read = [];
        foreach (InventoryRecord end in own.SelectMany(plan.EndsOf).Distinct())
        {
            if (target.Reads(end))
            {
                read.Add(end);
            }
            else if (end.Reference.IsSecret)
            {
                _notices.Add($"{Shown(end)}: '{end.Reference.Name}' is read by {target.ReaderOf(end)}, which needs a policy of its own");
            }
        }

        foreach (InventoryRecord record in own.Where(record => record.Reference.Kind == ReferenceKinds.Source && record.Reference.Store is StoreTypes.AzureKeyVault or StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm or StoreTypes.Vault))
        {
            _notices.Add($"{Shown(record)}: all of {record.Reference.Store} {record.Reference.Name} is taken, which needs the right to list and to read whatever is there");
        }

        foreach (Unasked unasked in plan.NotAsked.Where(unasked => read.Contains(unasked.Record)))
        {
            _notices.Add($"{Shown(unasked.Record)}: '{unasked.Record.Reference.Name}' is left out: {unasked.Reason}");
        }

        return plan.Questions.Where(question => (question.Record is { } record && read.Contains(record) && !IsMounted(record)) || (question.Secret is { } secret && target.Uses(secret)))
            .SelectMany(question => question.Places).Concat(types.Contains(StoreTypes.Kubernetes, StringComparer.Ordinal) ? own.Where(IsMounted).Select(record => InCluster(plan, record)).OfType<Place>() : []);
    }

    private bool IsMounted(InventoryRecord record) => record.Reference is { Store: StoreTypes.Kubernetes, Kind: ReferenceKinds.Secret } && target.IsWorkload;

    /// <summary>A Secret that a workload mounts, for one that asks the cluster itself.</summary>
    private Place? InCluster(QuestionPlan plan, InventoryRecord record)
    {
        string? space = record.Reference.Address ?? target.Accounts.Select(account => account.Namespace).FirstOrDefault(one => one is not null);
        if (space is null)
        {
            _notices.Add($"{Shown(record)}: no file says in which namespace '{record.Reference.Name}' is; 'default' is written");
        }

        StoreInUse? cluster = plan.Stores.Declared.Where(store => store.Type == StoreTypes.Kubernetes).Select(store => plan.Stores.Named(store.Name)).FirstOrDefault() ?? plan.Stores.Embedded(StoreTypes.Kubernetes);
        return cluster is null ? null : new Place(cluster, new SecretQuery($"{space ?? "default"}/{record.Reference.Name}"));
    }

    private static string Shown(InventoryRecord record) => $"{record.Location.Path}:{record.Location.StartLine}";

    private static string KeyOf(CustomerKey key) => key.Arn ?? $"${{{(key.Address is null ? "KEY" : key.Address + ".arn")}}}";

    /// <summary>Whether a question is for a secret, by its name or its ARN.</summary>
    private static bool IsOf(CustomerKey key, SecretQuery query) => query.Name.Trim('/') == key.Secret.Name.Trim('/') || query.Name.EndsWith((key.Secret.Store == StoreTypes.AwsSsm ? ":parameter/" : ":secret:") + key.Secret.Name.TrimStart('/'), StringComparison.Ordinal);
}
