using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Triage;

/// <summary>The lines of a <c>.gitignore</c>.</summary>
public sealed class IgnorePatternsTests
{
    [Theory]
    [InlineData("*.log", "a/b.log", true)]
    [InlineData("*.log\n!b.log", "a/b.log", false)]
    [InlineData("!b.log\n*.log", "a/b.log", true)]
    [InlineData("# *.log", "b.log", null)]
    [InlineData("*.log   ", "b.log", true)]
    [InlineData("/b.log", "a/b.log", null)]
    [InlineData("logs/", "logs", null)]
    [InlineData("{a,b}.log", "a.log", null)]
    [InlineData("{a,b}.log", "{a,b}.log", true)]
    [InlineData("\n/\n!", "b.log", null)]
    public void Decide_IsWhatTheLastMatchingLineSays(string lines, string path, bool? ignored) =>
        IgnorePatterns.Parse(lines.Split('\n')).Decide(path, isFolder: false).ShouldBe(ignored);

    [Fact]
    public void Decide_KnowsFolders() => IgnorePatterns.Parse(["logs/"]).Decide("a/logs", isFolder: true).ShouldBe(true);

    [Fact]
    public void IsEmpty_IsWhatSaysNothing()
    {
        IgnorePatterns.Parse(["", "# nothing"]).IsEmpty.ShouldBeTrue();
        IgnorePatterns.Parse(["bin/"]).IsEmpty.ShouldBeFalse();
    }
}
