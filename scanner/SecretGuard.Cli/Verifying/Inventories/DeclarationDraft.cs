using System.Text;
using SecretGuard.Inventories;
using SecretGuard.References;

namespace SecretGuard.Cli.Verifying.Inventories;

/// <summary>A first declaration, made of what a repository refers to.</summary>
/// <param name="records">The references, with the store that is meant.</param>
/// <param name="manifests">The stores that manifests declare.</param>
internal sealed class DeclarationDraft(IReadOnlyList<InventoryRecord> records, IReadOnlyList<StoreDeclaration> manifests)
{
    private const string Any = "*";

    private readonly SortedDictionary<string, List<string>> _stores = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Store, string Name, SortedSet<string> Fields, SortedSet<string> Consumers)> _secrets = new(StringComparer.Ordinal);

    /// <summary>How many secrets there are.</summary>
    public int Secrets => _secrets.Count;

    /// <summary>The sections <c>stores</c> and <c>secrets</c> as YAML.</summary>
    public string Write()
    {
        foreach (InventoryRecord record in records.Where(IsOfStore))
        {
            Add(record);
        }

        var text = new StringBuilder();
        text.Append("stores:").Append(_stores.Count == 0 ? " {}\n" : "\n");
        foreach ((string name, List<string> lines) in _stores)
        {
            text.Append("  ").Append(name).Append(":\n");
            lines.ForEach(line => text.Append("    ").Append(line).Append('\n'));
        }

        text.Append("\nsecrets:").Append(_secrets.Count == 0 ? " {}\n" : "\n");
        foreach ((string id, (string Store, string Name, SortedSet<string> Fields, SortedSet<string> Consumers) secret) in _secrets)
        {
            text.Append("  ").Append(DeclaredText.Quote(id)).Append(":\n    store: ").Append(secret.Store).Append('\n');
            text.Append(secret.Name == id ? "" : $"    name: {DeclaredText.Quote(secret.Name)}\n");
            Append(text, "fields", secret.Fields);
            Append(text, "consumers", secret.Consumers);
        }

        return text.ToString();
    }

    /// <summary>What nothing else fills, and what is known before it runs. The keys of code come from the variables and stores that others name.</summary>
    private static bool IsOfStore(InventoryRecord record) => record.Reference is
    {
        IsSecret: true,
        Kind: not ReferenceKinds.Source and not ReferenceKinds.ProviderClass,
        Store: StoreTypes.AzureKeyVault or StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm or StoreTypes.Vault or StoreTypes.GitHubActions or StoreTypes.Environment,
    } && !record.Reference.Name.Contains(Any, StringComparison.Ordinal)
        && !(record.Reference.Store == StoreTypes.Environment && (record.Location.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || record.Reference.IsOptional == true));

    private void Add(InventoryRecord record)
    {
        (string store, string? prefix) = StoreOf(record.Reference);
        string id = prefix is not null && record.Reference.Name.StartsWith(prefix, StringComparison.Ordinal) ? record.Reference.Name[prefix.Length..] : record.Reference.Name, name = id;
        if (_secrets.TryGetValue(id, out var other) && other.Store != store)
        {
            id = $"{store}/{id}";
        }

        if (!_secrets.TryGetValue(id, out var secret))
        {
            _secrets.Add(id, secret = (store, name, new(StringComparer.Ordinal), new(StringComparer.Ordinal)));
        }

        if (record.Reference.Property is { } field && !field.Contains(Any, StringComparison.Ordinal))
        {
            secret.Fields.Add(field);
        }

        if (record.Consumer.Length > 0)
        {
            secret.Consumers.Add(record.Consumer);
        }
    }

    /// <summary>The name of the reference's store, and what it puts before every name; one that no manifest names gets the name of its type.</summary>
    private (string Name, string? Prefix) StoreOf(SecretReference reference)
    {
        StoreDeclaration? manifest = manifests.FirstOrDefault(store => store.Store == reference.Store && (store.Address == reference.Address || store.Store == StoreTypes.Vault && reference.Address is null));
        (string name, string type) = (manifest?.Name ?? reference.Store, reference.Store);
        if (type == StoreTypes.Environment)
        {
            (name, type) = ("variables", StoreTypes.DotEnv);
        }
        else if (manifest is null && type == StoreTypes.AzureKeyVault && reference.Address is { } vault && Uri.TryCreate(vault, UriKind.Absolute, out Uri? address))
        {
            name = address.Host.Split('.')[0];
        }

        if (!_stores.ContainsKey(name))
        {
            _stores.Add(name, [.. Lines(type, reference, manifest)]);
        }

        return (name, manifest?.Prefix);
    }

    private static IEnumerable<string> Lines(string type, SecretReference reference, StoreDeclaration? manifest)
    {
        yield return $"type: {type}";
        string? address = manifest?.Address ?? reference.Address;
        switch (type)
        {
            case StoreTypes.DotEnv:
                yield return "path: .env";
                break;
            case StoreTypes.AzureKeyVault:
                yield return $"address: {DeclaredText.Quote(address ?? "https://NAME.vault.azure.net/")}";
                break;
            case StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm when address is not null:
                yield return $"region: {DeclaredText.Quote(address)}";
                break;
            case StoreTypes.Vault when address?.Contains("://", StringComparison.Ordinal) == true:
                yield return $"address: {DeclaredText.Quote(address)}";
                break;
        }

        if (manifest?.Mount is { Length: > 0 } mount)
        {
            yield return $"mount: {DeclaredText.Quote(mount)}";
        }

        if (manifest?.Prefix is { Length: > 0 } prefix)
        {
            yield return $"prefix: {DeclaredText.Quote(prefix)}";
        }
    }

    private static void Append(StringBuilder text, string key, SortedSet<string> values)
    {
        if (values.Count > 0)
        {
            text.Append("    ").Append(key).Append(": [").AppendJoin(", ", values.Select(DeclaredText.Quote)).Append("]\n");
        }
    }
}
