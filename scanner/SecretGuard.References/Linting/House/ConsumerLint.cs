using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Linting.Access;
using SecretGuard.References.Markdown;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.House;

/// <summary>
/// Declared consumers against those that files show. Consumers that are told in words (<c>API pods</c>) cannot be compared, and neither can what only a part of the
/// repository says.
/// </summary>
internal sealed class ConsumerLint : IRepositoryLint
{
    private const char Slash = '/';

    /// <summary>Who uses a secret itself; all others hand it on. Programs have no kind: their code names it.</summary>
    private static readonly string[] Kinds = ["Deployment", "StatefulSet", "DaemonSet", "Rollout", "ReplicaSet", "Pod", "Job", "CronJob", "service"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [HouseRules.ConsumerUnknown, HouseRules.ConsumerUndeclared];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        DeclaredSecret[] secrets = [.. repository.Declaration.Secrets.Where(secret => secret.Consumers.Count > 0 && secret.Consumers.All(consumer => !consumer.Any(char.IsWhiteSpace)))];
        if (!repository.IsWhole || secrets.Length == 0)
        {
            return;
        }

        ILookup<string, InventoryRecord> places = repository.Records.SelectMany(record => repository.Names.Meant(record.Reference, record.Location.Path).Select(secret => (secret.Id, Record: record))).ToLookup(place => place.Id, place => place.Record, StringComparer.Ordinal);
        var users = new RecordUsers(repository.Records);
        Lazy<WorkloadAccounts> accounts = new(() => WorkloadAccounts.Of(repository));
        Lazy<HashSet<string>> names = new(() => Names(repository));
        foreach (DeclaredSecret secret in secrets.Where(secret => places[secret.Id].Any()))
        {
            IReadOnlyList<string> consumers = secret.Consumers.Any(consumer => WorkloadAccounts.Named(consumer) is not null) ? accounts.Value.WithRunning(secret.Consumers) : secret.Consumers;
            foreach (InventoryRecord record in places[secret.Id].SelectMany(place => Undeclared(place, consumers, users, [])).GroupBy(record => record.Consumer, StringComparer.OrdinalIgnoreCase).Select(group => group.First()))
            {
                found.Add(HouseRules.ConsumerUndeclared, record.Location, $"{secret.Id} {record.Consumer}", $"'{record.Consumer}' uses '{secret.Id}', of which only {string.Join(", ", secret.Consumers)} {(secret.Consumers.Count == 1 ? "is a consumer" : "are consumers")} by the declaration");
            }

            foreach (string consumer in secret.Consumers.Where(consumer => !Shown(consumer).Any(names.Value.Contains)))
            {
                found.Add(HouseRules.ConsumerUnknown, secret.Location, $"{secret.Id} {consumer}", $"nothing here is called '{consumer}'{NearestName.Hint(consumer, repository.Records.SelectMany(record => Shown(record.Consumer)))}");
            }
        }
    }

    /// <summary>Who uses what a place hands on and is not declared. Where one on the way is declared, all behind it are.</summary>
    private static IEnumerable<InventoryRecord> Undeclared(InventoryRecord place, IReadOnlyList<string> consumers, RecordUsers users, HashSet<InventoryRecord> passed)
    {
        if (!passed.Add(place) || consumers.Any(consumer => Shown(place.Consumer).Contains(consumer, StringComparer.OrdinalIgnoreCase)))
        {
            return [];
        }

        return Uses(place) ? [place] : place.Provides is { } provided ? users.Of(provided).SelectMany(user => Undeclared(user, consumers, users, passed)) : [];
    }

    private static bool Uses(InventoryRecord record) => record.Consumer.IndexOf(Slash, StringComparison.Ordinal) is var slash and > 0
        ? Kinds.Contains(record.Consumer[..slash], StringComparer.Ordinal) && !OpenName.IsOpen(record.Consumer) && !MarkdownExtractor.IsDocument(record.Location.Path)
        : record.Location.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && !record.Consumer.Contains("Test", StringComparison.OrdinalIgnoreCase);

    /// <summary>As what a consumer may be declared: <c>Deployment/api</c>, <c>api</c>; <c>Shop.Api</c>, <c>Api</c>.</summary>
    private static IEnumerable<string> Shown(string consumer) =>
        new[] { consumer, consumer[(consumer.LastIndexOf(Slash) + 1)..], consumer[(consumer.LastIndexOf('.') + 1)..] }.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Whatever has a name here: consumers, objects, files and folders.</summary>
    private static HashSet<string> Names(LintRepository repository)
    {
        var names = new HashSet<string>(repository.Records.SelectMany(record => Shown(record.Consumer)), StringComparer.OrdinalIgnoreCase);
        foreach (Manifest manifest in repository.Manifests)
        {
            names.UnionWith(Shown(manifest.Consumer));
        }

        foreach (string part in repository.Paths.SelectMany(path => path.Split(Slash)))
        {
            names.UnionWith(Shown(part));
            names.UnionWith(Shown(Path.GetFileNameWithoutExtension(part)));
        }

        return names;
    }
}
