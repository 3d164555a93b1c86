namespace SecretGuard.Cli.Tests.Rotating;

/// <summary><c>secretguard runbook generate</c>: the steps to rotate each declared secret, kept current in a document.</summary>
public sealed class RunbookGenerateTests
{
    private const string Declared = """
        version: 1
        environments: { dev: , prod: }
        stores:
          runtime: { type: azure-key-vault, address: "https://kv-shop-${ENV}.vault.azure.net" }
          upstream: { type: aws-secrets-manager, region: eu-central-1, prefix: shop/ }
        secrets:
          JWT_SIGNING:
            description: signs sessions
            store: runtime
            owner: team-shop
            consumers: [shop-api, shop-worker]
            environments: [prod]
            rotation: { every: 90d, grace: 7d, generate: { type: random, bits: 256, field: key, previous: old } }
            fields: [key, old]
          mail token:
            store: upstream
            name: mail-token
            mirrors: [runtime]
            evidence: [docs/mail.md]
            rotation: { every: manual, maxAge: 1y, reason: the provider issues it }
          root-token: { store: runtime, origin: operator }

        """;

    [Fact]
    public void Steps_AreMadeOfTheDeclaration()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", Declared);
        Sandbox.Outcome made = box.Run("runbook", "generate");
        made.ExitCode.ShouldBe(0, made.Error);
        made.Output.ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff());
        box.Run("runbook", "generate", "root-token").Output.ReplaceLineEndings("\n").ShouldStartWith("## root-token\n\nAn operator of the cluster makes it");
        Sandbox.Outcome unknown = box.Run("runbook", "generate", "root-tokn");
        unknown.ExitCode.ShouldBe(2);
        unknown.Error.ShouldContain("no secret is called 'root-tokn'; did you mean 'root-token'?");
    }

    [Fact]
    public void Document_IsKeptCurrent_AndRotateReadsItsSteps()
    {
        using var box = new Sandbox();
        string byHand = Declared.Replace("reason: the provider issues it", "reason: the provider issues it, runbook: docs/rotation.md", StringComparison.Ordinal).Replace("  mail token:", "  mail-token:", StringComparison.Ordinal)
            .Replace("https://kv-shop-${ENV}.vault.azure.net", "https://kv-shop.vault.azure.net", StringComparison.Ordinal);
        box.Write("secretguard.yml", byHand).Write("docs/rotation.md", "# Rotation\n\n<!-- secretguard:runbook -->\n<!-- /secretguard:runbook -->\n").Write("docs/mail.md", "of the provider\n");
        box.Run("runbook", "generate", "--output", "docs/rotation.md", "--check").ExitCode.ShouldBe(1);
        box.Run("runbook", "generate", "--output", "docs/rotation.md").Output.Trim().ShouldBe("docs/rotation.md was brought up to date");
        box.Run("runbook", "generate", "--output", "docs/rotation.md", "--check").ExitCode.ShouldBe(0);
        box.RunWhole("rotate", "mail-token", "--env", "prod").Output.ShouldContain("docs/rotation.md");
        box.Write("docs/other.md", "# Nothing\n").Run("runbook", "generate", "--output", "docs/other.md").Error.ShouldContain("'docs/other.md' has no line '<!-- secretguard:runbook -->'");
    }
}
