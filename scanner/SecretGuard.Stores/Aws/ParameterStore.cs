using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;
using SecretGuard.Text;

namespace SecretGuard.Stores.Aws;

/// <summary>
/// AWS Systems Manager Parameter Store. A name is that of a parameter or its ARN; a version is a number or a label, and may stand behind the name after a
/// colon. Parameters are described, and read only where values are to be: whether a label is there is told only together with values, so it stays unknown.
/// </summary>
public sealed class ParameterStore : AwsStore, IWritableStore
{
    private static readonly string[] WriteActions = ["ssm:GetParameter", "ssm:PutParameter"];

    private readonly ParameterWriting _writing;

    /// <summary>The parameters of a region.</summary>
    /// <param name="settings">Where it is and how it is asked. Nothing is asked before the first question.</param>
    public ParameterStore(AwsSettings settings)
        : base(AwsService.ParameterStore, settings, new AdvancedParameters().Count) => _writing = new ParameterWriting(Session, new ValueMarks());

    /// <inheritdoc/>
    public override string Type => StoreTypes.AwsSsm;

    /// <inheritdoc/>
    public override int PageSize => ParameterSearch.PageSize;

    /// <summary>The whole region; null for an ARN, which may be of another account.</summary>
    public override string? ScopeOf(SecretQuery query) => ParameterName.Of(query) is { Arn: null, Version: null } name && name.Problem(Session.Place) is null ? Session.Place.Region : null;

    /// <inheritdoc/>
    public override string NameInScope(SecretQuery query) => ParameterName.Of(query).Name;

    /// <inheritdoc/>
    public override async Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation)
    {
        var name = ParameterName.Of(query);
        if ((Session.Place.Problem ?? name.Problem(Session.Place)) is { } problem)
        {
            return problem.Answer(query);
        }

        StoreAnswer answer = await FindAsync(query, name, isShared: false, cancellation);
        return answer.Verdict == Verdict.Missing && name.Arn is not null ? await FindAsync(query, name, isShared: true, cancellation) : answer;
    }

    /// <inheritdoc/>
    public override async Task<ValueReply> ReadAsync(SecretQuery query, CancellationToken cancellation)
    {
        var name = ParameterName.Of(query);
        if ((Session.Place.Problem ?? name.Problem(Session.Place)) is { } problem)
        {
            return ValueReply.Failed(problem);
        }

        string selected = (name.Arn is null ? name.Name : query.Name.Trim()) + (name.Version is { } version and not "latest" && !query.Name.EndsWith(":" + version, StringComparison.Ordinal) ? ":" + version : "");
        using StoreReply reply = await Session.CallAsync("GetParameter", JsonText.Object(("Name", JsonText.Of(selected)), ("WithDecryption", "true")), cancellation);
        return !reply.IsSuccess ? ValueReply.Failed(ProblemOf(reply))
            : reply.Json.At("Parameter", "Value") is { ValueKind: JsonValueKind.String } text ? ValueReply.Of(SecretValue.Of(text.GetString()!))
            : ValueReply.Failed(NoService);
    }

    /// <summary>What is deleted is gone.</summary>
    public bool KeepsDeletedNames => false;

    /// <inheritdoc/>
    public string? NameMisfit(SecretQuery query) => ParameterName.Of(query).Misfit(Session.Place);

    /// <inheritdoc/>
    public async Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation)
    {
        var name = ParameterName.Of(query);
        return (Session.Place.Problem ?? name.Problem(Session.Place)) is { } problem ? StandingReply.Failed(problem) : await _writing.LookAsync(name, cancellation);
    }

    /// <inheritdoc/>
    public async Task<WriteReply> WriteAsync(SecretQuery query, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        var name = ParameterName.Of(query);
        return (Session.Place.Problem ?? name.Problem(Session.Place)) is { } problem ? WriteReply.Failed(problem) : await _writing.WriteAsync(name, value, expected, cancellation);
    }

    /// <inheritdoc/>
    public StoreProblem? ValueMisfit(ValueFacts facts) => ParameterWriting.Unfit(facts);

    /// <inheritdoc/>
    public string WayBack(SecretQuery query, Standing before, string? written) => _writing.WayBack(ParameterName.Of(query), before);

    /// <inheritdoc/>
    public string WritePermissions(IReadOnlyCollection<SecretQuery> queries)
    {
        SecretQuery[] sound = [.. queries.Where(query => NameMisfit(query) is null)];
        return AwsPolicy.Of([.. Needs(sound), .. sound.SelectMany(query => WriteActions.Select(action => (action, Resource(query))))]);
    }

    /// <inheritdoc/>
    public override async Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation)
    {
        using StoreReply reply = await Session.CallAsync("DescribeParameters", PageBody(from), cancellation);
        if (!reply.IsSuccess)
        {
            return ListPage.Failed(Closed(ProblemOf(reply))) with { IsExpired = ForgotThePage(reply) };
        }

        if (reply.Json.At("Parameters").ValueKind != JsonValueKind.Array)
        {
            return ListPage.Failed(NoService);
        }

        var listed = new List<ListedSecret>();
        foreach (JsonElement parameter in reply.Json.At("Parameters").Items())
        {
            if (parameter.At("Name").Text() is { } name)
            {
                listed.Add(new ListedSecret(name, ParameterDescription.Judge(new SecretQuery(name), null, parameter)) { IsOne = parameter.At("Type").Text() == "SecureString" });
            }
        }

        return new ListPage(listed, reply.Json.At("NextToken").Text());
    }

    /// <inheritdoc/>
    public override string ListEndpoint(string scope) => $"POST {Address} DescribeParameters";

    /// <inheritdoc/>
    public override string Endpoint(SecretQuery query) => $"POST {Address} DescribeParameters {query.Name.Trim()}";

    /// <inheritdoc/>
    public override string ValueEndpoint(SecretQuery query) => $"POST {Address} GetParameter {query.Name.Trim()}";

    private protected override IEnumerable<(string Action, string Resource)> ValueNeeds(IReadOnlyCollection<SecretQuery> queries) =>
        queries.Select(query => ("ssm:GetParameter", Resource(query)));

    private string Resource(SecretQuery query) => $"arn:{Session.Place.Partition}:ssm:{Session.Place.Region}:*:parameter/{ParameterName.Of(query).Name.TrimStart('/')}";

    /// <summary>To describe parameters cannot be allowed for some of them.</summary>
    private protected override IEnumerable<(string Action, string Resource)> Needs(IReadOnlyCollection<SecretQuery> queries) => queries.Count == 0 ? [] : [("ssm:DescribeParameters", "*")];

    /// <summary>Who may not describe one parameter may describe none.</summary>
    private static StoreProblem Closed(StoreProblem problem) => problem with { IsStoreWide = problem.IsStoreWide || problem.Verdict == Verdict.Forbidden };

    private async Task<StoreAnswer> FindAsync(SecretQuery query, ParameterName name, bool isShared, CancellationToken cancellation)
    {
        (JsonElement? found, StoreProblem? problem) = await ParameterSearch.FindAsync(Session, name, isShared, cancellation);
        return problem is not null ? Closed(problem).Answer(query)
            : found is { } parameter ? ParameterDescription.Judge(query, name.Version, parameter)
            : StoreAnswer.Missing(query, $"Parameter Store in {Session.Place.Region} has no parameter '{name.Name}'");
    }
}
