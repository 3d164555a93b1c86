using System.Security.Cryptography.X509Certificates;
using SecretGuard.Inventories;
using SecretGuard.Stores.GitHub;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Tests.Contract;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.GitHub;

public sealed class GitHubContract : RemoteStoreContract
{
    private readonly FakeGitHub _hub = new();

    public override string StoreType => StoreTypes.GitHubActions;

    private protected override bool AsksEachTime => false;

    private protected override async Task<StoreWorld> CreateAsync()
    {
        LoopbackServer server = await _hub.StartAsync();
        return new StoreWorld { Store = Connect(server.Address, null), Server = server, Present = "DB_PASSWORD", Field = "x", Missing = "NOT_THERE", Canaries = [_hub.Token] };
    }

    private protected override ISecretStore Connect(string address, string? authorities) =>
        new GitHubStore(new GitHubSettings("shop/web") { Address = address, AuthoritiesFile = authorities, Credential = HttpCredential.Bearer(_hub.Token), Timeout = Timeout });

    private protected override Task<LoopbackServer> ServeAsync(X509Certificate2? certificate) => _hub.StartAsync(certificate);
}
