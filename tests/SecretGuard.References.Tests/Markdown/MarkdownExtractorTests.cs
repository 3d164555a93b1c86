namespace SecretGuard.References.Tests.Markdown;

/// <summary>Fenced blocks, and the places in them.</summary>
public sealed class MarkdownExtractorTests
{
    private const string Account = "apiVersion: v1\nkind: ServiceAccount\nimagePullSecrets: [{ name: a }]";

    [Theory]
    [InlineData("```yaml\n", "", "```", "4:28 kubernetes a")]
    [InlineData("~~~~ yml\n", "", "~~~~", "4:28 kubernetes a")]
    [InlineData("```\n", "", "```", "4:28 kubernetes a")]
    [InlineData("``` {.yaml title=\"x\"}\n", "", "```", "4:28 kubernetes a")]
    [InlineData("text\n\n- one\n\n    ```yaml\n", "    ", "    ```", "8:32 kubernetes a")]
    [InlineData("- ```yaml\n", "  ", "  ```", "4:30 kubernetes a")]
    [InlineData("12. ```yaml\n", "    ", "    ```", "4:32 kubernetes a")]
    [InlineData("> ```yaml\n", "> ", "> ```", "4:30 kubernetes a")]
    [InlineData("> - ```yaml\n", ">   ", ">   ```", "4:32 kubernetes a")]
    [InlineData("```yaml\n", "", "", "4:28 kubernetes a")] // never closed
    [InlineData("```bash\n", "", "```")]
    [InlineData("``yaml\n", "", "``")]
    [InlineData("```a`b\n", "", "```")] // code within a line
    public void Fence_IsReadAtItsPlaces(string opening, string before, string closing, params string[] mentions) =>
        Mentions.In("docs/a.md", $"{opening}{before}{Account.Replace("\n", $"\n{before}", StringComparison.Ordinal)}\n{closing}").ShouldBe(mentions);

    [Theory]
    [InlineData("X_TOKEN=$(vault read secret/a)", "echo $X_TOKEN $Y_TOKEN", "2:22 hashicorp-vault secret/a as environment X_TOKEN", "5:16 environment Y_TOKEN")]
    [InlineData("echo $X_TOKEN", "X_TOKEN=$(vault read secret/a)", "2:7 environment X_TOKEN", "5:22 hashicorp-vault secret/a as environment X_TOKEN")]
    public void LaterBlock_KnowsWhatEarlierOnesSet(string first, string second, params string[] mentions) => Mentions.In("a.md", $"```sh\n{first}\n```\n```sh\n{second}\n```\n").ShouldBe(mentions);

    [Theory]
    [InlineData("| a | b |\n|---|:--|\n| x | `vault kv get secret/a` |\n", "3:21 hashicorp-vault secret/a")]
    [InlineData("a | b\n-- | --\n``vault kv get secret/a`` | `x` and `$ vault kv get secret/b \\| jq`\n", "3:16 hashicorp-vault secret/a", "3:53 hashicorp-vault secret/b")]
    [InlineData("> | a |\n> |---|\n> | `vault kv get secret/a` |\n", "3:19 hashicorp-vault secret/a")]
    [InlineData("| a |\n|---|\n| `vault kv get secret/a |\n")] // no piece of code
    [InlineData("| a |\n|---|\n| `secret/a` `openssl` |\n")]
    [InlineData("| `vault kv get secret/a` |\n")] // no table
    [InlineData("```text\n| a |\n|---|\n| `vault kv get secret/a` |\n```\n")]
    public void CommandInATable_IsReadAtItsPlace(string table, params string[] mentions) => Mentions.In("docs/a.md", table).ShouldBe(mentions);

    [Theory]
    [InlineData("| Secret Name | Azure Key Vault Name | Description |\n|---|---|---|\n| Jira | `shop-jira` | Credentials of `jira` |\n", "3:11 azure-key-vault shop-jira")]
    [InlineData("| Variable | Key Vault | HashiCorp Vault | K8s Secret |\n|--|--|--|--|\n| `A_TOKEN` | `a-token` | `secret/a-token` | `a`, `b` |\n", "3:16 azure-key-vault a-token", "3:28 hashicorp-vault secret/a-token", "3:47 kubernetes a", "3:52 kubernetes b")]
    [InlineData("| AWS Secrets Manager | SSM |\n|--|--|\n| `shop/db` (rotated by `lambda-x`) | **`/shop/db`** |\n", "3:4 aws-secrets-manager shop/db", "3:42 aws-ssm /shop/db")]
    [InlineData("| Environment | Key Vault |\n|--|--|\n| prod | `kv-shop-prod` |\n")] // names of vaults
    [InlineData("| Secret | Key Vault | Vault |\n|--|--|--|\n| db | yes | `secret/` |\n| x | see `shop-db` | `https://vault.example.org/x` |\n")]
    [InlineData("| Secret | Key Vault |\n|--|--|\n| db | `<env>-db` |\n| x | `az keyvault list` |\n")]
    [InlineData("| Secret | Google Secret Manager |\n|--|--|\n| db | `shop-db` |\n")]
    [InlineData("| Kubernetes | Secret |\n|--|--|\n| `db` | `shop-db` |\n")]
    public void NamesBelowTheirStore_AreReferences(string table, params string[] mentions) => Mentions.In("docs/a.md", table).ShouldBe(mentions);

