using Amazon.Runtime;
using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Aws;

/// <summary>What AWS's own variables and files say. They are this process's: all of it is in one class, and no other test is without settings of its own.</summary>
public sealed class AmbientAwsTests : IAsyncLifetime
{
    private readonly FakeSecretsManager _aws = new();
    private readonly FakeParameterStore _parameters = new();
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _before = new(StringComparer.Ordinal);
    private LoopbackServer _server = null!;
    private LoopbackServer _stsServer = null!;
    private FakeSts _sts = null!;

    public async ValueTask InitializeAsync()
    {
        _sts = new FakeSts(_aws);
        _server = await _aws.StartAsync();
        _stsServer = await _sts.StartAsync();
        Set("AWS_ENDPOINT_URL_STS", _stsServer.Address);
        Forget();
    }

    public async ValueTask DisposeAsync()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Profiles("");
        _folder.Dispose();
        await _server.DisposeAsync();
        await _stsServer.DisposeAsync();
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL", "AWS_REGION")]
    [InlineData("AWS_ENDPOINT_URL_SECRETS_MANAGER", "AWS_DEFAULT_REGION")]
    public async Task Variables_AreHeeded(string endpoint, string region)
    {
        Set(endpoint, _server.Address);
        Set(region, FakeAws.Region);
        Set("AWS_ACCESS_KEY_ID", _aws.AccessKey);
        Set("AWS_SECRET_ACCESS_KEY", _aws.SecretKey);
        Set("AWS_SESSION_TOKEN", _aws.Token = "token" + Guid.NewGuid().ToString("N"));
        await ShouldBePresentAsync(new AwsSettings());
    }

    [Fact]
    public async Task EndpointOfAService_IsOnlyItsOwn()
    {
        await using LoopbackServer server = await _parameters.StartAsync();
        Set("AWS_ENDPOINT_URL", _server.Address);
        Set("AWS_ENDPOINT_URL_SSM", server.Address);
        using var store = new ParameterStore(new AwsSettings { Region = FakeAws.Region, Login = _parameters.Login });
        (await store.AskAsync(new SecretQuery("top"), TestContext.Current.CancellationToken)).Verdict.ShouldBe(Verdict.Present);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Profile_IsHeeded(bool byVariable)
    {
        Profiles($"""
            [profile team]
            region = {FakeAws.Region}
            services = local
            aws_access_key_id = {_aws.AccessKey}
            aws_secret_access_key = {_aws.SecretKey}
            [services local]
            secrets_manager =
              endpoint_url = {_server.Address}
            """);
        if (byVariable)
        {
            Set("AWS_PROFILE", "team");
        }

        await ShouldBePresentAsync(new AwsSettings { Profile = byVariable ? null : "team" });
    }

    [Fact]
    public async Task RoleOfAProfile_IsTaken_AndRenewedWhenItExpires()
    {
        _aws.Token = "token" + Guid.NewGuid().ToString("N");
        Profiles($"""
            [profile base]
            aws_access_key_id = x
            aws_secret_access_key = {Guid.NewGuid():n}
            [profile team]
            role_arn = arn:aws:iam::111122223333:role/reader
            source_profile = base
            external_id = outside
            """);
        using var store = new SecretsManagerStore(Here with { Profile = "team" });
        (await store.AskAsync(new SecretQuery("app/database"), TestContext.Current.CancellationToken)).Verdict.ShouldBe(Verdict.Present);
        _aws.Token = "token" + Guid.NewGuid().ToString("N");
        (await store.AskAsync(new SecretQuery("app/database"), TestContext.Current.CancellationToken)).Verdict.ShouldBe(Verdict.Present);
        _sts.Asked.ShouldBe(Enumerable.Repeat(("AssumeRole", "arn:aws:iam::111122223333:role/reader", (string?)null, (string?)"outside"), 2));
        store.Calls.ShouldBe(3, "the one that was refused counts");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WebIdentity_IsTaken(bool byVariable)
    {
        _aws.Token = "token" + Guid.NewGuid().ToString("N");
        string file = _folder.Write("identity", "jwt");
        Set("AWS_ROLE_ARN", byVariable ? "arn:aws:iam::1:role/pod" : null);
        Set("AWS_WEB_IDENTITY_TOKEN_FILE", byVariable ? file : null);
        await ShouldBePresentAsync(Here with { Login = byVariable ? AwsLogin.Ambient : AwsLogin.WithWebIdentity("arn:aws:iam::1:role/pod", file) });
        _sts.Asked.ShouldHaveSingleItem().ShouldBe(("AssumeRoleWithWebIdentity", "arn:aws:iam::1:role/pod", "jwt", null));
    }

    [Theory]
    [InlineData("AccessDenied", "does not give this identity the role")]
    [InlineData(null, "refused the connection")]
    public async Task RoleThatIsNotGiven_HasItsCause(string? code, string cause)
    {
        _sts.Refuses = code;
        if (code is null)
        {
            await _stsServer.DisposeAsync();
        }

        StoreAnswer answer = await AskAsync(Here with { Login = AwsLogin.WithRole(_aws.Login, "arn:aws:iam::1:role/other") });
        answer.Verdict.ShouldBe(code is null ? Verdict.Unreachable : Verdict.Unauthenticated);
        answer.Cause.ShouldContain(cause);
        answer.ToString().ShouldNotContain(_aws.Value);
    }

    [Theory]
    [InlineData(null, null, Verdict.Unauthenticated, "there is no credential")]
    [InlineData("none", null, Verdict.Misconfigured, "no profile 'none'")]
    [InlineData(null, "none", Verdict.Misconfigured, "no profile 'none'")]
    public async Task NoCredential_IsTold(string? profile, string? variable, Verdict expected, string cause)
    {
        Set("AWS_PROFILE", variable);
        StoreAnswer answer = await AskAsync(Here with { Profile = profile });
        (answer.Verdict, answer.Problem!.IsStoreWide).ShouldBe((expected, true), answer.Cause);
        answer.Cause.ShouldContain(cause);
        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task NothingSet_HasNoRegion()
    {
        StoreAnswer answer = await AskAsync(new AwsSettings());
        (answer.Verdict, answer.Cause).ShouldBe((Verdict.Misconfigured, "no region is known"));
    }

    [Fact]
    public void OtherVariables_AreHeeded()
    {
        Set("AWS_CA_BUNDLE", "ca.pem");
        Set("AWS_USE_FIPS_ENDPOINT", "true");
        Set("AWS_USE_DUALSTACK_ENDPOINT", "true");
        Forget();
        new AwsSettings().AuthoritiesFile.ShouldBe("ca.pem");
        using var store = new ParameterStore(new AwsSettings { Region = "us-east-1" });
        store.Address.ShouldBe("https://ssm-fips.us-east-1.api.aws");
    }

    private AwsSettings Here => new() { Region = FakeAws.Region, Endpoint = _server.Address };

    private static async Task ShouldBePresentAsync(AwsSettings settings)
    {
        StoreAnswer answer = await AskAsync(settings);
        answer.Verdict.ShouldBe(Verdict.Present, answer.Cause);
    }

    private static async Task<StoreAnswer> AskAsync(AwsSettings settings)
    {
        using var store = new SecretsManagerStore(settings);
        return await store.AskAsync(new SecretQuery("app/database"), TestContext.Current.CancellationToken);
    }

    private static void Forget()
    {
        FallbackRegionFactory.Reset();
        Amazon.Runtime.Internal.FallbackInternalConfigurationFactory.Reset();
    }

    private static void Profiles(string text)
    {
        File.WriteAllText(AwsSurroundings.ConfigFile, text);
        Forget();
    }

    private void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
