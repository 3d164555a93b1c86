using System.Globalization;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Text;

namespace SecretGuard.Stores.Aws;

/// <summary>What the stores of AWS have in common. Only metadata is asked for, unless values are to be read.</summary>
public abstract class AwsStore : IListingStore, IValueStore
{
    private readonly AwsService _service;
    private readonly AwsSettings _settings;

    private protected AwsStore(AwsService service, AwsSettings settings, Func<StoreReply, long> billed) =>
        (_service, _settings, Session) = (service, settings, new AwsSession(service, settings, billed));

    /// <inheritdoc/>
    public abstract string Type { get; }

    /// <inheritdoc/>
    public string Address => Session.Place.Shown;

    /// <inheritdoc/>
    public long Calls => Session.Calls;

    /// <inheritdoc/>
    public long BilledCalls => Session.BilledCalls;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notices => [.. NoticesNow()];

    /// <inheritdoc/>
    public abstract int PageSize { get; }

    /// <inheritdoc/>
    public bool ListTellsState => true;

    private protected AwsSession Session { get; }

    /// <summary>What a policy must allow for these questions, without the listing; the action, and what it is about.</summary>
    private protected abstract IEnumerable<(string Action, string Resource)> Needs(IReadOnlyCollection<SecretQuery> queries);

    /// <inheritdoc/>
    public abstract string? ScopeOf(SecretQuery query);

    /// <inheritdoc/>
    public abstract string NameInScope(SecretQuery query);

    /// <inheritdoc/>
    public Task<ListPage> BeginAsync(string prefix, CancellationToken cancellation) =>
        Task.FromResult(Session.Place.Problem is { } problem ? ListPage.Failed(problem) : new ListPage([], null) { Scopes = [new ListedScope(Session.Place.Region, "", Address)] });

    /// <inheritdoc/>
    public abstract Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract string ListEndpoint(string scope);

    /// <inheritdoc/>
    public abstract string Endpoint(SecretQuery query);

    /// <inheritdoc/>
    public abstract Task<ValueReply> ReadAsync(SecretQuery query, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract string ValueEndpoint(SecretQuery query);

    /// <summary>What reading values takes besides; the action, and what it is about.</summary>
    private protected abstract IEnumerable<(string Action, string Resource)> ValueNeeds(IReadOnlyCollection<SecretQuery> queries);

    /// <inheritdoc/>
    public string ValuePermissions(IReadOnlyCollection<SecretQuery> queries) => AwsPolicy.Of(ValueNeeds(queries));

    /// <inheritdoc/>
    public string ReaderPermissions(IReadOnlyCollection<SecretQuery> queries, SecretReader reader)
    {
        (string, string)[] needs = [.. ValueNeeds(queries)];
        return AwsPolicy.Of(needs.Length == 0 ? [] : [.. needs, .. reader.Keys.Select(key => ("kms:Decrypt", key))]);
    }

    /// <summary>Parameters are asked for by the call that lists them.</summary>
    public virtual string ListPermissions(string prefix) => "";

    /// <inheritdoc/>
    public string Permissions(IReadOnlyCollection<SecretQuery> queries) => AwsPolicy.Of(Needs(queries));

    /// <summary>Who signs in: the policies of one identity are for all services and regions that it asks.</summary>
    public object PolicyHolder => (Session.Place.Partition, _settings.Profile, _settings.Login);

    /// <inheritdoc/>
    public string JoinPermissions(IReadOnlyCollection<string> texts) => AwsPolicy.Join(texts);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the connections.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Session.Dispose();
        }
    }

    private protected StoreProblem ProblemOf(StoreReply reply) => Session.ProblemOf(reply);

    private protected StoreProblem NoService => Session.NoService;

    /// <summary>The body of a question for a page.</summary>
    private protected string PageBody(string? from, params IEnumerable<(string Name, string Value)> members) =>
        JsonText.Object([("MaxResults", JsonText.Of(PageSize)), .. members, .. from is null ? [] : new[] { ("NextToken", JsonText.Of(from)) }]);

    private protected static bool ForgotThePage(StoreReply reply) => AwsProblems.CodeOf(reply) == "InvalidNextToken";

    private IEnumerable<string> NoticesNow()
    {
        if (Session.Place.Address is { Scheme: "http", IsLoopback: false } open)
        {
            yield return $"questions and session tokens go to {open.Authority} without TLS: whoever is on the way can read them";
        }

        if (Session.Skew != TimeSpan.Zero)
        {
            yield return $"this machine's clock and that of {_service.Title} are {Math.Abs(Session.Skew.TotalMinutes).ToString("0", CultureInfo.InvariantCulture)} minutes apart; signatures were made by the latter";
        }
    }
}
