using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Tests;

/// <summary>What a repository refers to, and the ways of its secrets.</summary>
public sealed class ReferenceTests
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: backend, namespace: shop }
        spec:
          template:
            spec:
              containers:
                - name: api
                  env:
                    - name: DB__PASSWORD
                      valueFrom: { secretKeyRef: { name: db, key: password } }
                    - name: MAIL__TOKEN
                      valueFrom: { secretKeyRef: { name: mail, key: token } }
        """;

    private const string Stores = """
        apiVersion: external-secrets.io/v1
        kind: ClusterSecretStore
        metadata: { name: main }
        spec: { provider: { vault: { server: "https://vault.example.net", path: kv } } }
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: { name: db, namespace: shop }
        spec:
          secretStoreRef: { name: main, kind: ClusterSecretStore }
          data:
            - secretKey: password
              remoteRef: { key: kv/data/shop/db, property: password }
        """;

    private static Sandbox Repository()
    {
        var box = new Sandbox();
        box.Write("deploy/backend.yaml", Deployment);
        box.Write("deploy/stores.yaml", Stores);
        box.Write("src/Shop.csproj", "<Project />");
        box.Write(".gitignore", "obj/\n");
        box.Write("src/obj/secretguard.inventory.json", InventoryFormat.Write(
            [new(new(StoreTypes.Configuration, ReferenceKinds.Configuration, "Db:Password") { IsSecret = true, Via = "IConfiguration" }, new Location("src/Program.cs", 5, 9, 5, 22), "Shop")]));
        box.Commit();
        return box;
    }

    [Fact]
    public void Refs_ListsEveryPlaceByItsFile()
    {
        using Sandbox box = Repository();
        Sandbox.Outcome listed = box.Run("refs");
        listed.ExitCode.ShouldBe(0, listed.Error);
        listed.Output.ReplaceLineEndings("\n").ShouldBe("""
            deploy/backend.yaml:11 kubernetes db#password in shop → environment DB__PASSWORD  [Deployment/backend]
            deploy/backend.yaml:13 kubernetes mail#token in shop → environment MAIL__TOKEN  [Deployment/backend]
            deploy/stores.yaml:13 hashicorp-vault kv/shop/db#password at https://vault.example.net → kubernetes db#password in shop  [ExternalSecret/db]
            src/Program.cs:5 configuration Db:Password  [Shop]
            4 references, 4 names, 3 files

            """.ReplaceLineEndings("\n"));
        box.Run("refs", "--threads", "1").Output.ShouldBe(listed.Output);
        box.Run("refs", "deploy/stores.yaml").Output.ShouldContain("1 reference, 1 name, 1 file");
        box.Run("refs", "--exclude", "deploy/**").Output.ShouldContain("src/Program.cs:5");
    }

    [Fact]
    public void Trace_LeadsFromTheCodeToTheStore()
    {
        using Sandbox box = Repository();
        Sandbox.Outcome traced = box.Run("trace", "DB:PASSWORD");
        traced.ExitCode.ShouldBe(0, traced.Error);
        traced.Output.ReplaceLineEndings("\n").ShouldBe("""
            configuration Db:Password  src/Program.cs:5 [Shop]
            └─ environment DB__PASSWORD
               └─ kubernetes db#password in shop  deploy/backend.yaml:11 [Deployment/backend]
                  └─ hashicorp-vault kv/shop/db#password at https://vault.example.net  deploy/stores.yaml:13 [ExternalSecret/db]

            """.ReplaceLineEndings("\n"));
        box.Run("trace", "kv/shop/db").Output.ShouldBe(traced.Output);
    }

    [Fact]
    public void BrokenWay_Is1AndNamesTheHop()
    {
        using Sandbox box = Repository();
        Sandbox.Outcome traced = box.Run("trace", "MAIL__TOKEN", "--format", "json");
        traced.ExitCode.ShouldBe(1, traced.Error);
        using JsonDocument document = JsonDocument.Parse(traced.Output);
        JsonElement hop = document.RootElement.GetProperty("ways")[0].GetProperty("sources")[0];
        hop.GetProperty("name").GetString().ShouldBe("mail");
        hop.GetProperty("broken").GetBoolean().ShouldBeTrue();
        box.Run("trace", "NOBODY").ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(1), outcome => outcome.Output.ShouldBe("nothing here refers to 'NOBODY'" + Environment.NewLine));
        box.Run("trace", "MAIL__TOKN").Output.ShouldContain("did you mean 'MAIL__TOKEN'?");
    }

    [Fact]
    public void WhatCannotBeRead_Is3AndTheRestIsTold()
    {
        using Sandbox box = Repository();
        box.Write("deploy/broken.yaml", "apiVersion: v1\nkind: Secret\n  data: [\n");
        box.Write("src/obj/secretguard.inventory.json", "{");
        Sandbox.Outcome listed = box.Run("refs");
        listed.ExitCode.ShouldBe(3);
        listed.Output.ShouldContain("not read: deploy/broken.yaml:3: this is no YAML");
        listed.Output.ShouldContain("not read: src/obj/secretguard.inventory.json");
        listed.Output.ShouldContain("3 references");
        box.Run("trace", "DB__PASSWORD").ExitCode.ShouldBe(3);
        box.Run("refs", "--max-file-size", "100").Output.ShouldContain("it is larger than 100 B");
    }

    [Theory]
    [InlineData("mermaid", "flowchart LR\n", "[\"hashicorp-vault<br/>kv/shop/db#35;password\"]", ":::broken")]
    [InlineData("dot", "digraph secrets {\n", "hashicorp-vault\\nkv/shop/db#password", "color=red")]
    [InlineData("html", "<!DOCTYPE html>\n", "kv/shop/db#password", "nothing fills it")]
    public void Graph_DrawsAllWays(string format, string head, string store, string broken)
    {
        using Sandbox box = Repository();
        Sandbox.Outcome drawn = box.Run("graph", "--format", format);
        drawn.ExitCode.ShouldBe(0, drawn.Error);
        drawn.Output.ReplaceLineEndings("\n").ShouldStartWith(head);
        drawn.Output.ShouldContain(store);
        drawn.Output.ShouldContain(broken);
        box.Run("graph", "--format", format, "--output", "out/drawn").ExitCode.ShouldBe(0);
        box.Read("out/drawn").ReplaceLineEndings("\n").ShouldBe(drawn.Output.ReplaceLineEndings("\n"));
        box.Run("graph", "--format", "dott").Error.ShouldContain("did you mean 'dot'?");
    }

    [Fact]
    public void SyntaxOfTheUsersOwn_IsReadAsDeclared()
    {
        using var box = new Sandbox();
        box.Write("configs/secrets/vault.yaml", """
            vault:
              address: ${VAULT_ADDR}
              secrets:
                - path: secret/data/agent/api-keys
                  key: api_key
                - path: secret/data/agent/db
                  key: db_password
            """);
        box.Write("src/app.ts", "const key = secret('OPENAI_KEY');\n");
        box.Write("secretguard.yml", """
            extractors:
              vault-yaml: { files: configs/secrets/vault.yaml, store: hashicorp-vault, items: "vault.secrets[*]", secret: path, property: key }
              calls: { files: "**/*.ts", store: azure-key-vault, pattern: "secret\\('(?<name>\\w+)'\\)", transform: underscore-to-hyphen-lower }
            """).Commit();
        Sandbox.Outcome listed = box.Run("refs");
        listed.Output.ReplaceLineEndings("\n").ShouldContain("configs/secrets/vault.yaml:4 hashicorp-vault secret/data/agent/api-keys#api_key");
        listed.Output.ShouldContain("src/app.ts:1 azure-key-vault openai-key");
        box.Write("secretguard.yml", "extractors: { calls: { files: a.ts, store: environment, pattern: x } }\n");
        Sandbox.Outcome refused = box.Run("refs");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("secretguard.yml(1,15): extractor 'calls': 'x' has no group (?<name>…), which says what the secret is called");
    }

    [Fact]
    public void ProjectThatWroteNothing_IsTold()
    {
        using Sandbox box = Repository();
        box.Write("other/Other.fsproj", "<Project />");
        box.Write("other/Mail.csproj", "<Project />");
        box.Run("refs").Error.ShouldContain("C# of 1 project read without a compiler");
        box.Run("refs", "--inventory", "nowhere.json").ExitCode.ShouldBe(2);
        box.Write("elsewhere.json", InventoryFormat.Write([new(new(StoreTypes.Environment, ReferenceKinds.Variable, "FROM_ELSEWHERE"), new Location("a.cs", 1, 1, 1, 2), "Mail")]));
        box.Run("refs", "--inventory", "elsewhere.json").Output.ShouldContain("FROM_ELSEWHERE");
    }

    /// <summary>What a package manager brought is not what this repository needs; a folder that is only called so is its own.</summary>
    [Fact]
    public void FilesOfPackages_AreLeftOut_UnlessTheyAreAskedFor()
    {
        using var box = new Sandbox();
        string[] own = ["src/vendor/run.sh", "a.sh"], others = ["web/node_modules/x/run.sh", "vendor/github.com/x/run.sh", "php/vendor/x/run.sh", "mon/vendor/x/run.sh", "go/vendor/x/run.sh"];
        box.Write("php/vendor/autoload.php", "<?php\n").Write("mon/jsonnetfile.lock.json", "{}\n").Write("go/vendor/modules.txt", "# x\n");
        foreach (string path in own.Concat(others))
        {
            box.Write(path, $"vault kv get secret/{path.Replace('/', '-')}\n");
        }

        box.Commit();
        Sandbox.Outcome refs = box.Run("refs");
        Names(refs).ShouldBe(own, ignoreOrder: true);
        refs.Error.ShouldContain("7 files left out that package managers brought (go/vendor, mon/vendor, php/vendor and 2 more); '--all-files' reads them");
        Names(box.Run("refs", "--all-files")).ShouldBe(own.Concat(others), ignoreOrder: true);
        Names(box.Run("refs", "web/node_modules/x")).ShouldBe([others[0]]);
        Names(box.Run("refs", "php")).ShouldBeEmpty();
        box.Run("lint").Error.ShouldContain("left out");

        static string[] Names(Sandbox.Outcome outcome) => [.. outcome.Output.Split('\n').Where(line => line.Contains(" hashicorp-vault ", StringComparison.Ordinal)).Select(line => line.Split(':')[0])];
    }
}
