using SecretGuard.References.Linting;
using SecretGuard.Rules;

namespace SecretGuard.References.Tests.Linting;

/// <summary>Every lint is held to its fixtures: what is wrong is told at its place and for its reason, and what is right is left alone by all lints.</summary>
public sealed class LintFixtureTests
{
    private const string Expectation = "expected.txt";

    public static TheoryData<string> Slugs => [.. LintRules.All.Select(rule => rule.Slug)];

    [Fact]
    public void Catalogue_TellsEveryRule()
    {
        LintCatalogue.Texts.SelectMany(lint => lint.Rules).Concat(LintCatalogue.Repositories.SelectMany(lint => lint.Rules)).Select(rule => rule.Slug).Distinct(StringComparer.Ordinal)
            .ShouldBe(LintRules.All.Select(rule => rule.Slug), ignoreOrder: true);
        Directory.EnumerateDirectories(LintFixture.Folder).Select(Path.GetFileName).ShouldBeSubsetOf(LintRules.All.Select(rule => rule.Slug), "a folder of fixtures bears the slug of its rule");
        LintRules.All.Select(rule => rule.DiagnosticId).ShouldBeUnique();
        LintRules.All.Select(rule => rule.DiagnosticId).ShouldBeInOrder();
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Fixtures_TellWhatIsExpected(string slug)
    {
        IReadOnlyList<LintFixture> fixtures = LintFixture.Of(slug);
        fixtures.ShouldContain(fixture => fixture.Name.StartsWith("ok", StringComparison.Ordinal), $"{slug} needs an entry that is right");
        fixtures.ShouldContain(fixture => fixture.Name.StartsWith("ng", StringComparison.Ordinal), $"{slug} needs an entry that is wrong");
        foreach (LintFixture fixture in fixtures)
        {
            string[] told = [.. fixture.Complaints().Select(complaint => complaint.Rule.Slug)];
            if (fixture.Name.StartsWith("ok", StringComparison.Ordinal))
            {
                told.ShouldBeEmpty($"{slug}/{fixture.Name}: {string.Join('\n', fixture.Complaints().Select(fixture.Line))}");
            }
            else
            {
                told.ShouldContain(slug, $"{slug}/{fixture.Name}");
            }
        }

        string all = string.Concat(fixtures.SelectMany(fixture => fixture.Complaints().Select(complaint => fixture.Line(complaint) + "\n"))), path = Path.Combine(LintFixture.Folder, slug, Expectation);
        if (Environment.GetEnvironmentVariable("SECRETGUARD_APPROVE") == "1")
        {
            File.WriteAllText(path, all);
        }

        (File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "").ShouldBe(all, $"{path}: look at what is new, then run this with SECRETGUARD_APPROVE=1");
    }
}
