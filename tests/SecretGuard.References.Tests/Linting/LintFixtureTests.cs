using SecretGuard.References.Linting;
using SecretGuard.Rules;
using SecretGuard.Triage;

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

    /// <summary>Half of a file, and a line less, is what an editor hands over: nothing throws, and every place lies within the text.</summary>
    [Theory]
    [MemberData(nameof(Slugs))]
    public void HalfWrittenFixtures_DoNoHarm(string slug)
    {
        foreach (LintFixture fixture in LintFixture.Of(slug))
        {
            foreach ((string path, string text) in fixture.Files.Where(file => file.Key != LintFixture.Settings))
            {
                string[] lines = text.Split('\n');
                int step = Math.Max(1, lines.Length / 20);
                IEnumerable<string> broken = Enumerable.Range(0, lines.Length).Where(left => left % step == 0).Select(left => string.Join('\n', lines.Where((_, i) => i != left)))
                    .Concat(Enumerable.Range(1, 6).SelectMany(part => new[] { text[..(text.Length * part / 7)], text[(text.Length * part / 7)..] }));
                foreach (string half in broken)
                {
                    string[] halves = half.Split('\n');
                    foreach (Complaint complaint in fixture.With(path, half).Complaints().Where(complaint => complaint.Location.Path == path))
                    {
                        complaint.Location.StartLine.ShouldBeInRange(1, halves.Length, $"{slug}/{fixture.Name}: {fixture.Line(complaint)}\n{half}");
                        complaint.Location.StartColumn.ShouldBeInRange(1, halves[complaint.Location.StartLine - 1].Length + 1, $"{slug}/{fixture.Name}: {fixture.Line(complaint)}\n{half}");
                    }
                }
            }
        }
    }
}
