using System.Security.Cryptography.X509Certificates;
using SecretGuard.Inventories;
using SecretGuard.Stores.Azure;
using SecretGuard.Stores.Tests.Contract;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Azure;

public sealed class KeyVaultContract : RemoteStoreContract
{
    private readonly FakeKeyVault _vault = new();

    public override string StoreType => StoreTypes.AzureKeyVault;

    private protected override string AnyName => "a";

    private protected override async Task<StoreWorld> CreateAsync()
    {
        // Azure's client sends a token by TLS only.
        var folder = new TemporaryFolder();
        X509Certificate2 certificate = TestCertificates.Make();
        LoopbackServer server = await _vault.StartAsync(certificate);
        return new StoreWorld
        {
            Store = Connect(server.Address, folder.Write("ca.pem", certificate.ExportCertificatePem())),
            Server = server,
            Present = "db",
            Field = "password",
            Missing = "not-there",
            Canaries = [_vault.Value, _vault.Token],
            Extra = folder,
        };
    }

    private protected override ISecretStore Connect(string address, string? authorities) =>
        new KeyVaultStore(new KeyVaultSettings(address) { AuthoritiesFile = authorities, IsEmulator = true, Token = _vault.Credential(), Timeout = Timeout });

    private protected override Task<LoopbackServer> ServeAsync(X509Certificate2? certificate) => _vault.StartAsync(certificate);
}
