using System.Security.Cryptography.X509Certificates;
using SecretGuard.Inventories;
using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Tests.Contract;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Aws;

public sealed class SecretsManagerContract : RemoteStoreContract
{
    private readonly FakeSecretsManager _aws = new() { Token = "token" + Guid.NewGuid().ToString("N") };

    public override string StoreType => StoreTypes.AwsSecretsManager;

    private protected override async Task<StoreWorld> CreateAsync()
    {
        LoopbackServer server = await _aws.StartAsync();
        return new StoreWorld
        {
            Store = Connect(server.Address, null),
            Server = server,
            Present = "app/database",
            Field = "password",
            Missing = "app/not-there",
            Canaries = [_aws.Value, _aws.SecretKey, _aws.Token!],
        };
    }

    private protected override ISecretStore Connect(string address, string? authorities) =>
        new SecretsManagerStore(_aws.Settings(address) with { AuthoritiesFile = authorities, Timeout = Timeout });

    private protected override Task<LoopbackServer> ServeAsync(X509Certificate2? certificate) => _aws.StartAsync(certificate);
}

public sealed class ParameterStoreContract : RemoteStoreContract
{
    private readonly FakeParameterStore _aws = new();

    public override string StoreType => StoreTypes.AwsSsm;

    private protected override async Task<StoreWorld> CreateAsync()
    {
        LoopbackServer server = await _aws.StartAsync();
        return new StoreWorld
        {
            Store = Connect(server.Address, null),
            Server = server,
            Present = "/app/database",
            Field = "password",
            Missing = "/app/not-there",
            Canaries = [_aws.Value, _aws.SecretKey],
        };
    }

    private protected override ISecretStore Connect(string address, string? authorities) =>
        new ParameterStore(_aws.Settings(address) with { AuthoritiesFile = authorities, Timeout = Timeout });

    private protected override Task<LoopbackServer> ServeAsync(X509Certificate2? certificate) => _aws.StartAsync(certificate);
}
