using System.Security.Cryptography.X509Certificates;
using SecretGuard.Stores.Azure;
using SecretGuard.Stores.Local.Variables;
using SecretGuard.Stores.Tests.Azure;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Tests.Writing;

/// <summary>Content type and tags of secrets in a Key Vault, where something new is written.</summary>
public sealed class KeyVaultNotesTests : IAsyncLifetime
{
    private readonly FakeKeyVault _from = new(), _to = new();
    private readonly TemporaryFolder _folder = new();
    private readonly ValueInspector _inspector = new();
    private readonly List<LoopbackServer> _servers = [];
    private KeyVaultStore _source = null!, _target = null!;

    public async ValueTask InitializeAsync() => (_source, _target) = (await OpenAsync(_from), await OpenAsync(_to));

    public async ValueTask DisposeAsync()
    {
        _source.Dispose();
        _target.Dispose();
        _folder.Dispose();
        foreach (LoopbackServer server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task FromVaultToVault_TheyGoAlong_AndTagsThatStandStay()
    {
        Put(_from, "mail", "new", "text/plain", ("team", "shop"), ("env", "dev"), ("file-encoding", "base64"));
        WriteOutcome first = await CopyAsync(_source, "mail", "new", null);
        (first.State, first.Cause).ShouldBe((WriteState.Written, ""));
        Shown(_to).ShouldBe("text/plain env=dev file-encoding=base64 team=shop");

        Put(_to, "mail", "old", "application/json", ("env", "prod"), ("file-encoding", "utf-8"));
        WriteOutcome outcome = await CopyAsync(_source, "mail", "new", "old");
        outcome.State.ShouldBe(WriteState.Written);
        Shown(_to).ShouldBe("text/plain env=prod file-encoding=base64 team=shop");
        outcome.ToString().ShouldNotContain("shop");
    }

    [Fact]
    public async Task FromElsewhere_WhatStandsStays()
    {
        Put(_to, "mail", "old", "application/json", ("env", "prod"), ("file-encoding", "base64"));
        using var variables = new EnvironmentStore(() => [("mail", "new")]);
        (await CopyAsync(variables, "mail", "new", "old")).State.ShouldBe(WriteState.Written);
        Shown(_to).ShouldBe("application/json env=prod");
    }

    [Fact]
    public async Task MoreTagsThanAVaultTakes_LeaveThoseOut_ThatDoNotStand()
    {
        Put(_from, "mail", "new", null, [.. Enumerable.Range(0, 15).Select(i => ($"a{i:d2}", "x"))]);
        Put(_to, "mail", "old", null, ("z", "y"));
        (await CopyAsync(_source, "mail", "new", "old")).State.ShouldBe(WriteState.Written);
        (_to.Beside["mail"].Tags.Count, _to.Beside["mail"].Tags["z"]).ShouldBe((15, "y"));
    }

    private async Task<KeyVaultStore> OpenAsync(FakeKeyVault vault)
    {
        X509Certificate2 certificate = TestCertificates.Make();
        LoopbackServer server = await vault.StartAsync(certificate);
        _servers.Add(server);
        return new KeyVaultStore(new KeyVaultSettings(server.Address) { AuthoritiesFile = _folder.Write($"{_servers.Count}.pem", certificate.ExportCertificatePem()), IsEmulator = true, Token = vault.Credential() });
    }

    private static void Put(FakeKeyVault vault, string name, string value, string? type, params (string Name, string Text)[] tags)
    {
        vault.Written.GetOrAdd(name, _ => []).Add(value);
        vault.Beside[name] = (type, new SortedDictionary<string, string>(tags.ToDictionary(tag => tag.Name, tag => tag.Text, StringComparer.Ordinal), StringComparer.Ordinal));
    }

    private static string Shown(FakeKeyVault vault) => $"{vault.Beside["mail"].ContentType} {string.Join(' ', vault.Beside["mail"].Tags.Select(tag => $"{tag.Key}={tag.Value}"))}";

    private Task<WriteOutcome> CopyAsync(IValueStore from, string name, string value, string? standing) => new StoreWriter(from, _target, _inspector, new VerifierOptions())
        .CopyAsync(new SecretQuery(name), Facts(value), new SecretQuery("mail"), standing is null ? null : Facts(standing), TestContext.Current.CancellationToken);

    private ValueFacts Facts(string value) => _inspector.Look(SecretValue.Of(value));
}
