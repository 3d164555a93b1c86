using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Verification;
using SecretGuard.Text;

namespace SecretGuard.Cli.Verifying.Inventories;

/// <summary>Asks stores that the user names what they hold, in each environment that is looked at.</summary>
/// <param name="opener">Opens them.</param>
/// <param name="options">How they are asked.</param>
internal sealed class ListedStores(StoreOpener opener, VerifierOptions options)
{
    private readonly Dictionary<(ISecretStore, string), StoreListing> _known = [];

    /// <summary>What they hold, one after the other.</summary>
    /// <param name="plans">The environments.</param>
    /// <param name="names">The names of the stores.</param>
    /// <param name="drafted">A store that is not declared yet, by its name; null where there is none.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="UsageException">There is no such store, or none that can be asked.</exception>
    public IReadOnlyList<ListedStore> List(IReadOnlyList<QuestionPlan> plans, IEnumerable<string> names, Func<string, DeclaredStore?> drafted, CancellationToken cancellation)
    {
        (QuestionPlan, DeclaredStore)[] asked = [.. names.Distinct(StringComparer.Ordinal).SelectMany(name => Named(plans, name, drafted))];
        return [.. asked.Select(one => List(one.Item1, one.Item2, cancellation))];
    }

    private static (QuestionPlan, DeclaredStore)[] Named(IReadOnlyList<QuestionPlan> plans, string name, Func<string, DeclaredStore?> drafted)
    {
        (QuestionPlan, DeclaredStore)[] found = [.. plans.SelectMany(plan => plan.Stores.Declared.Where(store => store.Name == name).Select(store => (plan, store)))];
        string[] known = [.. plans.SelectMany(plan => plan.Stores.Declared).Select(store => store.Name).Distinct(StringComparer.Ordinal)];
        return found.Length > 0 ? found
            : drafted(name) is { } store ? [.. plans.Select(plan => (plan, store))]
            : throw new UsageException($"--from-store: no store is called '{name}'{(plans is [{ Environment.Length: > 0 } only] ? $" in '{only.Environment}'" : "")}{NearestName.Hint(name, known)}{(known.Length == 0 ? "" : $"; declared are {string.Join(", ", known)}")}");
    }

    private ListedStore List(QuestionPlan plan, DeclaredStore store, CancellationToken cancellation)
    {
        StoreInUse used = opener.Open(store) ?? throw new UsageException($"--from-store: a store of type '{store.Type}', as '{store.Name}' is, cannot be asked by this program");
        string prefix = QualifiedNames.Of(store, "");
        if (!_known.TryGetValue((used.Adapter, prefix), out StoreListing? listing))
        {
            listing = new StoreLister(options).ListAsync(used.Adapter, prefix, cancellation).GetAwaiter().GetResult();
            _known.Add((used.Adapter, prefix), listing);
        }

        // What the repository itself puts there is known.
        HashSet<string> provided = [.. plan.Records.Select(record => record.Provides).OfType<SecretReference>().Where(one => one.Store == store.Type).Select(one => QualifiedNames.Folded(store, QualifiedNames.QueryOf(one, store).Name))];
        return new ListedStore(plan, used, listing, [.. listing.Secrets.Where(secret => !provided.Contains(QualifiedNames.Folded(store, secret.Query.Name)))]);
    }
}

/// <summary>What a store holds in one environment.</summary>
/// <param name="Plan">What the environment refers to and declares.</param>
/// <param name="Store">The store.</param>
/// <param name="Listing">What it said.</param>
/// <param name="Secrets">What it has and the repository does not fill itself.</param>
internal sealed record ListedStore(QuestionPlan Plan, StoreInUse Store, StoreListing Listing, IReadOnlyList<StoreAnswer> Secrets)
{
    /// <summary>What of it could not be listed, or that it could not be.</summary>
    public IEnumerable<Incomplete> Unlisted => Listing.Problem is { } problem ? [new Incomplete(Store.Shown, "not listed: " + problem.Cause, problem.Advice)]
        : Listing.Gaps.Select(gap => new Incomplete($"{gap.Part} of {Store.Shown}", "not listed: " + gap.Problem.Cause, gap.Problem.Advice));
}
