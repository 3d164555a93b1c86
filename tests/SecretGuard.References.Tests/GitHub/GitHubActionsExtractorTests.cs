namespace SecretGuard.References.Tests.GitHub;

/// <summary>Workflows and actions.</summary>
public sealed class GitHubActionsExtractorTests
{
    [Fact]
    public void Workflow_NamesItsSecrets() => Mentions.In(".github/workflows/build.yml", """
        on:
          workflow_call:
            secrets:
              NEEDED: { required: true }
              other:
        env:
          GLOBAL: ${{ secrets.GLOBAL }}
        jobs:
          build:
            environment: { name: production }
            steps:
              - uses: actions/checkout@v4
                with: { token: "${{ secrets.GITHUB_TOKEN }}" }
              - run: |
                  # ${{ secrets.IN_SCRIPT }}
                  vault read secret/a
                  push "$API_TOKEN"
                env:
                  API_TOKEN: Bearer ${{ secrets['API-TOKEN'] || secrets.OTHER }}
              - uses: azure/get-keyvault-secrets@v1
                with: { keyvault: kv, secrets: "one, two" }
              - uses: aws-actions/aws-secretsmanager-get-secrets@v2
                with:
                  parse-json-secrets: true
                  secret-ids: |
                    DB, shop/db
                    shop/mail
                    prod*
              - uses: hashicorp/vault-action@v3
                with:
                  url: https://vault.example.net
                  secrets: |
                    kv/data/a pw | A_PW ;
                    kv/data/b key; kv/data/c *
          # ${{ secrets.COMMENT }}
          call:
            uses: ./.github/workflows/x.yml
            secrets: { TOKEN: "${{ secrets.PASSED }}" }
          all:
            uses: ./.github/workflows/x.yml
            secrets: inherit
        """).ShouldBe(
        [
            "4:7 github-actions NEEDED",
            "5:7 github-actions other optional",
            "7:23 github-actions GLOBAL as environment GLOBAL",
            "15:25 github-actions [production] IN_SCRIPT",
            "16:22 hashicorp-vault secret/a",
            "17:18 environment API_TOKEN",
            "19:42 github-actions [production] API-TOKEN optional as environment API_TOKEN",
            "19:65 github-actions [production] OTHER as environment API_TOKEN",
            "21:41 azure-key-vault [https://kv.vault.azure.net/] one",
            "21:46 azure-key-vault [https://kv.vault.azure.net/] two",
            "26:17 aws-secrets-manager shop/db as environment DB_*",
            "27:13 aws-secrets-manager shop/mail as environment SHOP_MAIL_*",
            "28:13 aws-secrets-manager source prod* as environment *",
            "33:13 hashicorp-vault [https://vault.example.net] kv/data/a#pw as environment A_PW",
            "34:13 hashicorp-vault [https://vault.example.net] kv/data/b#key as environment KEY",
            "34:28 hashicorp-vault [https://vault.example.net] kv/data/c as environment *",
            "38:36 github-actions PASSED as github-actions TOKEN",
            "41:14 github-actions source *",
        ]);

    [Theory]
    [InlineData("a: ${{ secrets . A }} ${{secrets.A}}", "1:18 github-actions A", "1:34 github-actions A")]
    [InlineData("a: ${{ toJSON(secrets) }}", "1:15 github-actions source *")]
    [InlineData("a: ${{ secrets[matrix.x] }}", "1:8 github-actions source *")]
    [InlineData("a: ${{ needs.x.outputs.secrets }} ${{ steps.secrets.x }} secrets.A")]
    [InlineData("a: ${{ secrets.A", "1:16 github-actions A")]
    [InlineData("a: >-\n  x\n  ${{ secrets.A }}\n", "3:15 github-actions A")]
    [InlineData("- ${{ vars.A }}")]
    [InlineData("a: [")]
    public void Expression_NamesSecrets(string text, params string[] mentions) => Mentions.In("action.yml", text).ShouldBe(mentions);

    /// <summary>What a step sets without a secret nobody else has to set; what a build is given are secrets of the build.</summary>
    [Theory]
    [InlineData("- run: push $A_TOKEN\n  env: { A_TOKEN: '${{ secrets.GITHUB_TOKEN }}' }")]
    [InlineData("- run: push $A_TOKEN\n  env: { B_TOKEN: '${{ github.token }}' }", "1:14 environment A_TOKEN")]
    [InlineData("- run: docker build --secret id=npm,env=A_TOKEN .\n  env: { A_TOKEN: '${{ steps.a.outputs.token }}' }", "1:30 environment A_TOKEN as docker-build npm")]
    [InlineData("- uses: docker/build-push-action@v6\n  with:\n    secrets: |\n      npm=${{ secrets.NPM_TOKEN }}\n      \"b=${{ secrets.B }}\"", "4:23 github-actions NPM_TOKEN as docker-build npm", "5:22 github-actions B as docker-build b")]
    [InlineData("- uses: other/action@v6\n  with:\n    secrets: |\n      npm=${{ secrets.NPM_TOKEN }}", "4:23 github-actions NPM_TOKEN")]
    public void Step_GivesItsScriptAndItsBuild(string step, params string[] mentions) => Mentions.In(".github/workflows/a.yml", step).ShouldBe(mentions);

    [Fact]
    public void OtherYaml_IsNotRead() => Mentions.In("chart/values.yml", "a: ${{ secrets.A }}").ShouldBeEmpty();

    [Fact]
    public void Fence_IsRead() => Mentions.In("a.md", "```yaml\nenv:\n  A: ${{ secrets.B }}\n```\n").ShouldBe(["3:18 github-actions B as environment A"]);
}
