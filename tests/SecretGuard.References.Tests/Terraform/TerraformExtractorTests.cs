using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Tests.Terraform;

/// <summary>Files of Terraform.</summary>
public sealed class TerraformExtractorTests
{
    [Fact]
    public void File_RefersAndProvides() => Mentions.In("main.tf", """
        # data "azurerm_key_vault_secret" "no" { name = "no" }
        data "azurerm_key_vault" "main" {
          name = "kv-main"
        }
        data "azurerm_key_vault_secret" "db" {
          name         = "db-conn" // why
          key_vault_id = data.azurerm_key_vault.main.id
        }
        resource "azurerm_key_vault_secret" "mail" {
          name         = "mail-${var.stage == "x" ? "}" : "b"}"
          value        = <<-EOT
            name = "inner"
          EOT
          key_vault_id = azurerm_key_vault.other.id
          tags         = { a = "b", c = { d = 1 } }
        }
        ephemeral "azurerm_key_vault_certificate" "c" { name = "cert" }
        resource "aws_secretsmanager_secret" "s" {
          /* name = "x" */
          name = "shop/db"
        }
        resource "aws_secretsmanager_secret_version" "s" {
          secret_id     = aws_secretsmanager_secret.s.id
          secret_string = jsonencode({ name = "x" })
        }
        data "aws_ssm_parameter" "p" { name = "/shop/password" }
        data "vault_kv_secret_v2" "v" {
          mount = "kv"
          name  = local.path
        }
        data "vault_generic_secret" "g" { path = "secret/a" }
        resource "kubernetes_secret_v1" "k" {
          metadata {
            name      = "app"
            namespace = "shop"
          }
          data = {
            user       = "x"
            "pass.txt" = data.azurerm_key_vault_secret.db.value
          }
        }
        data "kubernetes_secret" "k" {
          metadata { name = "other" }
        }
        output "x" { value = "y" }
        """).ShouldBe(
        [
            "6:19 azure-key-vault [https://kv-main.vault.azure.net/] db-conn",
            "10:19 azure-key-vault mail-* as azure-key-vault mail-*",
            "17:57 azure-key-vault certificate cert",
            "20:11 aws-secrets-manager shop/db as aws-secrets-manager shop/db",
            "23:19 aws-secrets-manager shop/db as aws-secrets-manager shop/db",
            "26:40 aws-ssm /shop/password",
            "29:11 hashicorp-vault [kv] *",
            "31:43 hashicorp-vault secret/a",
            "38:5 kubernetes [shop] app#user as kubernetes [shop] app#user",
            "39:6 kubernetes [shop] app#pass.txt as kubernetes [shop] app#pass.txt",
            "43:22 kubernetes other",
        ]);

    [Theory]
    [InlineData("variable \"p\" { default = \"a/b\" }", "path = var.p", "a/b")]
    [InlineData("variable \"p\" {\n type = string\n default = \"a\"\n}", "path = \"x/${var.p}/${var.q}\"", "x/a/*")]
    [InlineData("variable \"p\" {}", "path = var.p", "*")]
    [InlineData("variable \"p\" { default = \"\" }", "path = \"x/${var.p}\"", "x/*")] // somebody fills it in
    [InlineData("locals {\n a = \"s/${local.b}\"\n b = \"t\"\n}", "path = local.a", "s/t")]
    [InlineData("locals { a = \"${local.b}\" }\nlocals { b = \"${local.a}\" }", "path = local.a", "*")]
    [InlineData("locals { a = lower(\"X\") }", "path = local.a", "*")]
    [InlineData("resource \"t\" \"n\" { name = \"db\" }", "path = \"a/${t.n.name}\"", "a/db")]
    [InlineData("", "for_each = toset([\"a\", \"b\"])\n path = \"x/${each.key}\"", "x/a", "x/b")]
    [InlineData("locals { names = [\n\"a\", # first\n\"b\",\n] }", "for_each = toset(local.names)\n path = each.value", "a", "b")]
    [InlineData("locals { names = { a = \"x\", b = \"y\" } }", "for_each = local.names\n path = \"${each.key}/${each.value}\"", "a/*", "b/*")]
    [InlineData("", "for_each = toset(concat([\"a\"], var.b))\n path = each.key", "*")]
    public void Expression_IsResolvedWithinItsFile(string before, string body, params string[] names)
    {
        string[] mentions = Mentions.In("a.tf", $"{before}\ndata \"vault_generic_secret\" \"g\" {{\n {body}\n}}");
        mentions.Select(mention => mention.Split(' ', 2)[1]).ShouldBe(names.Select(name => $"hashicorp-vault {name}"));
        int line = before.Count(character => character == '\n') + 3 + body.Count(character => character == '\n');
        mentions.ShouldAllBe(mention => mention.StartsWith($"{line}:", StringComparison.Ordinal));
    }

    [Fact]
    public void LocalsThatDouble_GrowNoFurther() =>
        Mentions.In("a.tf", string.Concat(Enumerable.Range(0, 60).Select(i => $"locals {{ a{i} = \"${{local.a{i + 1}}}${{local.a{i + 1}}}\" }}\n")) + "locals { a60 = \"x\" }\ndata \"vault_generic_secret\" \"g\" { path = local.a0 }")
            .ShouldHaveSingleItem().Length.ShouldBeLessThan(2_100);

