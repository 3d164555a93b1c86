using System.Security.Cryptography.X509Certificates;
using SecretGuard.Inventories;
using SecretGuard.Stores.Kubernetes;
using SecretGuard.Stores.Tests.Contract;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Kubernetes;

public sealed class KubernetesContract : RemoteStoreContract
{
    private readonly FakeKubernetes _cluster = new();

    public override string StoreType => StoreTypes.Kubernetes;

    private protected override async Task<StoreWorld> CreateAsync()
    {
        LoopbackServer server = await _cluster.StartAsync();
        return new StoreWorld
        {
            Store = Connect(server.Address, null),
            Server = server,
            Present = "default/db",
            Start = "default/",
            Field = "password",
            Missing = "default/not-there",
            Canaries = [_cluster.Value, _cluster.Token],
        };
    }

    private protected override ISecretStore Connect(string address, string? authorities)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("config", $"""
            current-context: c
            contexts: [{"{"}name: c, context: {"{"}cluster: k, user: u{"}"}{"}"}]
            users: [{"{"}name: u, user: {"{"}token: {_cluster.Token}{"}"}{"}"}]
            clusters:
            - name: k
              cluster:
                server: {address}
                {(authorities is null ? "" : "certificate-authority: " + authorities)}
            """);
        return new KubernetesStore(Kubeconfig.Read([file]), Timeout);
    }

    private protected override Task<LoopbackServer> ServeAsync(X509Certificate2? certificate) => _cluster.StartAsync(certificate);
}
