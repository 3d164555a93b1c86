using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Outputs;

/// <summary>Prints what stores must allow.</summary>
internal static class StorePermissions
{
    /// <summary>What asking takes, and reading values.</summary>
    /// <param name="store">The store.</param>
    /// <param name="asked">What is asked about.</param>
    /// <param name="read">Of which of it the value is read.</param>
    public static IEnumerable<(StoreInUse Store, string Text)> OfReading(StoreInUse store, IReadOnlyCollection<SecretQuery> asked, IReadOnlyCollection<SecretQuery> read) =>
        [(store, store.Adapter.Permissions(asked)), (store, (store.Adapter as IValueStore)?.ValuePermissions(read) ?? "")];

    /// <summary>What asking takes, and writing.</summary>
    public static IEnumerable<(StoreInUse Store, string Text)> OfWriting(StoreInUse store, IReadOnlyCollection<SecretQuery> queries) =>
        [(store, store.Adapter.Permissions(queries)), (store, (store.Adapter as IWritableStore)?.WritePermissions(queries) ?? "")];

    /// <summary>What listing all of it takes.</summary>
    public static (StoreInUse Store, string Text) OfListing(StoreInUse store) => (store, (store.Adapter as IListingStore)?.ListPermissions(QualifiedNames.Of(store.Declared, "")) ?? "");

    /// <summary>Prints it below the name of each store; what is one policy, below the names of all that it is for.</summary>
    /// <param name="needs">Stores, and what each must allow as its own text, in one part or several; empty where it has none.</param>
    /// <param name="deed">What is done with the stores, such as <c>read</c>: all that a store without permissions needs.</param>
    public static void Write(IEnumerable<(StoreInUse Store, string Text)> needs, string deed)
    {
        foreach (IGrouping<object, (StoreInUse Store, string Text)> policy in needs.GroupBy(need => need.Store.Adapter.PolicyHolder ?? need.Store.Adapter))
        {
            string text = policy.First().Store.Adapter.JoinPermissions([.. policy.Select(need => need.Text)]);
            Console.Out.WriteLine($"# {VisibleText.Of(string.Join(", ", policy.Select(need => need.Store.Shown).Distinct(StringComparer.Ordinal)))}{(text.Length == 0 ? $": no permission but to {deed} it" : "")}");
            foreach (string line in text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n'))
            {
                Console.Out.WriteLine(VisibleText.Of(line));
            }
        }
    }
}
