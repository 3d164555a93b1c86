using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>Which references of programs policies must let be read, and whether they do.</summary>
internal sealed class Coverage
{
    private static readonly string[] Stores = [StoreTypes.AwsSecretsManager, StoreTypes.AwsSsm, StoreTypes.Vault, StoreTypes.AzureKeyVault];

    /// <summary>Tools whose callers have rights of their own, and Terraform, which deploys; and who has certificates issued, for which it takes no right to read.</summary>
    private static readonly string[] OtherCallers = ["az ", "aws ", "vault ", "kubectl ", "azurerm_", "aws_", "vault_", "kubernetes_", "vaults/secrets", "PushSecret", "VaultPKISecret"];

    private static readonly string[] Pipelines = [".github/", ".gitlab", "azure-pipelines", ".azure"];

    private readonly LintRepository _repository;
    private readonly Grant[] _readers;
    private readonly Dictionary<string, Grant[]> _places = new(StringComparer.Ordinal); // by AccessModel.PlaceOf
    private readonly Dictionary<string, HashSet<Grant>?> _ofRole = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<Location, string>> _roles;
    private readonly Lazy<InventoryRecord[]> _consumers;

    public Coverage(LintRepository repository)
    {
        _repository = repository;
        _readers = [.. repository.Access.Grants.Where(grant => grant.Allows(Capabilities.Read))];
        _roles = new(Roles);
        _consumers = new(() => [.. repository.Records.Where(IsOfProgram)]);
    }

    /// <summary>The references of programs to stores that have policies.</summary>
    public IReadOnlyList<InventoryRecord> Consumers => _consumers.Value;

    /// <summary>Whether a reference of a program may be read.</summary>
    /// <param name="record">One of <see cref="Consumers"/>.</param>
    /// <param name="near">The grants that it depends on.</param>
    public UseState StateOf(InventoryRecord record, out IReadOnlyList<Grant> near)
    {
        Grant[] found = Near(record);
        near = found;
        return found.Length == 0 ? UseState.NotSaid : IsReadable(record, found) ? UseState.Granted : IsOfOneVault(record, near) ? UseState.NotGranted : UseState.NotSaid;
    }

    /// <summary>What is granted on secrets that nothing refers to, in stores that programs ask, each place once.</summary>
    public IEnumerable<Grant> Unused()
    {
        var engines = new VaultEngines(_repository);
        SecretReference[] used = [.. _repository.Records.Select(record => record.Reference), .. _repository.Records.Select(record => record.Provides).OfType<SecretReference>(), .. Declared(_repository.Declaration)];
        string[] stores = [.. Consumers.Select(record => record.Reference.Store).Distinct(StringComparer.Ordinal)];
        var met = new HashSet<Grant>(used.SelectMany(_repository.Access.About), ReferenceEqualityComparer.Instance);
        return _readers.Where(grant => stores.Contains(grant.Store, StringComparer.Ordinal) && !AccessModel.IsDocumentation(grant.Location) && IsOfSecrets(grant, engines)).DistinctBy(grant => grant.Location)
            .Where(grant => !met.Contains(grant));
    }

    /// <summary>The grants that a reference depends on: those of its store, its vault or mount, and, where its role of Vault is known, of that role. Empty where there are none here, so that others have them.</summary>
    private Grant[] Near(InventoryRecord record)
    {
        string place = _repository.Access.PlaceOf(record.Reference);
        if (!_places.TryGetValue(place, out Grant[]? all))
        {
            _places[place] = all = [.. _readers.Where(grant => grant.Store == record.Reference.Store && _repository.Access.IsSamePlace(grant, record.Reference))];
        }

        Grant[] near = Array.Exists(all, grant => AccessModel.IsDocumentation(grant.Location)) ? Array.FindAll(all, grant => !AccessModel.IsDocumentation(grant.Location) || grant.Location.Path == record.Location.Path) : all;
        return near.Length == 0 || !_roles.Value.TryGetValue(record.Location, out string? role) || OfRole(role) is not { } own ? near : Array.FindAll(near, own.Contains);
    }

