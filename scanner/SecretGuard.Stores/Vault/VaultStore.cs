using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Vault;

/// <summary>
/// HashiCorp Vault or OpenBao: the key-value engine, versions 1 and 2. Version 2 is asked for metadata and the names of fields, version 1, which has
/// neither, for the list of a folder. Nothing under <c>data/</c> is asked for unless values are to be read.
/// </summary>
public sealed class VaultStore : IListingStore, IWritableStore
{
    private readonly VaultSettings _settings;
    private readonly Uri? _address;
    private readonly StoreHttp _http;
    private readonly VaultSession _session;
    private readonly VaultMounts _mounts;
    private readonly VaultWriting _writing;
    private readonly VaultMetadata _metadata;
    private readonly VaultFolders _folders;

    /// <summary>A Vault. Nothing is asked before the first question.</summary>
    public VaultStore(VaultSettings settings)
    {
        _settings = settings;
        bool isSound = Uri.TryCreate(settings.Address.Trim().TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
        _address = isSound ? new UriBuilder(address!) { UserName = "", Password = "", Query = "", Fragment = "" }.Uri : null;
        _http = new StoreHttp(new HttpSettings { AuthoritiesFile = settings.AuthoritiesFile, Timeout = settings.Timeout, Time = settings.Time });
        _session = new VaultSession(settings, _address ?? new Uri("https://address.invalid/"), _http);
        _mounts = new VaultMounts(settings, _session);
        _metadata = new VaultMetadata(_session, settings.Time);
        _folders = new VaultFolders(_session, _mounts);
        _writing = new VaultWriting(_session);
        Notices = _address is { Scheme: "http", IsLoopback: false }
            ? [.. settings.Notices, $"the token is sent to {_address.Authority} without TLS: whoever is on the way can take it"]
            : settings.Notices;
    }

    /// <inheritdoc/>
    public string Type => StoreTypes.Vault;

    /// <inheritdoc/>
    public string Address => (_address?.AbsoluteUri.TrimEnd('/') ?? "no address") + (_settings.Namespace.Length > 0 ? $" (namespace {_settings.Namespace})" : "");

    /// <inheritdoc/>
    public long Calls => _http.Calls;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notices { get; }

    /// <inheritdoc/>
    public int PageSize => int.MaxValue;

    /// <summary>Deleted secrets are listed too.</summary>
    public bool ListTellsState => false;

    /// <inheritdoc/>
    public string? ScopeOf(SecretQuery query)
    {
        string name = VaultPath.Trimmed(query.Name);
        return _mounts.Known(name) is { } mount && VaultPath.IsSound(name) ? mount.ListAddress(VaultPath.Split(mount.Inner(name)).Folder) : null;
    }

    /// <inheritdoc/>
    public string NameInScope(SecretQuery query) => VaultPath.Split(VaultPath.Trimmed(query.Name)).Leaf;

    /// <inheritdoc/>
    public async Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation)
    {
        (VaultMount? mount, StoreProblem? problem) = await FindAsync(query, cancellation);
        return mount is null ? problem!.Answer(query)
            : mount.Inner(VaultPath.Trimmed(query.Name)) is var inner && mount.Version == 2 ? await _metadata.AskAsync(query, mount, inner, cancellation) : await _folders.AskAsync(query, mount, inner, cancellation);
    }

    /// <inheritdoc/>
    public async Task<ValueReply> ReadAsync(SecretQuery query, CancellationToken cancellation)
    {
        (VaultMount? mount, StoreProblem? problem) = await FindAsync(query, cancellation);
        if (mount is null)
        {
            return ValueReply.Failed(problem!);
        }

        string version = mount.Version == 1 || query.Version is null or "latest" ? "" : $"?version={Uri.EscapeDataString(query.Version)}";
        using StoreReply reply = await _session.GetAsync(mount.Address("data", mount.Inner(VaultPath.Trimmed(query.Name))) + version, cancellation);
        if (!reply.IsSuccess)
        {
            return ValueReply.Failed(await _session.ProblemAsync(reply, cancellation));
        }

        JsonElement data = mount.Version == 2 ? reply.Json.At("data", "data") : reply.Json.At("data");
        return data.ValueKind == JsonValueKind.Object
            ? ValueReply.Of(SecretValue.Of(data.Members().ToDictionary(field => field.Name, field => SecretValue.Of(field.Value), StringComparer.Ordinal)))
            : ValueReply.NoValue(Address);
    }

