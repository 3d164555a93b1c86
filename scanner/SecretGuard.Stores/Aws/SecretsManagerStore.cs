using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;
using SecretGuard.Text;

namespace SecretGuard.Stores.Aws;

/// <summary>
/// AWS Secrets Manager. A name is that of a secret or its ARN; a version is the id of one or a stage, <c>AWSCURRENT</c> where none is named. What fields a
/// secret has cannot be told without its value.
/// </summary>
public sealed class SecretsManagerStore : AwsStore, IWritableStore
{
    private static readonly string[] WriteActions = ["CreateSecret", "DescribeSecret", "GetSecretValue", "PutSecretValue"];

    private readonly ValueMarks _marks = new();

    private const string ArnKind = "secret:";

    /// <summary>The secrets of a region. AWS bills each call, whatever it answers.</summary>
    /// <param name="settings">Where it is and how it is asked. Nothing is asked before the first question.</param>
    public SecretsManagerStore(AwsSettings settings)
        : base(AwsService.SecretsManager, settings, static _ => 1)
    {
    }

    /// <inheritdoc/>
    public override string Type => StoreTypes.AwsSecretsManager;

    /// <inheritdoc/>
    public override int PageSize => 100;

    /// <summary>The whole region; null for an ARN without AWS's suffix, which may be of another account.</summary>
    public override string? ScopeOf(SecretQuery query) => Problem(Name(query)) is null && (AwsArn.Parse(Name(query)) is null || SecretDescription.HasSuffix(Name(query))) ? Session.Place.Region : null;

    /// <inheritdoc/>
    public override string NameInScope(SecretQuery query) => Name(query);

