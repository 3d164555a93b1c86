using SecretGuard.Detection;
using SecretGuard.Detection.Decoding;
using SecretGuard.Detection.NamedValues;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Rules;

namespace SecretGuard.Repo.Tests;

/// <summary>Nothing of the catalogue is undocumented or untested.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void EveryFamily_IsInTheCatalogue()
    {
        RuleAreas.Declared.Values.SelectMany(rules => rules).Select(rule => rule.Slug)
            .ShouldBe(Catalogue.Default.Rules.Select(rule => rule.Slug), ignoreOrder: true, "add the family's line to Catalogue.FamilyOf");
    }

    [Fact]
    public void EveryMatcher_IsInTheCatalogue()
    {
        IEnumerable<Matcher> made = [.. Catalogue.FileMatchers(), .. Enumerable.Range(0, Catalogue.MatcherCount).Select(Catalogue.Matcher), .. Decoders.All];
        IEnumerable<string> known = [.. made.Select(matcher => matcher.GetType().Name).Distinct(StringComparer.Ordinal), nameof(TokenMatcher)];
        known.ShouldBe(typeof(Matcher).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Matcher)) && !type.IsAbstract).Select(type => type.Name), ignoreOrder: true, "add its line to Catalogue.Matcher, and count it");
        Should.Throw<ArgumentOutOfRangeException>(() => Catalogue.Matcher(Catalogue.MatcherCount), "count it in Catalogue.MatcherCount");
    }

    [Fact]
    public void Signatures_AreInStep() => Generated.File("scanner/SecretGuard.Core/Detection/signatures.txt", SignatureTable.Write());

    [Fact]
    public void ContextualFormats_AreInStep() => Generated.File("scanner/SecretGuard.Core/Detection/NamedValues/contextual.txt", ContextualTable.Write());

    [Fact]
    public void EveryFamily_HasItsAreaInTheDocumentation()
    {
        RuleAreas.All.SelectMany(area => area.Families).ShouldBe(RuleAreas.Declared.Keys, ignoreOrder: true, "add the family to RuleAreas");
    }

    [Fact]
    public void EveryRule_MakesAnExampleOrIsNamedByATest()
    {
        string tests = string.Concat(Repository.Files(".cs", "tests/SecretGuard.Core.Tests/").Select(Repository.Text));
        Catalogue.Default.Rules
            .Where(rule => rule.Patterns.Count == 0 && rule.Example is null && !tests.Contains($"\"{rule.Slug}\"", StringComparison.Ordinal))
            .Select(rule => rule.Slug)
            .ShouldBeEmpty("a rule without a pattern needs an Example, or a test that names it");
    }

    /// <summary>Baselines and configurations name rules: whoever takes a line out of the list orphans them, and has to say why.</summary>
    [Fact]
    public void Names_AreAppendOnly()
    {
        const string List = "tests/SecretGuard.Repo.Tests/names.txt";
        string[] told = Repository.Text(List).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> ids = typeof(DiagnosticIds).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        ids = ids.Concat(LintRules.All.Select(rule => rule.DiagnosticId!)).Concat(LintRules.All.Select(rule => rule.Slug));
        string[] known = [.. ids.Concat(Catalogue.Default.Rules.Select(rule => rule.Slug)).Concat(ReporterCatalogue.All.Select(reporter => $"--format {reporter.Format}"))];
        told.Except(known, StringComparer.Ordinal).ShouldBeEmpty($"these stand in {List} and are gone");
        Generated.Appended(List, told, known);
    }

    [Fact]
    public void EveryLint_HasItsPartOfTheDocumentation()
    {
        string[] lines = Repository.Text("docs/lint.md").Split('\n');
        lines.Where(line => line.StartsWith("### SG", StringComparison.Ordinal)).ShouldBe(LintRules.All.Select(rule => $"### {rule.DiagnosticId} {rule.Slug}"));
        foreach (int at in Enumerable.Range(0, lines.Length - 2).Where(at => lines[at].StartsWith("### SG", StringComparison.Ordinal)))
        {
            lines[at + 2].Length.ShouldBeGreaterThan(60, $"{lines[at]}: say what follows from it and what to do");
        }
    }

    [Fact]
    public void RulesPage_IsInStep() => Generated.File("docs/rules.md", RulesPage.Text());
}