    /// <summary>Cells that are missing or too many, code that does not end, and heads without rows.</summary>
    [Theory]
    [InlineData("| Secret | Key Vault |\n|--|--|\n| `a`\n| `b` | `c-d` | `e` | `f` |\n||\n|\n| x | `g\n", "4:10 azure-key-vault c-d")]
    [InlineData("| Secret | Key Vault |\n|--|--|\n\n| x | `c-d` |\n")]
    [InlineData("Secret | Key Vault\n--|--\nx | `c-d`", "3:6 azure-key-vault c-d")]
    [InlineData("| Secret | Key Vault |\r\n|--|--|\r\n| x | `c-d` |\r\n", "3:8 azure-key-vault c-d")]
    public void TableOfAnyForm_IsReadAsFarAsItGoes(string table, params string[] mentions) => Mentions.In("docs/a.md", table).ShouldBe(mentions);

    [Fact]
    public void CellOfManyNames_IsReadAtOnce() =>
        Mentions.In("docs/a.md", $"| Secret | Key Vault |\n|--|--|\n| x | {string.Concat(Enumerable.Repeat("`ab-c`, ", 50_000))}|\n").Length.ShouldBe(50_000);

    [Fact]
    public void LessIndentedLine_KeepsItsPlace() =>
        Mentions.In("a.md", "-   ```yaml\n  apiVersion: v1\n  kind: ServiceAccount\n  imagePullSecrets: [{ name: a }]\n    ```\n").ShouldBe(["4:30 kubernetes a"]);

    [Fact]
    public void LongerFence_HoldsShorterOnes() => Mentions.In("a.md", $"````md\n```yaml\n{Account}\n```\n````\n```yaml\n{Account}\n```\n").ShouldBe(["11:28 kubernetes a"]);

    [Fact]
    public void WindowsLineEnds_AreNoContent() => Mentions.In("a.md", $"```yaml\n{Account}\n```\n".Replace("\n", "\r\n", StringComparison.Ordinal)).ShouldBe(["4:28 kubernetes a"]);

    [Fact]
    public void BrokenBlock_IsToldAtItsPlaceAndHidesNoOther()
    {
        Extraction found = Mentions.Read("a.md", $"# Title\n\n```yaml\napiVersion: v1\nkind: Secret\n  bad: [\n```\n\n```yaml\n{Account}\n```\n");
        found.Records.ShouldHaveSingleItem().Location.StartLine.ShouldBe(12);
        found.Unread.ShouldHaveSingleItem().Location.StartLine.ShouldBe(6);
    }

    [Theory]
    [InlineData("$ echo $X_TOKEN\n", "2:9 environment X_TOKEN")]
    [InlineData("# first\nexport X_TOKEN=$(vault read secret/a)\n", "3:29 hashicorp-vault secret/a as environment X_TOKEN")]
    [InlineData("cat <<EOF > shop.yaml\napiVersion: v1\nkind: ServiceAccount\nimagePullSecrets: [{ name: a }]\nEOF\n", "5:28 kubernetes a")]
    [InlineData("The shop reads $X_TOKEN\n")]
    public void BlockOfNoLanguage_IsAScript_WhereItBeginsSo(string block, params string[] mentions) => Mentions.In("a.md", $"```\n{block}```\n").ShouldBe(mentions);

    /// <summary>What nobody calls YAML may be a drawing, a letter, or a script that writes one.</summary>
    [Theory]
    [InlineData("", "file                  other\n| apiVersion: v1 |  | kind: a |\n| kind: b: c\n", 0)]
    [InlineData("", "cat <<EOF > shop.yaml\napiVersion: v1\nkind: ConfigMap\n  data: a: b\nEOF\n", 1)]
    [InlineData("", "# the first\napiVersion: v1\nkind: Secret\n  data: a: b\n", 1)]
    [InlineData("yaml", "| apiVersion: v1 |\n| kind: Secret: c\n", 1)]
    public void BrokenBlock_IsTold_WhereItIsSaidToBeYamlOrBeginsSo(string language, string block, int told)
    {
        Extraction found = Mentions.Read("README.md", $"```{language}\n{block}```\n");
        found.Unread.Count.ShouldBe(told);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.cs")]
    public void OtherFile_IsNotRead(string path) => Mentions.In(path, $"```yaml\n{Account}\n```\n").ShouldBeEmpty();
}
