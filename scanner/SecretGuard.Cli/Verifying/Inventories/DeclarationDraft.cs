using System.Text;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Inventories;

/// <summary>A first declaration: of what a repository refers to, and of what stores list.</summary>
/// <param name="asked">The environments whose references are looked at; one empty name where none is declared.</param>
/// <param name="all">All environments.</param>
internal sealed class DeclarationDraft(IReadOnlyList<string> asked, IReadOnlyList<string> all)
{
    private readonly SortedDictionary<string, DeclaredStore> _stores = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, DraftedSecret> _secrets = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Store, SecretKind Kind, string Name), DraftedSecret> _byName = [];

    /// <summary>How many secrets there are.</summary>
    public int Secrets => _secrets.Count;

    /// <summary>How many of them nothing refers to.</summary>
    public int OnlyListed => _secrets.Values.Count(secret => secret.IsOnlyListed);

    /// <summary>The stores that are drafted; none where they are declared already.</summary>
    public IReadOnlyCollection<DeclaredStore> Stores => _stores.Values;

    /// <summary>Drafts a store; what has its name already stays.</summary>
    public DeclaredStore Declare(DeclaredStore store) => _stores.TryGetValue(store.Name, out DeclaredStore? known) ? known : _stores[store.Name] = store;

    /// <summary>Adds what is referred to.</summary>
    /// <param name="store">Where it is to be.</param>
    /// <param name="query">What the store is asked.</param>
    /// <param name="consumer">Who refers to it; empty where nobody is told.</param>
    /// <param name="environments">Where.</param>
    /// <returns>Whether a declaration can say it.</returns>
    public bool Refer(DeclaredStore store, SecretQuery query, string consumer, IEnumerable<string> environments)
    {
        if (Secret(store, query) is not { } secret)
        {
            return false;
        }

        secret.ReferredIn.UnionWith(environments);
        secret.Fields.UnionWith(query.Property is { } field && !field.Contains('*', StringComparison.Ordinal) ? [field] : []);
        secret.Consumers.UnionWith(consumer.Length > 0 && !consumer.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? [consumer] : []); // documents use nothing
        return true;
    }

    /// <summary>Adds what a store lists; its fields count where nothing refers to it.</summary>
    /// <returns>Whether a declaration can say it.</returns>
    public bool List(DeclaredStore store, StoreAnswer listed, IEnumerable<string> environments)
    {
        if (Secret(store, listed.Query) is not { } secret)
        {
            return false;
        }

        secret.ListedIn.UnionWith(environments);
        secret.List(listed.Metadata.Fields);
        return true;
    }

    /// <summary>Whether there is an entry for it.</summary>
    public bool Has(DeclaredStore store, SecretQuery query) => _byName.ContainsKey(Key(store, query));

    /// <summary>The sections as YAML: <c>stores</c>, where they are not declared yet, and <c>secrets</c>.</summary>
    public string Write(bool withStores)
    {
        var text = new StringBuilder();
        if (withStores)
        {
            text.Append("stores:").Append(_stores.Count == 0 ? " {}\n" : "\n");
            foreach (DeclaredStore store in _stores.Values)
            {
                text.Append("  ").Append(DeclaredText.Quote(store.Name)).Append(":\n    type: ").Append(store.Type).Append('\n');
                foreach ((string key, string value) in store.Settings.Concat(store.Prefix is { Length: > 0 } prefix ? [new("prefix", prefix)] : []))
                {
                    text.Append("    ").Append(key).Append(": ").Append(DeclaredText.Quote(value)).Append('\n');
                }
            }

            text.Append('\n');
        }

        text.Append("secrets:").Append(_secrets.Count == 0 ? " {}\n" : "\n");
        foreach ((string id, DraftedSecret secret) in _secrets)
        {
            secret.Write(text, id, asked, all);
        }

        return text.ToString();
    }

    private static (string, SecretKind, string) Key(DeclaredStore store, SecretQuery query) => (store.Name, query.Kind, QualifiedNames.Folded(store, query.Name));

    /// <summary>The entry of what a store is asked for; null where no declaration makes it ask so.</summary>
    private DraftedSecret? Secret(DeclaredStore store, SecretQuery query)
    {
        if (!_byName.TryGetValue(Key(store, query), out DraftedSecret? secret) && QualifiedNames.Written(store, query.Name) is { } name)
        {
            secret = new DraftedSecret(store, name, query.Kind);
            string id = new[] { name, $"{store.Name}/{name}" }.FirstOrDefault(id => !_secrets.ContainsKey(id)) ?? $"{store.Name}/{QualifiedNames.WordOf(query.Kind)}/{name}";
            if (!_secrets.TryAdd(id, secret))
            {
                return null;
            }

            _byName.Add(Key(store, query), secret);
        }

        return secret;
    }
}
