using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Linting.House;

namespace SecretGuard.References.Linting.Access;

/// <summary>Tells of each secret who may do what with it and who uses it, by what the files of a repository grant and refer to.</summary>
public sealed class AccessReview
{
    private const string Any = "*";

    /// <summary>Stores whose rights files grant.</summary>
    private static readonly string[] Governed = [StoreTypes.AwsSecretsManager, StoreTypes.AwsSsm, StoreTypes.Vault, StoreTypes.AzureKeyVault, StoreTypes.Kubernetes];

    private readonly LintRepository _repository;
    private readonly Coverage _coverage;
    private readonly WorkloadAccounts _accounts;
    private readonly HashSet<InventoryRecord> _programs;
    private readonly RecordUsers _users;
    private readonly ILookup<string, SecretReference> _filled; // what stores fill in clusters, by name; what is not known of it under '*'
    private readonly Dictionary<string, (IReadOnlyList<string> Accounts, IReadOnlyList<string> Workloads)> _running = new(StringComparer.Ordinal); // by who has a grant

    private AccessReview(LintRepository repository)
    {
        _repository = repository;
        _coverage = new Coverage(repository);
        _accounts = WorkloadAccounts.Of(repository);
        _programs = [.. _coverage.Consumers];
        _users = new RecordUsers(repository.Records);
        _filled = repository.Records.Where(record => record.Reference.Store != StoreTypes.Kubernetes && record.Provides is { Store: StoreTypes.Kubernetes }).Select(record => PlaceOf(record.Provides!)).Distinct().ToLookup(place => OpenName.IsOpen(place.Name) ? Any : place.Name, StringComparer.Ordinal);
    }

    /// <summary>Of the declared secrets; where none is declared, of those that are referred to.</summary>
    public static AccessOverview Of(LintRepository repository) => new AccessReview(repository).Make();

    private AccessOverview Make()
    {
        Declaration declaration = _repository.Declaration;
        SecretAccess[] secrets = [.. (declaration.Secrets.Count > 0 ? OfDeclared() : OfReferences()).OrderBy(secret => secret.Name, StringComparer.Ordinal).ThenBy(secret => secret.Places.Count == 0 ? "" : secret.Places[0].Store, StringComparer.Ordinal)];
        return new AccessOverview(secrets, _repository.IsWhole ? [.. _coverage.Unused()] : [], [.. AccessNotices.Of(_repository, secrets)]);
    }

    private IEnumerable<SecretAccess> OfDeclared()
    {
        ILookup<DeclaredSecret, InventoryRecord> records = _repository.Records.SelectMany(record => _repository.Names.Meant(record.Reference, record.Location.Path, record.Environment).Select(secret => (secret, record))).ToLookup(pair => pair.secret, pair => pair.record);
        foreach (DeclaredSecret secret in _repository.Declaration.Secrets)
        {
            SecretReference[] places = [.. _repository.Names.PlacesOf(secret).Select(place => ReferenceTo(place.Store, place.Name, secret.Kind))];
            yield return Make(secret.Id, places, [.. records[secret]], secret.Consumers);
        }
    }

    private IEnumerable<SecretAccess> OfReferences() => _repository.Records
        .Where(record => record.Reference.IsSecret && Array.IndexOf(Governed, record.Reference.Store) >= 0 && record.Reference.Kind is ReferenceKinds.Secret or ReferenceKinds.Key or ReferenceKinds.Certificate && (record.Reference.Store != StoreTypes.Kubernetes || record.Provides?.Store != StoreTypes.Kubernetes))
        .GroupBy(record => PlaceOf(record.Reference))
        .Where(group => group.Key.Store != StoreTypes.Kubernetes || !IsFilled(group.Key)) // what a store fills is told with what is in the store
        .Select(group => Make(group.Key.Name, [group.Key], [.. group], []));

    private bool IsFilled(SecretReference secret) => _filled[secret.Name].Concat(_filled[Any]).Any(filled => SameNames.IsSame(filled, secret));