    /// <summary>Whether a reference may be read by one of some grants, or by one that a document shows.</summary>
    private bool IsReadable(InventoryRecord record, Grant[] near) =>
        _repository.Access.About(record.Reference).Any(grant => grant.Allows(Capabilities.Read) && (!_roles.Value.ContainsKey(record.Location) || Array.Exists(near, one => ReferenceEquals(one, grant))));

    private static bool IsOfProgram(InventoryRecord record)
    {
        SecretReference reference = record.Reference;
        return Stores.Contains(reference.Store, StringComparer.Ordinal) && reference.Kind != ReferenceKinds.Source && reference.Name.Trim('*', '/').Length > 0
            && (record.Provides is not { } provided || provided.Store != reference.Store || provided.Name != reference.Name)
            && !Array.Exists(OtherCallers, caller => reference.Via.StartsWith(caller, StringComparison.Ordinal)) && !Array.Exists(Pipelines, path => record.Location.Path.StartsWith(path, StringComparison.Ordinal));
    }

    /// <summary>The grants that a role gives, if all of its policies are known here.</summary>
    private HashSet<Grant>? OfRole(string name)
    {
        if (!_ofRole.TryGetValue(name, out HashSet<Grant>? found))
        {
            _ofRole[name] = found = MakeOfRole(name);
        }

        return found;
    }

    private HashSet<Grant>? MakeOfRole(string name)
    {
        VaultRole[] roles = [.. _repository.Access.Roles.Where(role => role.Name.Text == name)];
        if (roles.Length != 1 || roles[0].Policies is not { Count: > 0 } policies)
        {
            return null;
        }

        HashSet<string> wanted = [.. policies.Select(policy => policy.Name).Where(policy => policy != "default")];
        ILookup<string, Grant> all = _repository.Access.Grants.Where(grant => grant.Store == StoreTypes.Vault).SelectMany(grant => _repository.Access.VaultNamesOf(grant).Select(policy => (policy, grant))).ToLookup(pair => pair.policy, pair => pair.grant, StringComparer.Ordinal);
        return wanted.All(all.Contains) ? [.. wanted.SelectMany(policy => all[policy])] : null;
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

    /// <summary>Where no policy says which vault it is for, it can only be held against references if these are of one.</summary>
    private bool IsOfOneVault(InventoryRecord record, IReadOnlyList<Grant> near) => record.Reference.Store != StoreTypes.AzureKeyVault || near.Any(grant => grant.Address is not null)
        || Consumers.Where(other => other.Reference.Store == StoreTypes.AzureKeyVault).Select(other => other.Reference.Address).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;

    /// <summary>Whether it names secrets of which all could be known here: what is computed may be anything, and what is too broad is told as that.</summary>
    private static bool IsOfSecrets(Grant grant, VaultEngines engines) => !grant.Pattern.Contains("${", StringComparison.Ordinal) && grant.Store switch
    {
        StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm => grant.Pattern.Trim('*', '/').Length > 0,
        StoreTypes.Vault => VaultPaths.WordIn(grant.Pattern) is var (mount, word) ? word == "data" && grant.Pattern.TrimEnd('*', '+', '/') != $"{mount}/data"
            : engines.IsKnown(VaultPaths.MountOf(grant.Pattern)) && !engines.IsSecond(VaultPaths.MountOf(grant.Pattern)) && grant.Pattern.TrimEnd('*', '+', '/').Contains('/', StringComparison.Ordinal),
        _ => false,
    };

    private static IEnumerable<SecretReference> Declared(Declaration declaration)
    {
        foreach (DeclaredStore store in declaration.Stores)
        {
            foreach (DeclaredSecret secret in declaration.Secrets.Where(secret => secret.Store is null || secret.Store == store.Name || secret.Mirrors.Contains(store.Name, StringComparer.Ordinal)))
            {
                string name = DeclaredText.Expand((store.Prefix ?? "") + secret.NameIn(store.Name), _ => "*");
                yield return ReferenceOf.Secret(store.Type, name, "") with { Address = store.Type == StoreTypes.Vault ? store["mount"] : null };
            }
        }
    }
}
