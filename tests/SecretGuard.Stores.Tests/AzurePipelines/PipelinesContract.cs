using System.Security.Cryptography.X509Certificates;
using SecretGuard.Inventories;
using SecretGuard.Stores.AzurePipelines;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Tests.Contract;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.AzurePipelines;

public sealed class PipelinesContract : RemoteStoreContract
{
    private readonly FakeDevOps _server = new();

    public override string StoreType => StoreTypes.AzurePipelines;

    private protected override bool AsksEachTime => false;

    private protected override async Task<StoreWorld> CreateAsync()
    {
        LoopbackServer server = await _server.StartAsync();
        return new StoreWorld { Store = Connect(server.Address, null), Server = server, Present = "common", Field = "DB_PASSWORD", Listed = "DB_PASSWORD", Missing = "NOT_THERE", Canaries = [_server.Token, _server.Value] };
    }

    private protected override ISecretStore Connect(string address, string? authorities) =>
        new PipelinesStore(new PipelinesSettings(address + "/shop", "My Project") { AuthoritiesFile = authorities, Credential = HttpCredential.Basic(_server.Token), Timeout = Timeout });

    private protected override Task<LoopbackServer> ServeAsync(X509Certificate2? certificate) => _server.StartAsync(certificate);
}
