using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Inventories;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Contract;

/// <summary>What every adapter does that asks a server: a fault of it is never a finding, never an exception and never quoted.</summary>
public abstract class RemoteStoreContract : StoreContract
{
    /// <summary>How long the adapters wait for an answer in these tests.</summary>
    private protected static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>A store at an address where something else is, or nothing; trusting an authority of a file.</summary>
    private protected abstract ISecretStore Connect(string address, string? authorities);

    /// <summary>What serves the protocol; without TLS where there is no certificate.</summary>
    private protected abstract Task<LoopbackServer> ServeAsync(System.Security.Cryptography.X509Certificates.X509Certificate2? certificate);

    /// <summary>What a server may be asked for, whatever it is.</summary>
    private protected virtual string AnyName => "a/b";

    /// <summary>Whether every question is asked of the server; else all are answered from what the first one read.</summary>
    private protected virtual bool AsksEachTime => true;

    [Theory]
    [InlineData(Fault.TooManyRequests, Verdict.Throttled, true)]
    [InlineData(Fault.ServerError, Verdict.Unreachable, true)]
    [InlineData(Fault.UnavailablePage, Verdict.Unreachable, true)]
    [InlineData(Fault.Reset, Verdict.Unreachable, true)]
    [InlineData(Fault.Truncated, Verdict.Unreachable, true)]
    [InlineData(Fault.HalfJson, Verdict.Unreachable, true)]
    [InlineData(Fault.Silence, Verdict.Unreachable, true)]
    [InlineData(Fault.SlowDrip, Verdict.Unreachable, true)]
    [InlineData(Fault.Page, Verdict.Misconfigured, false)]
    [InlineData(Fault.Empty, Verdict.Misconfigured, false)]
    [InlineData(Fault.OtherJson, Verdict.Misconfigured, false)]
    [InlineData(Fault.Redirect, Verdict.Misconfigured, false)]
    public async Task Fault_HasItsVerdict(Fault fault, Verdict expected, bool isTransient)
    {
        foreach (bool isWarm in AsksEachTime ? new[] { false, true } : [false])
        {
            await using StoreWorld world = await CreateAsync();
            string canary = Canary();
            if (isWarm)
            {
                (await AskAsync(world, new SecretQuery(world.Present))).Verdict.ShouldBe(Verdict.Present);
            }

            world.Server!.Break(fault, canary);
            StoreAnswer answer = await AskAsync(world, new SecretQuery(world.Present, world.Field));
            (answer.Verdict, answer.Problem?.IsTransient).ShouldBe((expected, isTransient), answer.Cause);
            answer.Cause.ShouldNotBeEmpty();
            answer.Advice.ShouldNotBeEmpty();
            answer.ToString().ShouldNotContain(canary);
            ShouldHoldNoValue(world, [answer]);
        }
    }

    [Theory]
    [InlineData(Fault.ServerError, Verdict.Unreachable)]
    [InlineData(Fault.Truncated, Verdict.Unreachable)]
    [InlineData(Fault.HalfJson, Verdict.Unreachable)]
    [InlineData(Fault.Page, Verdict.Misconfigured)]
    [InlineData(Fault.OtherJson, Verdict.Misconfigured)]
    public async Task FaultOfAListing_IsAProblem_AndNothingIsListed(Fault fault, Verdict expected)
    {
        await using StoreWorld world = await CreateAsync();
        string canary = Canary();
        world.Server!.Break(fault, canary);
        StoreListing listing = await new StoreLister(new VerifierOptions { Attempts = 1 }).ListAsync(world.Store, world.Start, TestContext.Current.CancellationToken);
        (listing.Problem?.Verdict, listing.Secrets.Count).ShouldBe((expected, 0), listing.Problem?.Cause);
        listing.Problem!.ToString().ShouldNotContain(canary);
    }

