using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Identity;
using SecretGuard.Stores.Azure;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Azure;

/// <summary>The credentials of Azure's own library, against an authority in this process.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly FakeKeyVault _vault = new();
    private readonly FakeAuthority _entra;
    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _certificate = TestCertificates.Make();
    private readonly HttpClientTransport _transport;
    private LoopbackServer _server = null!, _authority = null!;

    public SignInTests()
    {
        _entra = new FakeAuthority(_vault);
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString() == _certificate.GetCertHashString();
        _transport = new HttpClientTransport(handler);
    }

    public async ValueTask InitializeAsync()
    {
        _server = await _vault.StartAsync(_certificate);
        _authority = await _entra.StartAsync(_certificate);
        _vault.Authority = _authority.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _transport.Dispose();
        await _server.DisposeAsync();
        await _authority.DisposeAsync();
        _certificate.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task ClientSecret_SignsInToTheTenantOfTheChallenge()
    {
        using KeyVaultStore store = Open(_entra.ClientSecret);
        StoreAnswer answer = await AskAsync(store, "db");
        answer.Verdict.ShouldBe(Verdict.Present, answer.Cause);
        (await AskAsync(store, "off")).Verdict.ShouldBe(Verdict.Disabled);
        _authority.Requests.ShouldHaveSingleItem().ShouldBe($"POST /{_vault.Tenant}/oauth2/v2.0/token");
    }

    [Fact]
    public async Task WrongSecret_IsUnauthenticated_AndNotQuoted()
    {
        string secret = Guid.NewGuid().ToString("N");
        using KeyVaultStore store = Open(secret);
        StoreAnswer answer = await AskAsync(store, "db");
        (answer.Verdict, answer.Problem!.IsStoreWide).ShouldBe((Verdict.Unauthenticated, true));
        answer.ToString().ShouldNotContain(secret);
    }

    [Theory]
    [InlineData(400, "AADSTS90002", Verdict.Misconfigured)]
    [InlineData(400, "AADSTS7000222", Verdict.Unauthenticated)]
    [InlineData(429, "temporarily_unavailable", Verdict.Throttled)]
    [InlineData(503, "temporarily_unavailable", Verdict.Unreachable)]
    public async Task Refusal_HasItsVerdict(int status, string code, Verdict expected)
    {
        _entra.Problem = (status, code);
        using KeyVaultStore store = Open(_entra.ClientSecret);
        (await AskAsync(store, "db")).Verdict.ShouldBe(expected);
    }

    [Fact]
    public async Task AuthorityThatIsGone_IsUnreachable()
    {
        // Bound, so that nobody else gets the port, and not listened at.
        using var gone = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        gone.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _vault.Authority = $"https://{gone.LocalEndPoint}";
        using KeyVaultStore store = Open(_entra.ClientSecret, _vault.Authority);
        StoreAnswer answer = await AskAsync(store, "db");
        (answer.Verdict, answer.Problem!.IsTransient).ShouldBe((Verdict.Unreachable, true), answer.Cause);
    }

    [Theory]
    [InlineData("https://shop.vault.azure.net", "https://login.microsoftonline.com/")]
    [InlineData("https://shop.vault.azure.cn", "https://login.chinacloudapi.cn/")]
    [InlineData("https://shop.vault.usgovcloudapi.net", "https://login.microsoftonline.us/")]
    [InlineData("nothing", "https://login.microsoftonline.com/")]
    public void Authority_IsThatOfTheCloud(string vault, string expected)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("AZURE_AUTHORITY_HOST") is null, "the environment names another");
        AzureCredentials.AuthorityOf(new KeyVaultSettings(vault)).AbsoluteUri.ShouldBe(expected);
        AzureCredentials.AuthorityOf(new KeyVaultSettings(vault) { AuthorityHost = new Uri("https://login.example") }).Host.ShouldBe("login.example");
    }

    [Theory]
    [InlineData("default", AzureCredentialKind.Default)]
    [InlineData("environment", AzureCredentialKind.Environment)]
    [InlineData("managed-identity", AzureCredentialKind.ManagedIdentity)]
    [InlineData("workload-identity", AzureCredentialKind.WorkloadIdentity)]
    [InlineData("azure-cli", AzureCredentialKind.AzureCli)]
    [InlineData("password", null)]
    public void Kind_HasItsName(string name, AzureCredentialKind? expected)
    {
        KeyVaultSettings.KindOf(name).ShouldBe(expected);
        if (expected is { } kind)
        {
            AzureCredentials.Of(new KeyVaultSettings("https://shop.vault.azure.net") { Credential = kind, ClientId = Guid.NewGuid().ToString(), Tenant = "example.com" }, () => { }).ShouldNotBeNull();
        }
    }

    private KeyVaultStore Open(string secret, string? authority = null)
    {
        var options = new ClientSecretCredentialOptions { AuthorityHost = new Uri(authority ?? _authority.Address), DisableInstanceDiscovery = true, Transport = _transport };
        options.Retry.MaxRetries = 0;
        return new KeyVaultStore(new KeyVaultSettings(_server.Address)
        {
            AuthoritiesFile = _folder.Write("ca.pem", _certificate.ExportCertificatePem()),
            IsEmulator = true,
            Token = new ClientSecretCredential(_vault.Tenant, Guid.NewGuid().ToString(), secret, options),
        });
    }

    private static Task<StoreAnswer> AskAsync(KeyVaultStore store, string name) => store.AskAsync(new SecretQuery(name), TestContext.Current.CancellationToken);
}
