using Amazon.Runtime;
using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Aws;

public sealed class AwsSessionTests : IAsyncLifetime
{
    private readonly FakeSecretsManager _aws = new();
    private LoopbackServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await _aws.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private AwsSettings Settings => _aws.Settings(_server.Address);

    [Theory]
    [InlineData("AccessDeniedException", 400, false, Verdict.Forbidden, false, false)]
    [InlineData("AccessDenied", 403, true, Verdict.Forbidden, false, false)]
    [InlineData("Gateway", 403, true, Verdict.Forbidden, false, false)]
    [InlineData("ExpiredTokenException", 400, false, Verdict.Unauthenticated, true, false)]
    [InlineData("UnrecognizedClientException", 400, false, Verdict.Unauthenticated, true, false)]
    [InlineData("InvalidClientTokenId", 403, true, Verdict.Unauthenticated, true, false)]
    [InlineData("SignatureDoesNotMatch", 403, true, Verdict.Unauthenticated, true, false)]
    [InlineData("MissingAuthenticationTokenException", 400, false, Verdict.Unauthenticated, true, false)]
    [InlineData("ThrottlingException", 400, false, Verdict.Throttled, false, true)]
    [InlineData("TooManyRequestsException", 429, false, Verdict.Throttled, false, true)]
    [InlineData("InternalServiceError", 500, false, Verdict.Unreachable, false, true)]
    [InlineData("ServiceUnavailable", 503, true, Verdict.Unreachable, false, true)]
    [InlineData("ValidationException", 400, false, Verdict.Misconfigured, false, false)]
    [InlineData("UnknownOperationException", 400, false, Verdict.Misconfigured, false, false)]
    [InlineData("Nothing", 404, true, Verdict.Misconfigured, false, false)]
    [InlineData("OptInRequired", 403, true, Verdict.Misconfigured, true, false)]
    [InlineData("ResourceNotFoundException", 404, false, Verdict.Missing, false, false)]
    public async Task Error_HasItsVerdict(string code, int status, bool isXml, Verdict expected, bool isStoreWide, bool isTransient)
    {
        _aws.Error = (code, status, null, isXml);
        StoreAnswer answer = await AskAsync(Settings);
        (answer.Verdict, answer.Problem?.IsStoreWide ?? false, answer.Problem?.IsTransient ?? false).ShouldBe((expected, isStoreWide, isTransient), answer.Cause);
        answer.ToString().ShouldNotContain(_aws.Value);
        _server.Requests.Count.ShouldBe(1, "only the verifier asks again");
    }

    [Fact]
    public async Task BadCredentials_AreUnauthenticated_AndNowhereShown()
    {
        (await AskAsync(Settings with { Login = AwsLogin.WithKeys("other" + Guid.NewGuid().ToString("N"), _aws.SecretKey) })).Cause.ShouldContain("does not know the access key");
        string token = "token" + Guid.NewGuid().ToString("N");
        (await AskAsync(Settings with { Login = AwsLogin.WithKeys(_aws.AccessKey, _aws.SecretKey, token) })).Cause.ShouldContain("expired");
        _aws.WrongSecretKey = "wrong" + Guid.NewGuid().ToString("N");
        AwsSettings settings = Settings;
        StoreAnswer answer = await AskAsync(settings);
        (answer.Verdict, answer.Cause).ShouldBe((Verdict.Unauthenticated, "AWS does not accept the signature: the secret key does not belong to the access key"));
        (answer + settings.ToString()).ShouldNotContain(_aws.WrongSecretKey);
    }

    [Theory]
    [InlineData("us-east-1", null, "another region than 'us-east-1'")]
    [InlineData("EU West", null, "is no region")]
    [InlineData("", null, "no region is known")]
    [InlineData("eu-west-1", "ftp://aws.example", "no http or https address")]
    [InlineData("eu-west-1", "secretsmanager", "no http or https address")]
    public async Task WrongPlace_IsMisconfigured(string region, string? endpoint, string cause)
    {
        StoreAnswer answer = await AskAsync(Settings with { Region = region, Endpoint = endpoint ?? _server.Address });
        answer.Verdict.ShouldBe(Verdict.Misconfigured);
        answer.Cause.ShouldContain(cause);
        answer.Problem!.IsStoreWide.ShouldBeTrue();
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task ClockThatIsOff_IsMadeUpFor_AndTold(int minutes)
    {
        _aws.Ahead = TimeSpan.FromMinutes(minutes);
        using var store = new SecretsManagerStore(Settings);
        StoreAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.AskAsync(new SecretQuery("app/database"), TestContext.Current.CancellationToken)));
        answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present);
        store.Notices.ShouldHaveSingleItem().ShouldContain("60 minutes apart");
    }

    [Theory]
    [InlineData("eu-west-1", "https://secretsmanager.eu-west-1.amazonaws.com")]
    [InlineData("cn-north-1", "https://secretsmanager.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "https://secretsmanager.us-gov-west-1.amazonaws.com")]
    [InlineData("xx-new-9", "https://secretsmanager.xx-new-9.amazonaws.com")]
    public void OwnAddress_IsThatOfTheRegion(string region, string expected)
    {
        AwsPlace place = AwsPlace.Find(AwsService.SecretsManager, new AwsConfiguration(AwsService.SecretsManager, new AwsSettings()), new AwsSettings { Region = region });
        place.Shown.ShouldBe(expected);
        var dns = new StoreProblem(Verdict.Unreachable, "dns", "") { IsStoreWide = true, IsTransient = true };
        place.Explain(dns).Verdict.ShouldBe(region == "xx-new-9" ? Verdict.Misconfigured : Verdict.Unreachable);
    }

    [Fact]
    public void PlainHttp_IsTold()
    {
        using var far = new SecretsManagerStore(Settings with { Endpoint = "http://aws.example:4566" });
        far.Notices.ShouldHaveSingleItem().ShouldContain("without TLS");
        using var near = new SecretsManagerStore(Settings);
        near.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void FailedLogin_HasItsVerdict()
    {
        AwsProblems.OfLogin(new AmazonClientException("", new HttpRequestException(HttpRequestError.NameResolutionError)), Settings).Verdict.ShouldBe(Verdict.Unreachable);
        AwsProblems.OfLogin(new ProcessAWSCredentialException(_aws.Value), Settings).Cause.ShouldNotContain(_aws.Value);
        AwsProblems.OfLogin(new AmazonClientException(_aws.Value), Settings).Verdict.ShouldBe(Verdict.Unauthenticated);
    }

    private static async Task<StoreAnswer> AskAsync(AwsSettings settings)
    {
        using var store = new SecretsManagerStore(settings);
        return await store.AskAsync(new SecretQuery("app/database"), TestContext.Current.CancellationToken);
    }
}
