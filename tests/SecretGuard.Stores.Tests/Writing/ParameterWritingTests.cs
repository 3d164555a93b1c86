using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Local.Variables;
using SecretGuard.Stores.Tests.Aws;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Tests.Writing;

/// <summary>What writing makes of a parameter, and what Parameter Store does not take.</summary>
public sealed class ParameterWritingTests : IAsyncLifetime
{
    private const string Name = "/shop/token";

    private readonly FakeParameterStore _aws = new();
    private LoopbackServer _server = null!;
    private ParameterStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = new ParameterStore(_aws.Settings((_server = await _aws.StartAsync()).Address));

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task NewOne_IsASecureString_AndAnOldOneKeepsWhatWasChosenForIt()
    {
        (await WriteAsync(SecretValue.Of("1"))).Version.ShouldBe("1");
        _aws.Written[Name][0].Chosen["Type"].ShouldBe("SecureString");
        _aws.Put(Name, "2", ("Type", "String"), ("KeyId", "alias/own"), ("Tier", "Advanced"), ("Description", "of the shop"), ("AllowedPattern", "^.*$"));
        (await WriteAsync(SecretValue.Of("3"))).Version.ShouldBe("3");
        _aws.Written[Name][2].Value.ShouldBe("3");
        _aws.Written[Name][2].Chosen.ShouldBe(_aws.Written[Name][1].Chosen);
        _store.WayBack(new SecretQuery(Name), new Standing { Mark = "2", Version = "2" }, "3").ShouldContain("--name /shop/token --key-id alias/own --tier Advanced --overwrite");
    }

    [Fact]
    public async Task WhatCameRightBeforeTheWrite_IsKeptBehindIt_AndTold()
    {
        string old = Guid.NewGuid().ToString("N"), value = Guid.NewGuid().ToString("N");
        _aws.Put(Name, old);
        _aws.Between = () => _aws.Put(Name, "theirs");
        var inspector = new ValueInspector();
        using var source = new EnvironmentStore(() => [("A", value)]);
        WriteOutcome outcome = await new StoreWriter(source, _store, inspector, new VerifierOptions())
            .CopyAsync(new SecretQuery("A"), inspector.Look(SecretValue.Of(value)), new SecretQuery(Name), inspector.Look(SecretValue.Of(old)), Cancellation);
        (outcome.State, outcome.Before!.Version, outcome.Written, outcome.Cause).ShouldBe((WriteState.Written, "1", "3", "somebody else wrote version 2 at the same time, which is behind it now: look at it"));

        _aws.Between = () => _aws.Written.Clear();
        (await WriteAsync(SecretValue.Of("4"))).Between.ShouldBe("somebody else deleted it at the same time, and it is there again");
    }

    [Theory]
    [InlineData("AccessDeniedException", Verdict.Forbidden, "no policy lets it write here", false)]
    [InlineData("TooManyUpdates", Verdict.Throttled, "somebody else changes it", true)]
    [InlineData("ParameterLimitExceeded", Verdict.Misconfigured, "as many parameters in 'eu-west-1' as it may have", false)]
    [InlineData("ParameterMaxVersionLimitExceeded", Verdict.Misconfigured, "has a label", false)]
    [InlineData("ParameterPatternMismatchException", Verdict.Misconfigured, "the pattern that the parameter allows", false)]
    [InlineData("InvalidKeyId", Verdict.Misconfigured, "the KMS key", false)]
    [InlineData("HierarchyTypeMismatchException", Verdict.Misconfigured, "another type", false)]
    [InlineData("ValidationException", Verdict.Misconfigured, "a value may hold no '{{…}}'", false)]
    [InlineData("ThrottlingException", Verdict.Throttled, "asked less often", true)]
    [InlineData("InternalServerError", Verdict.Unreachable, "a fault of its own", true)]
    public async Task Refusal_SaysWhy(string code, Verdict verdict, string cause, bool isTransient)
    {
        _aws.Error = (code, 400, "PutParameter", false);
        StoreProblem problem = (await WriteAsync(SecretValue.Of("1"))).Problem.ShouldNotBeNull();
        (problem.Verdict, problem.IsTransient, problem.IsStoreWide).ShouldBe((verdict, isTransient, false));
        problem.Cause.ShouldContain(cause);
        problem.ToString().ShouldNotContain(_aws.Value);
    }

    [Theory]
    [InlineData(0, null, "empty")]
    [InlineData(4096, "Standard", null)]
    [InlineData(4097, "Standard", "4 KB that a parameter of the standard tier takes")]
    [InlineData(4097, "Advanced", null)]
    [InlineData(8192, null, null)]
    [InlineData(8193, null, "8 KB")]
    public async Task Length_IsThatOfTheTier(int length, string? tier, string? cause)
    {
        if (tier is not null)
        {
            _aws.Put(Name, "1", ("Tier", tier));
        }

        WriteReply reply = await WriteAsync(SecretValue.Of(new string('x', length)));
        reply.IsWritten.ShouldBe(cause is null, reply.Problem?.Cause);
        (reply.Problem?.Cause ?? "").ShouldContain(cause ?? "");
    }

    [Fact]
    public async Task BytesThatAreNoText_AreRefused()
    {
        (await WriteAsync(SecretValue.Of([0xFF, 0xFE]))).Problem.ShouldNotBeNull().Cause.ShouldContain("no text");
        _aws.Written.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/shop/db/password", true)]
    [InlineData("token", true)]
    [InlineData("/token", true)]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15", true)]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", false)]
    [InlineData("shop/db", false)]
    [InlineData("/shop//db", false)]
    [InlineData("/shop/", false)]
    [InlineData("/AWS/db", false)]
    [InlineData("ssmtoken", false)]
    [InlineData("token:3", false)]
    [InlineData("two words", false)]
    [InlineData(FakeParameterStore.ArnStart + "token", false)]
    [InlineData("", false)]
    public void Name_IsOneThatCanBeMade(string name, bool isOne) => (_store.NameMisfit(new SecretQuery(name)) is null).ShouldBe(isOne);

    [Fact]
    public void Permissions_AreTheLeast()
    {
        string policy = _store.WritePermissions([new(Name), new("top"), new("/aws/x")]);
        policy.ShouldContain("\"Action\": \"ssm:DescribeParameters\",\n      \"Resource\": [\n        \"*\"");
        foreach (string action in new[] { "ssm:GetParameter", "ssm:PutParameter" })
        {
            policy.ShouldContain($"\"Action\": \"{action}\",\n      \"Resource\": [\n        \"arn:aws:ssm:eu-west-1:*:parameter/shop/token\",\n        \"arn:aws:ssm:eu-west-1:*:parameter/top\"\n");
        }

        _store.WritePermissions([]).ShouldBeEmpty();
    }

    private async Task<WriteReply> WriteAsync(SecretValue value) =>
        await _store.WriteAsync(new SecretQuery(Name), value, (await _store.LookAsync(new SecretQuery(Name), Cancellation)).Standing!, Cancellation);
}