    /// <inheritdoc/>
    public override async Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation)
    {
        string name = Name(query);
        if ((Session.Place.Problem ?? Problem(name)) is { } problem)
        {
            return problem.Answer(query);
        }

        using StoreReply reply = await Session.CallAsync("DescribeSecret", JsonText.Object(("SecretId", JsonText.Of(name))), cancellation);
        if (AwsProblems.CodeOf(reply) == "ResourceNotFound")
        {
            return StoreAnswer.Missing(query, $"Secrets Manager in {Session.Place.Region} has no secret '{name}'", SecretDescription.AdviceWhereMissing(name));
        }

        if (!reply.IsSuccess)
        {
            return ProblemOf(reply).Answer(query);
        }

        StoreAnswer? answer = SecretDescription.Judge(query, name, reply.Json);
        return answer is { Verdict: Verdict.NoVersion } && SecretDescription.IsVersionId(query.Version) ? await AskVersionAsync(answer, name, cancellation) : answer ?? NoService.Answer(query);
    }

    /// <inheritdoc/>
    public override async Task<ValueReply> ReadAsync(SecretQuery query, CancellationToken cancellation)
    {
        string name = Name(query);
        if ((Session.Place.Problem ?? Problem(name)) is { } problem)
        {
            return ValueReply.Failed(problem);
        }

        (string, string)[] version = query.Version is null ? [] : [(SecretDescription.IsVersionId(query.Version) ? "VersionId" : "VersionStage", JsonText.Of(SecretDescription.Wanted(query)))];
        using StoreReply reply = await Session.CallAsync("GetSecretValue", JsonText.Object([("SecretId", JsonText.Of(name)), .. version]), cancellation);
        return !reply.IsSuccess ? ValueReply.Failed(ProblemOf(reply))
            : reply.Json.At("SecretString") is { ValueKind: JsonValueKind.String } text ? ValueReply.Of(SecretValue.Of(text.GetString()!))
            : reply.Json.At("SecretBinary") is { ValueKind: JsonValueKind.String } binary && binary.TryGetBytesFromBase64(out byte[]? bytes) ? ValueReply.Of(SecretValue.Of(bytes))
            : ValueReply.Failed(NoService);
    }

    /// <summary>What is to be deleted keeps its name until then.</summary>
    public bool KeepsDeletedNames => true;

    /// <inheritdoc/>
    public StoreProblem? ValueMisfit(ValueFacts facts) => facts.Digest is null && facts.HasNoText ? ValueShape.NoText("a secret of fields") : null;

    /// <inheritdoc/>
    public string? NameMisfit(SecretQuery query) => AwsArn.Parse(Name(query)) is null && Problem(Name(query)) is null ? null : "it has 1 to 512 letters, digits and /_+=.@-";

    /// <inheritdoc/>
    public async Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation)
    {
        return (Session.Place.Problem ?? Problem(Name(query))) is { } problem ? StandingReply.Failed(problem) : await Writing.LookAsync(Name(query), cancellation);
    }

    /// <inheritdoc/>
    public async Task<WriteReply> WriteAsync(SecretQuery query, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        return (Session.Place.Problem ?? Problem(Name(query))) is { } problem ? WriteReply.Failed(problem) : await Writing.WriteAsync(Name(query), value, expected, cancellation);
    }

    /// <inheritdoc/>
    public string WayBack(SecretQuery query, Standing before, string? written) => SecretsManagerWriting.WayBack(Name(query), before, written, Session.Place.Region);

    /// <inheritdoc/>
    public string WritePermissions(IReadOnlyCollection<SecretQuery> queries) => AwsPolicy.Of(queries.Where(query => NameMisfit(query) is null)
        .SelectMany(query => WriteActions.Select(action => ("secretsmanager:" + action, Resource(Name(query))))));

    private SecretsManagerWriting Writing => new(Session, _marks);

    /// <summary>To list has no resource of its own.</summary>
    public override string ListPermissions(string prefix) => AwsPolicy.Of([("secretsmanager:ListSecrets", "*")]);

    /// <inheritdoc/>
    public override async Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation)
    {
        using StoreReply reply = await Session.CallAsync("ListSecrets", PageBody(from, [("IncludePlannedDeletion", "true")]), cancellation);
        if (!reply.IsSuccess)
        {
            return ListPage.Failed(ProblemOf(reply)) with { IsExpired = ForgotThePage(reply) };
        }

        if (reply.Json.At("SecretList").ValueKind != JsonValueKind.Array)
        {
            return ListPage.Failed(NoService);
        }

        var listed = new List<ListedSecret>();
        foreach (JsonElement secret in reply.Json.At("SecretList").Items())
        {
            foreach (string name in new[] { secret.At("Name").Text(), secret.At("ARN").Text() }.OfType<string>())
            {
                // A list may be some minutes old: that a version is not in it is asked for once more.
                if (SecretDescription.Judge(new SecretQuery(name), name, secret) is { Verdict: Verdict.Present or Verdict.SoftDeleted } answer)
                {
                    listed.Add(new ListedSecret(name, answer) { IsOne = name == secret.At("Name").Text() });
                }
            }
        }

        return new ListPage(listed, reply.Json.At("NextToken").Text());
    }

    /// <inheritdoc/>
    public override string ListEndpoint(string scope) => $"POST {Address} ListSecrets";

    /// <inheritdoc/>
    public override string Endpoint(SecretQuery query) => $"POST {Address} DescribeSecret {Name(query)}";

    /// <inheritdoc/>
    public override string ValueEndpoint(SecretQuery query) => $"POST {Address} GetSecretValue {Name(query)}";

    /// <summary>The key that encrypts it is not told without asking; who may use the one of the account needs no more.</summary>
    private protected override IEnumerable<(string Action, string Resource)> ValueNeeds(IReadOnlyCollection<SecretQuery> queries) =>
        queries.Where(query => Problem(Name(query)) is null).Select(query => ("secretsmanager:GetSecretValue", Resource(Name(query))));

    private protected override IEnumerable<(string Action, string Resource)> Needs(IReadOnlyCollection<SecretQuery> queries)
    {
        SecretQuery[] sound = [.. queries.Where(query => Problem(Name(query)) is null)];
        foreach (SecretQuery query in sound)
        {
            string name = Name(query);
            string resource = Resource(name);
            yield return ("secretsmanager:DescribeSecret", resource);
            if (SecretDescription.IsVersionId(query.Version))
            {
                yield return ("secretsmanager:ListSecretVersionIds", resource);
            }
        }

        // To list has no resource of its own; fewer questions are asked one by one.
        if (sound.Where(query => query.Version is null).Select(Name).Distinct(StringComparer.Ordinal).Count() > PageSize)
        {
            yield return ("secretsmanager:ListSecrets", "*");
        }
    }

    private string Resource(string name) =>
        AwsArn.Parse(name) is null ? $"arn:{Session.Place.Partition}:secretsmanager:{Session.Place.Region}:*:{ArnKind}{name}-??????" : SecretDescription.HasSuffix(name) ? name : name + "-??????";

    private static string Name(SecretQuery query) => query.Name.Trim();

    private StoreProblem? Problem(string name) =>
        AwsArn.Parse(name) is { } arn ? arn.Mismatch(AwsService.SecretsManager, Session.Place, ArnKind)
        : name.Length is > 0 and <= 512 && name.All(c => char.IsAsciiLetterOrDigit(c) || "/_+=.@-".Contains(c, StringComparison.Ordinal)) ? null
        : new StoreProblem(Verdict.Misconfigured, $"'{name}' is no name of Secrets Manager", "correct the reference: letters, digits and /_+=.@-, or an ARN");

    /// <summary>A version that lost its stages is not described any more, and can be there for a while yet.</summary>
    private async Task<StoreAnswer> AskVersionAsync(StoreAnswer answer, string name, CancellationToken cancellation)
    {
        string wanted = SecretDescription.Wanted(answer.Query);
        for (string? from = null; ;)
        {
            using StoreReply reply = await Session.CallAsync("ListSecretVersionIds", PageBody(from, [("SecretId", JsonText.Of(name)), ("IncludeDeprecated", "true")]), cancellation);
            if (!reply.IsSuccess)
            {
                return ProblemOf(reply).Answer(answer.Query);
            }

            if (reply.Json.At("Versions").Items().Any(version => version.At("VersionId").Text() == wanted))
            {
                return StoreAnswer.Present(answer.Query, answer.Metadata with { Version = wanted }) with { Remark = "this version has no stage any more: AWS may remove it at any time" };
            }

            if ((from = reply.Json.At("NextToken").Text()) is null)
            {
                return answer;
            }
        }
    }
}
