using System.Text.Json;

namespace SecretGuard.Cli.Tests.Accessing;

/// <summary><c>secretguard access</c> and <c>secretguard policy generate</c>: who may read what by the files alone, and the least that somebody needs.</summary>
public sealed class AccessTests
{
    private const string Declared = """
        version: 1
        stores:
          vault: { type: hashicorp-vault, address: https://vault.example, mount: kv, version: v2 }
          aws: { type: aws-secrets-manager, region: eu-west-1 }
          keys: { type: azure-key-vault, address: "https://kv-shop.vault.azure.net/" }
        secrets:
          db: { store: vault, name: shop/db, consumers: [Deployment/api] }
          mail: { store: aws, name: shop/mail, consumers: [reporting] }
          pay: { store: keys, name: pay }
        """;

    private const string Manifests = """
        apiVersion: external-secrets.io/v1
        kind: SecretStore
        metadata: { name: vault, namespace: shop }
        spec:
          provider:
            vault: { server: "https://vault.example", path: kv, version: v2, auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: reader } } } }
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: { name: db, namespace: shop }
        spec:
          secretStoreRef: { kind: SecretStore, name: vault }
          target: { name: db }
          data: [{ secretKey: password, remoteRef: { key: shop/db, property: password } }]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: api, namespace: shop }
        spec:
          template:
            spec:
              serviceAccountName: api
              containers: [{ name: api, env: [{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }] }]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: { name: looks, namespace: shop }
        rules: [{ apiGroups: [""], resources: [secrets], verbs: [get, list] }]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: { name: looks, namespace: shop }
        roleRef: { kind: Role, name: looks }
        subjects: [{ kind: ServiceAccount, name: api, namespace: shop }]
        """;

    private const string Terraform = """
        resource "aws_kms_key" "own" {}
        resource "aws_secretsmanager_secret" "mail" {
          name       = "shop/mail"
          kms_key_id = aws_kms_key.own.arn
        }
        resource "aws_iam_role_policy" "mail" {
          role   = aws_iam_role.mail.id
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = "${aws_secretsmanager_secret.mail.arn}" }]
          })
        }
        resource "vault_kubernetes_auth_backend_role" "shop" {
          backend                          = "kubernetes"
          role_name                        = "shop"
          bound_service_account_names      = ["reader"]
          bound_service_account_namespaces = ["shop"]
          token_policies                   = ["shop"]
        }
        module "more" { source = "./more" }
        """;

    private static Sandbox Repository()
    {
        var box = new Sandbox();
        return box.Write("secretguard.yml", Declared).Write("deploy/shop.yaml", Manifests).Write("infra/main.tf", Terraform)
            .Write("policies/shop.hcl", "path \"kv/data/shop/*\" { capabilities = [\"read\"] }\npath \"kv/metadata/shop/*\" { capabilities = [\"list\", \"delete\"] }\npath \"kv/data/old/x\" { capabilities = [\"read\"] }\n");
    }

    [Fact]
    public void Access_TellsWhoMayAndWhoUses()
    {
        using Sandbox box = Repository();
        Sandbox.Outcome told = box.Run("access", "--report", "json=access.json", "--report", "markdown=access.md", "--report", "html=access.html");
        told.ExitCode.ShouldBe(0, told.Error);
        told.Output.ReplaceLineEndings("\n").ShouldMatchApproved(settings => settings.SubFolder("../Approved").NoDiff());
        JsonElement json = JsonDocument.Parse(box.Read("access.json")).RootElement;
        json.GetProperty("secrets").EnumerateArray().Select(secret => secret.GetProperty("name").GetString()).ShouldBe(["db", "mail", "pay"]);
        box.Read("access.md").ReplaceLineEndings("\n").ShouldMatchApproved(settings => settings.SubFolder("../Approved").NoDiff().WithDiscriminator("markdown"));
        string page = box.Read("access.html").ReplaceLineEndings("\n");
        page[page.IndexOf("<body", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)].ShouldMatchApproved(settings => settings.SubFolder("../Approved").NoDiff().WithDiscriminator("html"));
    }

