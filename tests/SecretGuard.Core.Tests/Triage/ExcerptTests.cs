using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.TestKit;
using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Triage;

/// <summary>Two secrets on one line of which one is reported: the other is shown no more than the first.</summary>
public sealed class ExcerptTests
{
    private static readonly Detector Detector = new(Catalogue.Default);

    /// <summary>Lines with the canary in the place of <c>‹x›</c>, beside a password in a URL that is found.</summary>
    public static TheoryData<string, string> Lines => new()
    {
        { "call({url}, '‹x›')", "‹pw›" }, // a literal that nobody names
        { "{url} # ‹x›", "‹tok›" }, // drawn, and bound to nothing
        { "password = ‹x› {url}", "sunrise" },
        { "password = ‹x›(\"{url}\"", "sunrise9" },
        { "{\"url\": \"{url}\", \"password\": \"‹x›\"}", "two words" },
        { "{\"userPassword\" : '‹x›', url: '{url}'}", "sun'rise" },
        { "tool --password ‹x› {url}", "sunrise" },
        { "ALTER USER a PASSWORD '‹x›'; -- {url}", "sunrise" },
        { "tests = [{ password: '‹x›' }, '{url}']", "admin" }, // found below the threshold
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Canary_BesideAFinding_IsMasked(string line, string canary)
    {
        string value = Placeholders.Fill(canary, new Random(11));
        IReadOnlyList<Excerpt> excerpts = Excerpts(line.Replace("‹x›", value));
        excerpts.ShouldNotBeEmpty();
        foreach (Excerpt excerpt in excerpts)
        {
            excerpt.Text.ShouldNotContain(value);
            excerpt.Text.Substring(excerpt.MarkStart, excerpt.MarkLength).ShouldBe("[secret]");
        }
    }

    [Fact]
    public void Value_OfARuleThatIsNotInForce_IsMasked()
    {
        var detector = new Detector(Catalogue.Default.Select(rule => rule.Slug == "url-password", [], []));
        Excerpts("user, password = 'robot', '‹x›'; curl -u robot:‹x› {url}".Replace("‹x›", "sunrise9"), detector).ShouldHaveSingleItem().Text.ShouldNotContain("sunrise9");
    }

    [Theory]
    [InlineData("url = {url} # see docs/setup.md, version 2.14.3", "docs/setup.md, version 2.14.3")]
    [InlineData("password = ${PASSWORD}; url = {url}", "password = ${PASSWORD}")]
    [InlineData("call('Content-Type', '{url}')", "'Content-Type'")]
    [InlineData("var password = builder.Configuration[\"cache\"]; use(\"{url}\")", "= builder.Configuration[\"cache\"];")]
    [InlineData("db-password: { url: '{url}', store: main }", "db-password: { url: ")]
    public void Text_ThatIsNoSecret_IsShown(string line, string shown) => Excerpts(line).ShouldHaveSingleItem().Text.ShouldContain(shown);

    [Theory]
    [InlineData("curl -u 'deploy:‹pw›' https://ci.corp.net/", "'deploy:[secret]'")]
    [InlineData("cs = \"Server=db.corp.net;User=a;Password=‹pw›\"", "Server=db.corp.net;User=a;Password=[secret]")]
    public void Rest_OfALiteralThatHoldsTheSecret_IsShown(string line, string shown) => Excerpts(Placeholders.Fill(line, new Random(3))).ShouldAllBe(excerpt => excerpt.Text.Contains(shown));

    [Fact]
    public void Mask_ThatTouchesTheSecret_IsNotRepeated() => Excerpts("password = 'pre-{url}'").ShouldAllBe(excerpt => !excerpt.Text.Contains("[secret][secret]"));

    private static IReadOnlyList<Excerpt> Excerpts(string line, Detector? detector = null)
    {
        detector ??= Detector;
        Content content = Content.FromText(line.Replace("{url}", Placeholders.Fill("redis://robot:‹pw›@cache.corp.net/0", new Random(7))), "src/a.py");
        IReadOnlyList<Match> seen = detector.See(content);
        return [.. FindingBuilder.Build(content, [.. detector.Resolve(seen).Where(match => match.Confidence >= Confidence.Medium)], seen).Select(finding => finding.Excerpt)];
    }
}
