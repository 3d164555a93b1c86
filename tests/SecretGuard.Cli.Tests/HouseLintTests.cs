namespace SecretGuard.Cli.Tests;

/// <summary>Rules of the house in a repository: files that are not read for references count, and a part of a repository says nothing of the rest.</summary>
public sealed class HouseLintTests
{
    private const string Declared = """
        version: 1
        exclude: [gen]
        environments: { dev: , prod: }
        stores:
          runtime: { type: azure-key-vault, address: "https://kv-shop-${ENV}.vault.azure.net/" }
          upstream: { type: aws-secrets-manager, region: eu-west-1, prefix: "shop/${ENV}/" }
        secrets:
          db: { store: runtime, evidence: [gen/db.md, docs], consumers: [api] }
          mail: { store: runtime, evidence: [../outside.md] }
        assertions:
          - { subset: "gen/a.yaml#$.x[*]", of: "b.json#$.x[*]", reason: b has all }
        """;

    private static Sandbox Repository()
    {
        var box = new Sandbox();
        box.Write("secretguard.yml", Declared).Write("gen/db.md", "# db\n").Write("docs/a.md", "# a\n").Write("gen/a.yaml", "x:\n  - one\n  - two\n").Write("b.json", """{ "x": ["one"] }""");
        box.Write("run.sh", "aws secretsmanager describe-secret --region eu-west-1 --secret-id shop/dev/db\naz keyvault secret show --vault-name kv-shop-dev --name db --query id\n").Commit();
        return box;
    }

    [Fact]
    public void Lint_TellsWhatTheDeclarationAsksFor()
    {
        using Sandbox box = Repository();
        string told = box.Run("lint", "--rule", "house-*", "--rule", "secret-undeclared").Output;
        told.ShouldContain("1:67 medium Secret is asked for in a store that is not to hold it [house-store-foreign] SG3603");
        told.ShouldContain("why: its store of record is 'runtime'; what 'upstream' has under this name follows nobody");
        told.ShouldContain("'../outside.md' is not in this repository");
        told.ShouldContain("why: nothing here is called 'api'");
        told.ShouldContain("3:5 medium Lists that must agree do not [house-lists-differ] SG3610");
        told.ShouldContain("why: 'two' is not in b.json#$.x[*] (b has all)");
        told.ShouldContain(": 4 findings");
        box.Run("inventory", "check").Output.ShouldContain("[secret-undeclared] SG3001");
    }

    [Fact]
    public void APartOfARepository_SaysNothingOfTheRest()
    {
        using Sandbox box = Repository();
        string told = box.Run("lint", "docs", "--rule", "house-*").Output;
        told.ShouldNotContain("SG3604");
        told.ShouldNotContain("SG3611");
        told.ShouldContain("SG3607");
    }

    [Fact]
    public void VerifyOfAChange_TellsWhatItBrings()
    {
        using Sandbox box = Repository();
        box.Run("verify", "--diff", "HEAD", "--on-unreachable", "skip").Output.ShouldNotContain("SG36");
        box.Write("gen/a.yaml", "x:\n  - one\n  - two\n  - three\n");
        File.Delete(Path.Combine(box.Root, "gen/db.md"));
        string told = box.Run("verify", "--diff", "HEAD", "--on-unreachable", "skip").Output;
        told.ShouldContain("'three' is not in b.json");
        told.ShouldNotContain("'two' is not in b.json");
        told.ShouldContain("'gen/db.md' is not in this repository");
        told.ShouldNotContain("outside");
    }
}
