using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>Which references of programs policies must let be read, and whether they do.</summary>
internal sealed class Coverage
{
    private static readonly string[] Stores = [StoreTypes.AwsSecretsManager, StoreTypes.AwsSsm, StoreTypes.Vault, StoreTypes.AzureKeyVault];

    /// <summary>Tools whose callers have rights of their own, and Terraform, which deploys.</summary>
    private static readonly string[] OtherCallers = ["az ", "aws ", "vault ", "kubectl ", "azurerm_", "aws_", "vault_", "kubernetes_", "vaults/secrets", "PushSecret"];

    private static readonly string[] Pipelines = [".github/", ".gitlab", "azure-pipelines", ".azure"];

    private readonly LintRepository _repository;
    private readonly Grant[] _readers;
    private readonly Lazy<Dictionary<Location, string>> _roles;

    public Coverage(LintRepository repository)
    {
        _repository = repository;
        _readers = [.. repository.Access.Grants.Where(grant => grant.Allows(Capabilities.Read))];
        _roles = new(Roles);
    }

    /// <summary>The references of programs to stores that have policies.</summary>
    public IEnumerable<InventoryRecord> Consumers => _repository.Records.Where(IsOfProgram);

    /// <summary>The grants that a reference depends on: those of its store, its vault or mount, and, where its role of Vault is known, of that role. Empty where there are none here, so that others have them.</summary>
    public IReadOnlyList<Grant> Near(InventoryRecord record)
    {
        Grant[] near = [.. _readers.Where(grant => grant.Store == record.Reference.Store && AccessModel.IsSamePlace(grant, record.Reference)
            && (!AccessModel.IsDocumentation(grant.Location) || grant.Location.Path == record.Location.Path))];
        return near.Length == 0 || !_roles.Value.TryGetValue(record.Location, out string? role) || OfRole(role, near) is not { } own ? near : own;
    }

    /// <summary>Whether a reference may be read by one of some grants, or by one that a document shows.</summary>
    public bool IsReadable(InventoryRecord record, IReadOnlyList<Grant> near) =>
        near.Any(grant => _repository.Access.IsAbout(grant, record.Reference)) || (!_roles.Value.ContainsKey(record.Location) && _readers.Any(grant => _repository.Access.IsAbout(grant, record.Reference)));

    private static bool IsOfProgram(InventoryRecord record)
    {
        SecretReference reference = record.Reference;
        return Stores.Contains(reference.Store, StringComparer.Ordinal) && reference.Kind != ReferenceKinds.Source && reference.Name.Trim('*', '/').Length > 0
            && (record.Provides is not { } provided || provided.Store != reference.Store || provided.Name != reference.Name)
            && !Array.Exists(OtherCallers, caller => reference.Via.StartsWith(caller, StringComparison.Ordinal)) && !Array.Exists(Pipelines, path => record.Location.Path.StartsWith(path, StringComparison.Ordinal));
    }

    /// <summary>The grants that a role gives, if all of its policies are known here.</summary>
    private Grant[]? OfRole(string name, Grant[] near)
    {
        VaultRole[] roles = [.. _repository.Access.Roles.Where(role => role.Name.Text == name)];
        if (roles.Length != 1 || roles[0].Policies is not { Count: > 0 } policies)
        {
            return null;
        }

        HashSet<string> wanted = [.. policies.Select(policy => policy.Name).Where(policy => policy != "default")];
        ILookup<string, Grant> all = _repository.Access.Grants.Where(grant => grant.Store == StoreTypes.Vault).SelectMany(grant => _repository.Access.VaultNamesOf(grant).Select(policy => (policy, grant))).ToLookup(pair => pair.policy, pair => pair.grant, StringComparer.Ordinal);
        return wanted.All(all.Contains) ? [.. near.Where(grant => wanted.Any(policy => all[policy].Contains(grant)))] : null;
    }

    /// <summary>The role of Vault with which a reference of the External Secrets Operator is read, by its place.</summary>
    private Dictionary<Location, string> Roles()
    {
        var roles = new Dictionary<Location, string>();
        ILookup<string, Manifest> stores = _repository.Manifests.Where(manifest => manifest.Kind is "SecretStore" or "ClusterSecretStore").ToLookup(manifest => manifest.Consumer, StringComparer.Ordinal);
        foreach (Manifest manifest in _repository.Manifests.Where(manifest => manifest.Kind is "ExternalSecret" or "ClusterExternalSecret"))
        {
            YamlValue spec = manifest.ExternalSpec, store = spec["secretStoreRef"];
            string?[] names = [.. stores[$"{store.TextOf("kind") ?? "SecretStore"}/{store.TextOf("name")}"].Select(one => VaultRoleLint.RoleOf(one).Text)];
            foreach (YamlValue key in names is [{ } role] && !OpenName.IsOpen(role) ? spec["data"].Items.Where(entry => entry["sourceRef"] == YamlValue.Nothing).Select(entry => entry["remoteRef", "key"]) : [])
            {
                roles.TryAdd(key.Location, names[0]!);
            }
        }

        return roles;
    }
}