    /// <summary>The folder that all names are in which begin so: a policy need not let see more.</summary>
    public async Task<ListPage> BeginAsync(string prefix, CancellationToken cancellation)
    {
        string name = prefix.Trim().TrimStart('/');
        if (name.Length == 0 && VaultPath.Trimmed(_settings.Mount).Length == 0)
        {
            return ListPage.Failed(new StoreProblem(Verdict.Misconfigured, "no mount is told, so that nothing can be listed", "add the store's 'mount', or a 'prefix' that begins with it"));
        }

        (VaultMount? mount, StoreProblem? problem) = await FindMountAsync(name.Length == 0 ? _settings.Mount : name, cancellation);
        string? folder = mount is null ? null : VaultPath.Split(VaultPath.Within(mount.Path, name) ?? "").Folder;
        return folder is null ? ListPage.Failed(problem!) : new ListPage([], null) { Scopes = [VaultFolders.ScopeOf(mount!, folder)] };
    }

    /// <summary>What is written comes after the version that was deleted.</summary>
    public bool KeepsDeletedNames => false;

    /// <inheritdoc/>
    public string? NameMisfit(SecretQuery query) => VaultPath.IsSound(VaultPath.Trimmed(query.Name)) ? null : "it is no path of Vault";

    /// <inheritdoc/>
    public async Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation)
    {
        (VaultMount? mount, StoreProblem? problem) = await FindAsync(query, cancellation);
        return mount is null ? StandingReply.Failed(problem!) : await _writing.LookAsync(mount, mount.Inner(VaultPath.Trimmed(query.Name)), cancellation);
    }

    /// <inheritdoc/>
    public async Task<WriteReply> WriteAsync(SecretQuery query, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        (VaultMount? mount, StoreProblem? problem) = await FindAsync(query, cancellation);
        if (mount is null)
        {
            return WriteReply.Failed(problem!);
        }

        _folders.Forget(); // of version 1, in which the name may be new
        return await _writing.WriteAsync(mount, mount.Inner(VaultPath.Trimmed(query.Name)), value, expected, cancellation);
    }

    /// <inheritdoc/>
    public string WayBack(SecretQuery query, Standing before, string? written)
    {
        string name = VaultPath.Trimmed(query.Name);
        VaultMount mount = VaultPolicy.MountOf(name, _mounts.Known);
        return VaultWriting.WayBack(mount, mount.Inner(name), before);
    }

    /// <inheritdoc/>
    public string WritePermissions(IReadOnlyCollection<SecretQuery> queries) => VaultPolicy.OfWriting(queries, _mounts.Known);

    /// <inheritdoc/>
    public Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation) => _folders.ListAsync(scope, cancellation);

    /// <inheritdoc/>
    public string Permissions(IReadOnlyCollection<SecretQuery> queries) => VaultPolicy.Of(queries, _mounts.Known);

    /// <inheritdoc/>
    public string ValuePermissions(IReadOnlyCollection<SecretQuery> queries) => VaultPolicy.OfValues(queries, _mounts.Known);

    /// <inheritdoc/>
    public string ValueEndpoint(SecretQuery query)
    {
        string name = VaultPath.Trimmed(query.Name);
        VaultMount mount = VaultPolicy.MountOf(name, _mounts.Known);
        return $"GET {_address?.AbsoluteUri}v1/{mount.Address("data", mount.Inner(name))}";
    }

    /// <inheritdoc/>
    public string Endpoint(SecretQuery query)
    {
        string name = VaultPath.Trimmed(query.Name), root = _address?.AbsoluteUri ?? "";
        return _mounts.Known(name) is not { } mount ? $"GET {root}v1/sys/internal/ui/mounts/{VaultPath.Escaped(name)}, then metadata/ or the list of its folder"
            : mount.Version == 2 ? $"GET {root}v1/{mount.Address("metadata", mount.Inner(name))}" : $"GET {root}v1/{ScopeOf(query)}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mounts.Dispose();
        _session.Dispose();
        _http.Dispose();
        _folders.Dispose();
    }

    /// <summary>Where a secret is, or why that cannot be told.</summary>
    private async Task<(VaultMount? Mount, StoreProblem? Problem)> FindAsync(SecretQuery query, CancellationToken cancellation)
    {
        string name = VaultPath.Trimmed(query.Name);
        (VaultMount? mount, StoreProblem? problem) = await FindMountAsync(query.Name, cancellation);
        return mount?.Inner(name) == mount?.Path && mount is not null ? (null, new StoreProblem(Verdict.Misconfigured, $"'{query.Name}' is a mount, not a secret in it", "name the secret")) : (mount, problem);
    }

    private async Task<(VaultMount? Mount, StoreProblem? Problem)> FindMountAsync(string path, CancellationToken cancellation)
    {
        string name = VaultPath.Trimmed(path);
        if (_address is null)
        {
            return (null, new StoreProblem(Verdict.Misconfigured, "the address of Vault is no http or https address", "correct VAULT_ADDR or the store's address") { IsStoreWide = true });
        }

        if (!VaultPath.IsSound(name))
        {
            return (null, new StoreProblem(Verdict.Misconfigured, $"'{path}' is no path of Vault", "correct the reference"));
        }

        return await _session.OpenAsync(cancellation) is { } closed ? (null, closed) : await _mounts.FindAsync(name, cancellation);
    }
}