    /// <summary>A store that breaks between the answer and the value: what is known stays, and the value is told as not looked at.</summary>
    [Theory]
    [InlineData(Fault.TooManyRequests)]
    [InlineData(Fault.ServerError)]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.Truncated)]
    [InlineData(Fault.HalfJson)]
    [InlineData(Fault.Page)]
    [InlineData(Fault.Empty)]
    [InlineData(Fault.OtherJson)]
    public async Task FaultWhereAValueIsRead_IsAProblemThatQuotesNothing(Fault fault)
    {
        await using StoreWorld world = await CreateAsync();
        if (world.Store is not IValueStore store)
        {
            StoreType.ShouldBeOneOf(StoreTypes.GitHubActions, StoreTypes.AzurePipelines); // these give no value to anybody
            return;
        }

        string canary = Canary();
        (await AskAsync(world, new SecretQuery(world.Present))).Verdict.ShouldBe(Verdict.Present);
        world.Server!.Break(fault, canary);
        ValueReply reply = await store.ReadAsync(new SecretQuery(world.Present), TestContext.Current.CancellationToken);
        reply.Value.ShouldBeNull();
        reply.Problem.ShouldNotBeNull().Verdict.CannotTell().ShouldBeTrue();
        reply.Problem.Cause.ShouldNotBeEmpty();
        reply.Problem.ToString().ShouldNotContain(canary);
    }

    [Theory]
    [InlineData(Fault.TooManyRequests)]
    [InlineData(Fault.UnavailablePage)]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.Truncated)]
    public async Task PassingFault_IsOvercome(Fault fault)
    {
        await using StoreWorld world = await CreateAsync();
        world.Server!.Break(fault, Canary(), times: 2);
        var time = new ManualTime(TimeSpan.FromSeconds(10));
        VerificationReport report = await new StoreVerifier(new VerifierOptions { Time = time }).VerifyAsync(world.Store, [new(world.Present)], null, TestContext.Current.CancellationToken);
        report.Answers[0].Verdict.ShouldBe(Verdict.Present, report.Answers[0].Cause);
        if (fault == Fault.TooManyRequests)
        {
            time.Waits.ShouldContain(wait => wait >= TimeSpan.FromSeconds(3), "the server asked for three seconds");
        }
    }

    [Fact]
    public async Task ServerThatIsGone_IsUnreachable()
    {
        string address;
        await using (StoreWorld world = await CreateAsync())
        {
            address = world.Server!.Address;
        }

        using ISecretStore store = Connect(address, null);
        await ShouldBeUnreachableAsync(store, "refused the connection");
    }

    [Fact]
    public async Task UnknownHost_IsUnreachable()
    {
        using ISecretStore store = Connect("https://secretguard-test.invalid:8200", null);
        StoreAnswer answer = await store.AskAsync(new SecretQuery(AnyName), TestContext.Current.CancellationToken);
        answer.Verdict.ShouldBe(Verdict.Unreachable, answer.Cause);
    }

    [Theory]
    [InlineData("untrusted")]
    [InlineData("expired")]
    [InlineData("other name")]
    [InlineData("no TLS")]
    public async Task BadTls_IsUnreachable(string what)
    {
        using var folder = new TemporaryFolder();
        using var certificate = TestCertificates.Make(what == "other name" ? "other.example" : null, what == "expired");
        await using LoopbackServer server = await ServeAsync(what == "no TLS" ? null : certificate);
        string? authorities = what == "untrusted" ? null : folder.Write("ca.pem", certificate.ExportCertificatePem());
        using ISecretStore store = Connect(server.Address.Replace("http:", "https:", StringComparison.Ordinal), authorities);
        await ShouldBeUnreachableAsync(store, "TLS");
    }

    [Fact]
    public async Task AuthorityOfAFile_IsTrusted()
    {
        using var folder = new TemporaryFolder();
        using var certificate = TestCertificates.Make();
        await using LoopbackServer server = await ServeAsync(certificate);
        await using StoreWorld world = await CreateAsync();
        using ISecretStore store = Connect(server.Address, folder.Write("ca.pem", certificate.ExportCertificatePem()));
        StoreAnswer answer = await store.AskAsync(new SecretQuery(world.Present), TestContext.Current.CancellationToken);
        answer.Verdict.ShouldBe(Verdict.Present, answer.Cause);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no certificate")]
    public async Task AuthorityFileThatIsNone_IsMisconfigured(string? text)
    {
        using var folder = new TemporaryFolder();
        string path = text is null ? Path.Combine(folder.Path, "none.pem") : folder.Write("ca.pem", text);
        using ISecretStore store = Connect("https://127.0.0.1:1", path);
        (await store.AskAsync(new SecretQuery(AnyName), TestContext.Current.CancellationToken)).Verdict.ShouldBe(Verdict.Misconfigured);
        store.Calls.ShouldBe(0);
    }

    private protected static string Canary() => "canary" + Guid.NewGuid().ToString("N");

    private async Task ShouldBeUnreachableAsync(ISecretStore store, string cause)
    {
        StoreAnswer answer = await store.AskAsync(new SecretQuery(AnyName), TestContext.Current.CancellationToken);
        answer.Verdict.ShouldBe(Verdict.Unreachable, answer.Cause);
        answer.Cause.ShouldContain(cause);
    }
}