    private IEnumerable<InventoryRecord> UsersOf(SecretReference copy) =>
        OpenName.IsOpen(copy.Name) ? _repository.Records.Where(record => SameNames.IsSame(copy, PlaceOf(record.Reference))) : _users.Of(copy);

    private SecretAccess Make(string name, SecretReference[] places, InventoryRecord[] records, IReadOnlyList<string> declared)
    {
        SecretReference[] copies = [.. records.Select(record => record.Provides).OfType<SecretReference>().Where(copy => copy.Store == StoreTypes.Kubernetes).Select(PlaceOf).Distinct()];
        InventoryRecord[] delivered = [.. copies.SelectMany(UsersOf).Distinct().Where(record => record.Reference.Store == StoreTypes.Kubernetes && record.Provides?.Store != StoreTypes.Kubernetes)];
        SecretReference[] all = [.. places.Concat(copies).DistinctBy(SameNames.Identity)];
        return new SecretAccess(name)
        {
            Places = all,
            Grants = [.. all.SelectMany(place => _repository.Access.AboutAny(place).Select(grant => GrantOn(grant, place)).OfType<SecretGrant>())],
            Uses = [.. UsesOf([.. records.Concat(delivered).Distinct()], declared)],
        };
    }

    private SecretGrant? GrantOn(Grant grant, SecretReference place)
    {
        bool isAboutIt = _repository.Access.IsAbout(grant, place);
        Capabilities kept = isAboutIt ? grant.Capabilities : !_repository.Access.IsAboutMetadata(grant, place) ? Capabilities.None
            : (grant.Capabilities & ~Capabilities.Read) | (grant.Allows(Capabilities.Read) ? Capabilities.Describe : Capabilities.None);
        if (kept == Capabilities.None)
        {
            return null;
        }

        (IReadOnlyList<string> accounts, IReadOnlyList<string> workloads) = RunningAs(grant.Principal);
        bool isUnknown = grant.Capabilities == Capabilities.All && grant.Role.Length == 0;
        grant = IsPolicy(grant.Principal) ? grant with { Policy = grant.Principal, Principal = "" } : grant; // whoever has that is not said here
        return new SecretGrant(grant with { Capabilities = kept }, place)
        {
            Accounts = accounts,
            Workloads = workloads,
            IsWildcard = IsWildcard(grant),
            IsOpen = isUnknown || _repository.Access.IsComputed(grant) || place.Name.Contains(Any, StringComparison.Ordinal),
            IsAdminOfWorkload = grant.Allows(Capabilities.Manage) && !isUnknown && accounts.Count > 0 && !WorkloadNames.SayOperator(grant.Principal),
        };
    }

    private (IReadOnlyList<string> Accounts, IReadOnlyList<string> Workloads) RunningAs(string principal)
    {
        if (!_running.TryGetValue(principal, out (IReadOnlyList<string> Accounts, IReadOnlyList<string> Workloads) found))
        {
            IReadOnlyList<string> accounts = WorkloadAccounts.In(principal);
            _running[principal] = found = (accounts, _accounts.RunningAs(accounts));
        }

        return found;
    }

    private static bool IsPolicy(string principal) => principal.StartsWith("aws_iam_policy.", StringComparison.Ordinal) || principal.StartsWith("vault_policy.", StringComparison.Ordinal);

    /// <summary>What stands for the six characters of an ARN names one secret all the same.</summary>
    private static bool IsWildcard(Grant grant)
    {
        string pattern = grant.Store != StoreTypes.AwsSecretsManager ? grant.Pattern : grant.Pattern.EndsWith("-??????", StringComparison.Ordinal) ? grant.Pattern[..^7] : grant.Pattern.EndsWith("-*", StringComparison.Ordinal) ? grant.Pattern[..^2] : grant.Pattern;
        return pattern.Contains('*', StringComparison.Ordinal) || pattern.Contains('?', StringComparison.Ordinal) || (grant.Store == StoreTypes.Vault && pattern.Split('/').Contains("+", StringComparer.Ordinal));
    }