    [Fact]
    public void LongWayOfLocals_EndsSomewhere() =>
        Mentions.In("a.tf", "locals {\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i} = local.a{i + 1}\n")) + "}\ndata \"vault_generic_secret\" \"g\" { path = local.a0 }").ShouldHaveSingleItem().ShouldEndWith(" *");

    [Theory]
    [InlineData("data \"vault_generic_secret\" \"g\" { path = \"a", "1:43 hashicorp-vault a")]
    [InlineData("} }\ndata \"vault_generic_secret\" \"g\" {\n  path = \"a\"\n", "3:11 hashicorp-vault a")]
    [InlineData("data \"vault_generic_secret\" \"g\" {\n  path =\n}", "2:9 hashicorp-vault *")]
    [InlineData("data \"vault_generic_secret\" \"g\" { path == \"a\" }")]
    [InlineData("data vault_generic_secret g { path = \"a\" }", "1:39 hashicorp-vault a")]
    [InlineData("x = <<EOT\nvault_generic_secret")]
    public void OddText_IsReadAsFarAsItGoes(string text, params string[] mentions) => Mentions.In("a.tf", text).ShouldBe(mentions);

    [Fact]
    public void ContainerApp_HandsSecretsOn() => Mentions.In("a.tf", """
        data "azurerm_key_vault_secret" "db" {
          name = "db"
        }
        resource "azurerm_container_app" "app" {
          secret {
            name                = "db-pass"
            key_vault_secret_id = data.azurerm_key_vault_secret.db.versionless_id
          }
          template {
            container {
              env {
                name        = "DB_PASSWORD"
                secret_name = "db-pass"
              }
              env {
                name  = "X"
                value = "y"
              }
            }
          }
        }
        """).ShouldBe(["2:11 azure-key-vault db", "7:27 azure-key-vault db as azure-container-apps db-pass", "13:24 azure-container-apps db-pass as environment DB_PASSWORD"]);

    [Fact]
    public void SettingOfAnApp_LeadsToTheSecretOfTheFolder() => Mentions.In("a.tf", """
        resource "azurerm_key_vault" "main" { name = "kv-main" }
        resource "azurerm_key_vault_secret" "smtp" {
          name         = "smtp"
          key_vault_id = azurerm_key_vault.main.id
        }
        resource "azurerm_linux_web_app" "api" {
          app_settings = {
            Smtp__Host     = "smtp"
            Smtp__Password = "@Microsoft.KeyVault(SecretUri=${azurerm_key_vault_secret.smtp.versionless_id})"
            "Db:Password"  = "@Microsoft.KeyVault(SecretUri=${data.azurerm_key_vault_secret.db.id})"
          }
        }
        """).ShouldBe(
        [
            "3:19 azure-key-vault [https://kv-main.vault.azure.net/] smtp as azure-key-vault [https://kv-main.vault.azure.net/] smtp",
            "9:5 azure-key-vault [https://kv-main.vault.azure.net/] smtp as environment Smtp__Password",
            "10:6 azure-key-vault * as environment Db:Password",
        ]);

    [Fact]
    public void DeepNesting_DoesNoHarm() => Mentions.In("a.tf", "vault_generic_secret\n" + string.Concat(Enumerable.Repeat("a {", 50_000))).ShouldBeEmpty();

    [Fact]
    public void Fence_IsReadByItsLanguage() =>
        Mentions.In("a.md", "```hcl\ndata \"vault_generic_secret\" \"g\" { path = \"a\" }\n```\n").ShouldBe(["2:43 hashicorp-vault a"]);

    /// <summary>What a container of ECS or a service of App Runner gets, by the resource that is meant.</summary>
    [Theory]
    [InlineData("resource \"aws_ecs_task_definition\" \"t\" {\n  container_definitions = jsonencode([{\n    secrets = [\n      { name = \"DB\", valueFrom = \"${aws_secretsmanager_secret.s.arn}:password::\" },\n      { valueFrom = data.aws_ssm_parameter.p.arn, name = \"KEY\" }\n    ]\n  }])\n}",
        "5 aws-secrets-manager shop/db#password as DB", "6 aws-ssm /shop/key as KEY")]
    [InlineData("module \"app\" {\n  secrets = [{ name = \"DB\", valueFrom = aws_secretsmanager_secret_version.v.arn }]\n}", "3 aws-secrets-manager shop/db as DB")]
    [InlineData("locals {\n  more = [{ name = \"DB\", valueFrom = \"${aws_secretsmanager_secret.s[0].arn}:user:AWSPREVIOUS\" }]\n}", "3 aws-secrets-manager shop/db#user@AWSPREVIOUS as DB")]
    [InlineData("resource \"aws_apprunner_service\" \"a\" {\n  source {\n    runtime_environment_secrets = { DB = aws_secretsmanager_secret.s.arn }\n  }\n}", "4 aws-secrets-manager shop/db as DB")]
    [InlineData("locals {\n  more = [{ name = \"DB\", valueFrom = aws_secretsmanager_secret.elsewhere.arn }]\n}", "3 aws-secrets-manager * as DB")]
    [InlineData("locals {\n  more = [{ name = \"DB\", valueFrom = var.arn }, { name = \"C\", valueFrom = { fieldRef = \"x\" } }]\n}")]
    public void SecretOfATask_IsThatOfItsResource(string text, params string[] mentions)
    {
        var found = new Extraction();
        ExtractorCatalogue.Read(new SourceText("main.tf",
            "resource \"aws_secretsmanager_secret\" \"s\" { name = \"shop/db\" }\n" + text + "\ndata \"aws_ssm_parameter\" \"p\" { name = \"/shop/key\" }\nresource \"aws_secretsmanager_secret_version\" \"v\" { secret_id = aws_secretsmanager_secret.s.id }\n"), found);
        found.Records.Where(record => record.Provides?.Store == StoreTypes.Environment).Select(record =>
            $"{record.Location.StartLine} {record.Reference.Store} {record.Reference.Name}{(record.Reference.Property is { } field ? "#" + field : "")}{(record.Reference.Version is { } version ? "@" + version : "")} as {record.Provides!.Name}").ShouldBe(mentions);
    }
}
