using System.Diagnostics;
using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Triage;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*.log", "a/b/x.log", true)]
    [InlineData("*.log", "x.log.txt", false)]
    [InlineData("/x.log", "a/x.log", false)]
    [InlineData("./x.log", "x.log", true)]
    [InlineData("docs/**", "docs/a/b.md", true)]
    [InlineData("docs/**", "src/docs/b.md", false)]
    [InlineData("**/docs/**", "src/docs/b.md", true)]
    [InlineData("**/*.cs", "x.cs", true)]
    [InlineData("a/**/z", "a/z", true)]
    [InlineData("a/**/z", "a/b/c/z", true)]
    [InlineData("a/*/z", "a/b/c/z", false)]
    [InlineData("build", "src/build/out.txt", true)]
    [InlineData("build/", "src/build", false)]
    [InlineData("build/", "src/build/out.txt", true)]
    [InlineData("*.{cs,vb}", "a/x.vb", true)]
    [InlineData("{src,tests/{a,b}}/*.cs", "tests/b/x.cs", true)]
    [InlineData("{src,tests/{a,b}}/*.cs", "tests/c/x.cs", false)]
    [InlineData("x?.txt", "x1.txt", true)]
    [InlineData("x?.txt", "x.txt", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[]]x", "]x", true)]
    [InlineData("\\*.txt", "*.txt", true)]
    [InlineData("\\*.txt", "a.txt", false)]
    [InlineData("{x}", "{x}", true)]
    [InlineData("**", "any/thing", true)]
    public void IsMatch_APattern_MatchesAsGitWouldOrAsBracesSay(string pattern, string path, bool expected) =>
        Glob.Parse(pattern).IsMatch(path).ShouldBe(expected);

    [Theory]
    [InlineData("build/", "src/build", true, true)]
    [InlineData("build/", "src/build", false, false)]
    [InlineData("build", "src/build/x", false, false)]
    [InlineData("a/b", "a/b", true, true)]
    public void IsExactMatch_OnlyTheEntryItself(string pattern, string path, bool isFolder, bool expected) =>
        Glob.Parse(pattern).IsExactMatch(path, isFolder).ShouldBe(expected);

    [Fact]
    public void List_TheLastPatternThatMatchesDecides()
    {
        var list = new GlobList([Glob.Parse("*.json"), Glob.Parse("!keep.json"), Glob.Parse("old/keep.json")]);
        list.IsMatch("a.json").ShouldBeTrue();
        list.IsMatch("keep.json").ShouldBeFalse();
        list.IsMatch("old/keep.json").ShouldBeTrue();
        GlobList.Empty.IsMatch("a.json").ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("!")]
    [InlineData("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}")]
    public void Parse_AUselessPattern_IsRefused(string pattern) => Should.Throw<FormatException>(() => Glob.Parse(pattern));

    [Fact]
    public void IsMatch_AdversarialPattern_TakesNoTime()
    {
        var glob = Glob.Parse(string.Concat(Enumerable.Repeat("*a", 200)) + "b");
        var deep = Glob.Parse(string.Concat(Enumerable.Repeat("**/a/", 60)) + "b");
        long start = Stopwatch.GetTimestamp();
        glob.IsMatch(new string('a', 5000)).ShouldBeFalse();
        deep.IsMatch(string.Join('/', Enumerable.Repeat("a", 500))).ShouldBeFalse();
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
