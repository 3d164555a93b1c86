using System.Security.Cryptography.X509Certificates;
using SecretGuard.Inventories;
using SecretGuard.Stores.Tests.Contract;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Vault;

namespace SecretGuard.Stores.Tests.Vault;

public sealed class VaultContract : RemoteStoreContract
{
    private readonly FakeVault _vault = new();

    public override string StoreType => StoreTypes.Vault;

    private protected override async Task<StoreWorld> CreateAsync()
    {
        LoopbackServer server = await _vault.StartAsync();
        return new StoreWorld
        {
            Store = Connect(server.Address, null),
            Server = server,
            Present = "secret/app/database",
            Start = "secret/app/",
            Field = "password",
            Missing = "secret/app/not-there",
            Canaries = [_vault.Value, _vault.Token],
        };
    }

    private protected override ISecretStore Connect(string address, string? authorities) =>
        new VaultStore(new VaultSettings(address, VaultLogin.WithToken(_vault.Token)) { AuthoritiesFile = authorities, Timeout = Timeout });

    private protected override Task<LoopbackServer> ServeAsync(X509Certificate2? certificate) => _vault.StartAsync(certificate);
}
