namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>A Vault has many mounts, and a store of the declaration names one: what says another one is asked for there.</summary>
public sealed class VerifyMountsTests : IDisposable
{
    private readonly Sandbox _box = new();
    private readonly LoopbackApi _vault = new(path => path.Split('?')[0]["/v1/".Length..] switch
    {
        var asked when asked.StartsWith("sys/internal/ui/mounts/", StringComparison.Ordinal) => asked.Split('/')[4] is var mount && mount is "kv" or "team"
            ? (200, $$$$"""{"data":{"path":"{{{{mount}}}}/","type":"kv","options":{"version":"2"}}}""") : (403, """{"errors":["preflight capability check returned 403, please ensure client's policies grant access to path"]}"""),
        "kv/metadata/shop/db" or "team/metadata/mail" => (200, """{"data":{"current_version":1,"versions":{"1":{"created_time":"2026-01-01T00:00:00Z","deletion_time":"","destroyed":false}}}}"""),
        "auth/token/lookup-self" => (200, """{"data":{"policies":["default"]}}"""),
        _ => null,
    });

    public void Dispose()
    {
        _vault.Dispose();
        _box.Dispose();
    }

    [Theory]
    [InlineData("a.yaml", "apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultStaticSecret\nmetadata: { name: a }\nspec: { mount: team, type: kv-v2, path: ‹name›, destination: { name: a, create: true } }\n")]
    [InlineData("a.yaml", "apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a }\nspec: { provider: { vault: { server: '‹address›', path: team } } }\n---\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: a }\nspec: { secretStoreRef: { name: a }, data: [{ secretKey: a, remoteRef: { key: ‹name› } }] }\n")]
    [InlineData("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: a, annotations: { vault.hashicorp.com/agent-inject: \"true\", vault.hashicorp.com/agent-inject-secret-a: team/data/‹name› } }\nspec: { containers: [{ name: a, image: a }] }\n")]
    [InlineData("a.sh", "vault kv get team/‹name›\n")]
    [InlineData("a.sh", "vault kv get -mount=team ‹name›\n")]
    [InlineData("a.tf", "data \"vault_kv_secret_v2\" \"a\" {\n  mount = \"team\"\n  name  = \"‹name›\"\n}\n")]
    [InlineData(".gitlab-ci.yml", "a: { secrets: { A: { vault: { engine: { name: kv-v2, path: team }, path: ‹name› } } }, script: [a] }\n")]
    public void ReferenceToAnotherMount_IsAskedForThere(string path, string text)
    {
        Sandbox.Outcome Run(string name)
        {
            _box.Write("secretguard.yml", $"version: 1\nstores: {{ vault: {{ type: hashicorp-vault, address: '{_vault.Address}', mount: kv, version: \"2\" }} }}\nsecrets: {{ shop/db: {{}} }}\n");
            _box.Write(path, text.Replace("‹name›", name, StringComparison.Ordinal).Replace("‹address›", _vault.Address, StringComparison.Ordinal)).Commit();
            return _box.Run(["verify", "--no-lint"], null, [("VAULT_TOKEN", _box.Secret())]);
        }

        Sandbox.Outcome there = Run("mail");
        there.ExitCode.ShouldBe(0, there.Output + there.Error);
        _vault.Requests.ShouldContain("/v1/team/metadata/mail");
        Sandbox.Outcome gone = Run("gone");
        gone.ExitCode.ShouldBe(1, gone.Output + gone.Error);
        gone.Output.ShouldContain("the engine at 'team' has no 'gone'");
    }
}