    [Fact]
    public void Access_IsNarrowedByNameAndPrincipal()
    {
        using Sandbox box = Repository();
        box.Run("access", "mail").Output.ShouldSatisfyAllConditions(text => text.ShouldContain("aws_iam_role.mail"), text => text.ShouldNotContain("kv/shop/db"));
        box.Run("access", "--who", "shop/reader").Output.ShouldSatisfyAllConditions(text => text.ShouldContain("SecretStore/vault"), text => text.ShouldNotContain("aws_iam_role"));
        foreach ((string[] line, string error) in ((string[], string)[])[(["mial"], "no secret is called 'mial'; did you mean 'mail'?"), (["--who", "nobody-at-all"], "--who: nobody here is called"), (["--who", "[a"], "--who: ")])
        {
            box.Run(["access", .. line]).ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(2), outcome => outcome.Error.ShouldContain(error));
        }
    }

    [Fact]
    public void ServiceAccount_IsAConsumerByWhatRunsAsIt()
    {
        using Sandbox box = Repository();
        box.Write("secretguard.yml", Declared.Replace("consumers: [Deployment/api]", "consumers: [ServiceAccount/shop/api, ServiceAccount/nobody]", StringComparison.Ordinal));
        Sandbox.Outcome told = box.Run("access", "db");
        told.Output.ShouldSatisfyAllConditions(text => text.ShouldContain("used by Deployment/api"), text => text.ShouldNotContain("used by ServiceAccount/shop/api"), text => text.ShouldContain("used by ServiceAccount/nobody"));
    }

    [Fact]
    public void Check_Is1_WhereSomebodyUsesWhatIsNotGranted()
    {
        using Sandbox box = Repository();
        box.Run("access", "--check").ExitCode.ShouldBe(0);
        box.Write("policies/shop.hcl", "path \"kv/data/other/*\" { capabilities = [\"read\"] }\n");
        box.Run("access").ExitCode.ShouldBe(0);
        box.Run("access", "--check").ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(1), outcome => outcome.Output.ShouldContain("not granted"));
    }

    [Fact]
    public void Policy_IsTheLeastInTheStoresLanguage()
    {
        using Sandbox box = Repository();
        string Of(params string[] line)
        {
            Sandbox.Outcome made = box.RunWhole(["policy", "generate", .. line]);
            made.ExitCode.ShouldBe(0, made.Error);
            return made.Output.ReplaceLineEndings("\n");
        }

        Of("SecretStore/vault").ShouldBe("# vault (https://vault.example)\npath \"kv/data/shop/db\" { capabilities = [\"read\"] }\n");
        Of("Deployment/api", "--type", "kubernetes").ShouldContain("  resourceNames: [db]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: api-secrets\n  namespace: shop\n");
        box.Run("policy", "generate", "Deployment/api", "--type", "kubernetes").Error.ShouldContain("is read by SecretStore/vault, which needs a policy of its own");
        Of("reporting", "--output", "policy.json").ShouldBeEmpty();
        JsonElement statements = JsonDocument.Parse(box.Read("policy.json")).RootElement.GetProperty("Statement");
        statements.EnumerateArray().Select(one => $"{one.GetProperty("Action").GetString()} {one.GetProperty("Resource")[0].GetString()}").ShouldBe(
            ["secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:*:secret:shop/mail-??????", "kms:Decrypt ${aws_kms_key.own.arn}"]);
    }

    [Fact]
    public void Policy_OfNobody_Is2()
    {
        using Sandbox box = Repository();
        foreach ((string[] line, string error) in ((string[], string)[])
        [
            (["SecretStore/valt"], "did you mean 'SecretStore/vault'?"), (["vault"], "did you mean 'SecretStore/vault'?"), (["SecretStore/vault", "--type", "aim"], "did you mean 'iam'?"), (["SecretStore/vault", "--type", "azure"], "there is no policy to write"),
        ])
        {
            box.Run(["policy", "generate", .. line]).ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(2), outcome => outcome.Error.ShouldContain(error), outcome => outcome.Output.ShouldBeEmpty());
        }
    }

    [Theory]
    [InlineData("agentaskit", "policies/agentaskit-secrets.hcl")]
    [InlineData("ameide", "infra/terraform/azure/main.tf")]
    [InlineData("mindwell", "infra/terraform/")]
    [InlineData("qualisys", "infrastructure/terraform/secrets/iam.tf")]
    public void TeamSample_TellsItsGrants(string team, string place)
    {
        using var box = new Sandbox();
        string folder = Path.Combine(Sandbox.Repository, "samples", "teams", team);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            box.Write(Path.GetRelativePath(folder, file), File.ReadAllText(file));
        }

        Sandbox.Outcome told = box.Run("access");
        told.ExitCode.ShouldBe(0, told.Error);
        told.Output.ShouldContain(place);
    }
}
