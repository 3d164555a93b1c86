namespace SecretGuard.Cli.Tests;

/// <summary><c>secretguard lint</c>: what is wrong in files is told, mended where that takes no thought, and accepted like any finding.</summary>
public sealed class LintTests
{
    private const string Manifest = """
        apiVersion: external-secrets.io/v1beta1
        kind: ExternalSecret
        metadata: { name: dö }
        spec:
          secretStoreRef: { name: vault }
          data:
            - { secretKey: password, remoteRef: { key: shop/db, property: password } }
            - { secretKey: password, remoteRef: { key: shop/db, property: user } }

        """;

    private static Sandbox Repository(params (string Path, string Text)[] files)
    {
        var box = new Sandbox();
        foreach ((string path, string text) in (IEnumerable<(string, string)>)[("deploy/db.yaml", Manifest), ("docs/setup.md", "Apply:\n\n```yaml\n" + Manifest + "```\n"), .. files])
        {
            box.Write(path, text);
        }

        box.Commit();
        return box;
    }

    [Fact]
    public void Files_AreToldByPlace()
    {
        using Sandbox box = Repository();
        Sandbox.Outcome told = box.Run("lint");
        told.ExitCode.ShouldBe(1, told.Error);
        told.Output.ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff().WithScrubber(text => System.Text.RegularExpressions.Regex.Replace(text, ", [0-9.]+ s:", ", 0.1 s:", System.Text.RegularExpressions.RegexOptions.NonBacktracking)));
    }

    [Fact]
    public void Fix_MendsWhatTakesNoThought_AndNothingElse()
    {
        using Sandbox box = Repository(("deploy/old.yaml", Manifest.Replace("v1beta1", "v1beta1 # secretguard:allow manifest-api-deprecated the cluster is old", StringComparison.Ordinal)));
        Sandbox.Outcome mended = box.Run("lint", "--fix");
        mended.ExitCode.ShouldBe(1, mended.Error);
        mended.Error.ShouldContain("mended deploy/db.yaml");
        mended.Error.ShouldNotContain("old.yaml");
        box.Read("deploy/db.yaml").ShouldBe(Manifest.Replace("v1beta1", "v1", StringComparison.Ordinal));
        box.Read("docs/setup.md").ShouldContain("apiVersion: external-secrets.io/v1\n");
        box.Read("deploy/old.yaml").ShouldContain("v1beta1");
        mended.Output.ShouldNotContain("SG3101");
        mended.Output.ShouldContain("SG3103");
        string[] files = [box.Read("deploy/db.yaml"), box.Read("docs/setup.md")];
        box.Run("lint", "--fix").Error.ShouldNotContain("mended");
        new[] { box.Read("deploy/db.yaml"), box.Read("docs/setup.md") }.ShouldBe(files);
    }

    [Fact]
    public void Fix_KeepsMarkAndLineEnds()
    {
        using Sandbox box = Repository();
        string text = '\uFEFF' + Manifest.Replace("\n", "\r\n", StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(box.Root, "a.yaml"), System.Text.Encoding.UTF8.GetBytes(text));
        box.Run("lint", "--fix").Error.ShouldContain("mended a.yaml");
        File.ReadAllBytes(Path.Combine(box.Root, "a.yaml")).ShouldBe(System.Text.Encoding.UTF8.GetBytes(text.Replace("v1beta1", "v1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("SG3101", "SG3103", "lint", "--rule", "*-api-*")]
    [InlineData("SG3103", "SG3101", "lint", "--disable-rule", "manifest-api-deprecated")]
    public void Rules_AreChosen(string told, string left, params string[] arguments)
    {
        using Sandbox box = Repository();
        string output = box.Run(arguments).Output;
        output.ShouldContain(told);
        output.ShouldNotContain(left);
    }

    [Fact]
    public void Rule_IsSwitchedOffForARepository()
    {
        using Sandbox box = Repository(("secretguard.yml", "version: 1\nrules: { disable: [\"manifest-*\"] }\n"));
        box.Run("lint").ExitCode.ShouldBe(0);
        Sandbox.Outcome refused = box.Run("lint", "--rule", "manifest-api-depricated");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("no lint is called 'manifest-api-depricated'; did you mean 'manifest-api-deprecated'?");
    }

    [Fact]
    public void Verify_TellsItToo()
    {
        using Sandbox box = Repository();
        box.Run("verify").Output.ShouldContain("[manifest-api-deprecated] SG3101");
    }

    [Fact]
    public void VerifyOfAChange_TellsWhatItBrings()
    {
        using Sandbox box = Repository();
        box.Run("verify", "--diff", "HEAD").Output.ShouldNotContain("SG31");
        box.Write("deploy/store.yaml", "apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: { name: vault }\n");
        string told = box.Run("verify", "--diff", "HEAD").Output;
        told.ShouldContain("without a kind this is a SecretStore, and 'vault' is a ClusterSecretStore here");
        told.ShouldNotContain("SG3101");
    }
}
