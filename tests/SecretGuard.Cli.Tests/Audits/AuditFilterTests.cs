using SecretGuard.Cli.Audits;

namespace SecretGuard.Cli.Tests.Audits;

public sealed class AuditFilterTests
{
    [Theory]
    [InlineData("", "tests/a.json", true)]
    [InlineData("rule:generic-*", "tests/a.json", true)]
    [InlineData("rule:github-*", "tests/a.json", false)]
    [InlineData("rule:github-* rule:generic-password", "tests/a.json", true)]
    [InlineData("path:tests/**", "tests/a.json", true)]
    [InlineData("path:tests/**", "src/a.json", false)]
    [InlineData("path:*.json path:*.yml", "src/a.yml", true)]
    [InlineData("rule:generic-* path:src/**", "tests/a.json", false)]
    [InlineData("A.JSON", "tests/a.json", true)]
    [InlineData("password tests", "tests/a.json", true)]
    [InlineData("password src", "tests/a.json", false)]
    [InlineData("  RULE:generic-*   Path:tests/** ", "tests/a.json", true)]
    public void Filter_OfWordsAndPatterns_ShowsWhatMatchesAll(string text, string path, bool shows) =>
        AuditFilter.Parse(text).Shows(AuditSamples.Item(path)).ShouldBe(shows);

    [Fact]
    public void Filter_OfASecretAtTwoPlaces_ShowsItAtOneAndCoversItOnlyAtBoth()
    {
        AuditItem item = AuditSamples.Item("src/a.json", "generic-password", "tests/a.json");
        AuditFilter filter = AuditFilter.Parse("path:tests/**");
        filter.Shows(item).ShouldBeTrue();
        filter.Covers(item).ShouldBeFalse();
        AuditFilter.Parse("path:*.json").Covers(item).ShouldBeTrue();
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("my files/b c.json")]
    [InlineData("odd[1]/{x}*?.json")]
    [InlineData("src/a.json", "tests/a.json", "a.json")]
    public void Like_AnyPaths_CoversTheSecretItself(string path, params string[] others)
    {
        AuditItem item = AuditSamples.Item(path, "generic-password", others);
        foreach (string pattern in AuditFilter.Like(item, AuditFilter.Everything))
        {
            AuditFilter.Parse(pattern).Covers(item).ShouldBeTrue(pattern);
            AuditFilter.Parse(pattern).Covers(AuditSamples.Item("elsewhere/z.txt", "other-rule")).ShouldBeFalse(pattern);
        }
    }

    [Fact]
    public void TryParse_APatternThatIsNotFinished_SaysSo()
    {
        AuditFilter.TryParse("path:a[", out AuditFilter filter, out string? error).ShouldBeFalse();
        filter.IsEmpty.ShouldBeTrue();
        error!.ShouldContain("a[");
    }
}