    private IEnumerable<SecretUse> UsesOf(InventoryRecord[] records, IReadOnlyList<string> declared)
    {
        SecretUse[] seen = [.. records.Select(UseOf).OfType<SecretUse>()];
        IEnumerable<SecretUse> unseen = declared.Where(consumer => !Array.Exists(seen, use => use.Consumer.Equals(consumer, StringComparison.OrdinalIgnoreCase) || use.Consumer.EndsWith("/" + consumer, StringComparison.OrdinalIgnoreCase)) && !IsRunning(consumer, seen))
            .Select(consumer => new SecretUse(consumer, UseState.NotSeen));

        // One line for who uses several fields of it: what is not granted counts.
        return seen.GroupBy(use => (use.Consumer, use.Location!.Path)).Select(group => group.OrderByDescending(use => use.State == UseState.NotGranted).ThenBy(use => use.Location!.StartLine).First())
            .Concat(unseen).OrderBy(use => use.Consumer, StringComparer.Ordinal).ThenBy(use => use.Location?.Path, StringComparer.Ordinal);
    }

    /// <summary>Whether somebody who uses it runs as the account that is declared.</summary>
    private bool IsRunning(string consumer, SecretUse[] seen) => WorkloadAccounts.Named(consumer) is { } account && _accounts.RunningAs([account]).Intersect(seen.Select(use => use.Consumer), StringComparer.Ordinal).Any();

    private SecretUse? UseOf(InventoryRecord record)
    {
        if (record.Reference.Store == StoreTypes.Kubernetes)
        {
            return AccessModel.IsDocumentation(record.Location) ? null : new SecretUse(record.Consumer, UseState.Delivered) { Location = record.Location };
        }

        if (!_programs.Contains(record))
        {
            return null;
        }

        UseState state = _coverage.StateOf(record, out IReadOnlyList<Grant> near);
        var use = new SecretUse(record.Consumer, state) { Location = record.Location };
        return state == UseState.Granted && ForOthers(record, near) is { } others ? use with { State = UseState.NotGranted, Cause = $"only ServiceAccount {string.Join(", ", others)} may" } : use;
    }

    /// <summary>The accounts that may read, where all who may are accounts and none is the consumer's; null where that cannot be said.</summary>
    private string[]? ForOthers(InventoryRecord record, IReadOnlyList<Grant> near)
    {
        IReadOnlyList<string> own = _accounts.Of(record.Consumer);
        HashSet<Grant> about = new(_repository.Access.About(record.Reference), ReferenceEqualityComparer.Instance);
        Grant[] reading = [.. near.Where(about.Contains)];
        IReadOnlyList<string>[] accounts = [.. reading.Select(grant => WorkloadAccounts.In(grant.Principal))];
        return own.Count == 0 || accounts.Length == 0 || Array.Exists(accounts, some => some.Count == 0 || some.Any(account => own.Any(one => WorkloadAccounts.IsSame(account, one)))) ? null
            : [.. accounts.SelectMany(some => some).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The secret itself, whatever field, version or use of it is meant.</summary>
    private static SecretReference PlaceOf(SecretReference reference) => new(reference.Store, reference.Kind, reference.Name) { Address = reference.Address, IsSecret = true };

    private static SecretReference ReferenceTo(DeclaredStore store, string name, string kind)
    {
        string[] parts = name.Split('/', 2);
        return store.Type == StoreTypes.Kubernetes && parts.Length == 2 ? new(store.Type, kind, parts[1]) { Address = parts[0], IsSecret = true }
            : new(store.Type, kind, name) { Address = store.Type == StoreTypes.AzureKeyVault ? store["address"] : null, IsSecret = true };
    }

    /// <summary>Whether files can say who may do what in a store.</summary>
    internal static bool IsGoverned(string store) => Array.IndexOf(Governed, store) >= 0;
}
