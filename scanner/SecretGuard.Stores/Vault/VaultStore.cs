using System.Collections.Concurrent;
using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Vault;

/// <summary>
/// HashiCorp Vault or OpenBao: the key-value engine, versions 1 and 2. Version 2 is asked for metadata and the names of fields, version 1, which has
/// neither, for the list of a folder. Nothing under <c>data/</c> is asked for unless values are to be read. Of engines that make credentials or keep keys
/// the role or the key is looked at; nothing is ever issued.
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
    private readonly VaultTunes _tunes;
    private readonly VaultCredentials _credentials;
    private readonly VaultKeys _keys;

    /// <summary>Names below a mount that was given, which begin with the mount of another engine.</summary>
    private readonly ConcurrentDictionary<string, VaultPlace> _elsewhere = new(StringComparer.Ordinal);

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
        _tunes = new VaultTunes(_session);
        _credentials = new VaultCredentials(_session, _tunes);
        _keys = new VaultKeys(_session);
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
        return Known(name) is not { } place || !VaultPath.IsSound(name) ? null
            : place.Mount.KeepsValues ? place.Mount.ListAddress(VaultPath.Split(place.Inner).Folder)
            : place.Object(query) is { } one ? place.Mount.ListAddress(one.Place.Folder) : null;
    }

    /// <inheritdoc/>
    public string NameInScope(SecretQuery query) => VaultPath.Trimmed(query.Name) is var name && Known(name)?.Object(query) is { } one ? one.Place.Name : VaultPath.Split(name).Leaf;

    /// <inheritdoc/>
    public async Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation)
    {
        (VaultPlace? place, StoreProblem? problem) = await LocateAsync(query, cancellation);
        if (place is null)
        {
            return problem!.Answer(query);
        }

        if (!place.Mount.KeepsValues)
        {
            return await AskMadeAsync(query, place, cancellation);
        }

        StoreAnswer answer = place.Mount.Version == 2 ? await _metadata.AskAsync(query, place.Mount, place.Inner, cancellation) : await _folders.AskAsync(query, place.Mount, place.Inner, cancellation);

        // A store with a mount puts it before every name, and the name may be the whole path of a credential of another engine; or that one is mounted below this.
        string name = VaultPath.Trimmed(query.Name), whole = VaultPath.Trimmed(_settings.Mount).Length == 0 ? name : place.Inner;
        return answer.Verdict == Verdict.Missing && CredentialPath.MayBe(whole) && await _mounts.MakerOfAsync(whole, cancellation) is { } maker
            ? await AskMadeAsync(query, _elsewhere[name] = new VaultPlace(maker, maker.Inner(whole)), cancellation) : answer;
    }

    /// <summary>How logins of a cluster are checked; null where that may not be looked at, or is not told.</summary>
    /// <param name="mount">The path of the login.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<KubernetesReviewer?> ReviewerAsync(string mount, CancellationToken cancellation)
    {
        string path = VaultPath.Trimmed(mount);
        if (_address is null || !VaultPath.IsSound(path) || await _session.OpenAsync(cancellation) is not null)
        {
            return null;
        }

        using StoreReply reply = await _session.GetAsync($"auth/{VaultPath.Escaped(path)}/config", cancellation);
        return reply.IsSuccess ? KubernetesReviewer.Of(reply.Json.At("data")) : null;
    }

    /// <inheritdoc/>
    public async Task<ValueReply> ReadAsync(SecretQuery query, CancellationToken cancellation)
    {
        (VaultPlace? place, StoreProblem? problem) = await LocateAsync(query, cancellation);
        if (place is null)
        {
            return ValueReply.Failed(problem!);
        }

        VaultMount mount = place.Mount;
        if (!mount.KeepsValues)
        {
            return ValueReply.NotGiven; // to read a credential is to have one made
        }

        string version = mount.Version == 1 || query.Version is null or "latest" ? "" : $"?version={Uri.EscapeDataString(query.Version)}";
        using StoreReply reply = await _session.GetAsync(mount.Address("data", place.Inner) + version, cancellation);
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
        string? folder = mount is not { KeepsValues: true } ? null : VaultPath.Split(VaultPath.Within(mount.Path, name) ?? "").Folder;
        return folder is null ? ListPage.Failed(problem ?? VaultMounts.NoValues(mount!)) : new ListPage([], null) { Scopes = [VaultFolders.ScopeOf(mount!, folder)] };
    }

    /// <summary>What is written comes after the version that was deleted.</summary>
    public bool KeepsDeletedNames => false;

    /// <inheritdoc/>
    public StoreProblem? ValueMisfit(ValueFacts facts) => facts.HasNoText ? ValueShape.NoText("Vault") : null;

    /// <inheritdoc/>
    public string? NameMisfit(SecretQuery query) => VaultPath.IsSound(VaultPath.Trimmed(query.Name)) ? null : "it is no path of Vault";

    /// <inheritdoc/>
    public async Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation)
    {
        (VaultPlace? place, StoreProblem? problem) = await FindAsync(query, cancellation);
        return place is null ? StandingReply.Failed(problem!) : await _writing.LookAsync(place.Mount, place.Inner, cancellation);
    }

    /// <inheritdoc/>
    public async Task<WriteReply> WriteAsync(SecretQuery query, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        (VaultPlace? place, StoreProblem? problem) = await FindAsync(query, cancellation);
        if (place is null)
        {
            return WriteReply.Failed(problem!);
        }

        Forget();
        return await _writing.WriteAsync(place.Mount, place.Inner, value, expected, cancellation);
    }

    /// <inheritdoc/>
    public void Forget()
    {
        _folders.Forget();
        _metadata.Forget();
    }

    /// <inheritdoc/>
    public string WayBack(SecretQuery query, Standing before, string? written)
    {
        VaultPlace place = VaultPolicy.PlaceOf(VaultPath.Trimmed(query.Name), Known);
        return VaultWriting.WayBack(place.Mount, place.Inner, before);
    }

    /// <inheritdoc/>
    public string WritePermissions(IReadOnlyCollection<SecretQuery> queries) => VaultPolicy.OfWriting(queries, Known);

    /// <inheritdoc/>
    public Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation) => _folders.ListAsync(scope, cancellation);

    /// <inheritdoc/>
    public string Permissions(IReadOnlyCollection<SecretQuery> queries) => VaultPolicy.Of(queries, Known);

    /// <inheritdoc/>
    public string ValuePermissions(IReadOnlyCollection<SecretQuery> queries) => VaultPolicy.OfValues(queries, Known);

    /// <inheritdoc/>
    public string ListPermissions(string prefix) => VaultPolicy.OfListing(prefix.Trim().TrimStart('/') is { Length: > 0 } name ? name : VaultPath.Trimmed(_settings.Mount) + "/", Known);

    /// <inheritdoc/>
    public string ReaderPermissions(IReadOnlyCollection<SecretQuery> queries, SecretReader reader) => VaultPolicy.OfReading(queries, Known);

    /// <inheritdoc/>
    public string ValueEndpoint(SecretQuery query)
    {
        VaultPlace place = VaultPolicy.PlaceOf(VaultPath.Trimmed(query.Name), Known);
        return place.Mount.KeepsValues ? $"GET {_address?.AbsoluteUri}v1/{place.Mount.Address("data", place.Inner)}" : $"nothing: '{query.Name}' is made when it is read";
    }

    /// <inheritdoc/>
    public string ListEndpoint(string scope) => $"GET {_address?.AbsoluteUri}v1/{scope}";

    /// <inheritdoc/>
    public IEnumerable<string> SharedEndpoints(IReadOnlyCollection<SecretQuery> queries) =>
        queries.Select(query => Known(VaultPath.Trimmed(query.Name))).OfType<VaultPlace>().Where(place => place.Mount is { Version: 2, KeepsValues: true })
            .GroupBy(place => VaultDetails.Address(place.Mount, place.Inner), StringComparer.Ordinal)
            .Where(folder => folder.Select(place => place.Inner).Distinct(StringComparer.Ordinal).Count() > VaultDetails.MostAskedAlone)
            .Select(folder => $"GET {_address?.AbsoluteUri}v1/{folder.Key}?list=true, of an OpenBao");

    /// <inheritdoc/>
    public string Endpoint(SecretQuery query)
    {
        string name = VaultPath.Trimmed(query.Name), root = _address?.AbsoluteUri ?? "";
        return Known(name) is not { } place ? $"GET {root}v1/sys/internal/ui/mounts/{VaultPath.Escaped(name)}, then {(VaultObject.MountOf(name) is null ? "metadata/ or the list of its folder" : "its role or key")}"
            : place.Object(query) is { } one ? $"GET {root}v1/{place.Mount.Address("", one.Path)}"
            : place.Mount.Version == 2 ? $"GET {root}v1/{place.Mount.Address("metadata", place.Inner)}" : $"GET {root}v1/{ScopeOf(query)}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mounts.Dispose();
        _session.Dispose();
        _http.Dispose();
        _folders.Dispose();
        _tunes.Dispose();
    }

    /// <summary>Where a name leads, as far as it is known without a question.</summary>
    private VaultPlace? Known(string name) =>
        _elsewhere.TryGetValue(name, out VaultPlace? place) ? place : _mounts.Known(name) is { } mount ? new VaultPlace(mount, mount.Inner(name)) : null;

    /// <summary>Answers by the role or the key that stands for what nobody is to be given.</summary>
    private async Task<StoreAnswer> AskMadeAsync(SecretQuery query, VaultPlace place, CancellationToken cancellation) =>
        place.Object(query) is not { } one
            ? new StoreProblem(Verdict.Misconfigured, $"what is mounted at '{place.Mount.Path}' is of type '{place.Mount.Type}', and '{place.Inner}' is nothing that it gives out", $"name what is used of it: {place.Mount.Path}/{VaultObject.ExampleOf(place.Mount.Type)}").Answer(query)
            : one.Way is null ? await _keys.AskAsync(query, place.Mount, one, cancellation) : await _credentials.AskAsync(query, place.Mount, one, cancellation);

    /// <summary>Where a secret is that is kept, or why that cannot be told.</summary>
    private async Task<(VaultPlace? Place, StoreProblem? Problem)> FindAsync(SecretQuery query, CancellationToken cancellation)
    {
        (VaultPlace? place, StoreProblem? problem) = await LocateAsync(query, cancellation);
        return place is { Mount.KeepsValues: false } ? (null, VaultMounts.NoValues(place.Mount)) : (place, problem);
    }

    /// <summary>Where a name leads, or why that cannot be told.</summary>
    private async Task<(VaultPlace? Place, StoreProblem? Problem)> LocateAsync(SecretQuery query, CancellationToken cancellation)
    {
        string name = VaultPath.Trimmed(query.Name);
        (VaultMount? mount, StoreProblem? problem) = await FindMountAsync(query.Name, cancellation);
        return mount is null ? (null, problem)
            : mount.Inner(name) == mount.Path ? (null, new StoreProblem(Verdict.Misconfigured, $"'{query.Name}' is a mount, not a secret in it", "name the secret"))
            : (Known(name) ?? new VaultPlace(mount, mount.Inner(name)), null);
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
