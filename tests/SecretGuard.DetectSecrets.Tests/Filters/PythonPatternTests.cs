using SecretGuard.DetectSecrets.Filters;

namespace SecretGuard.DetectSecrets.Tests.Filters;

/// <summary>Regular expressions in Python's notation.</summary>
public sealed class PythonPatternTests
{
    [Theory]
    [InlineData("b+", "abbc", true)]
    [InlineData("^b", "abb", false)]
    [InlineData("(?i)ABC", "xabcx", true)]
    [InlineData("(?P<q>['\"])x(?P=q)", "'x'", true)]
    [InlineData("(?P<q>['\"])x(?P=q)", "'x\"", false)]
    [InlineData("(?!no)yes", "yes", true)]
    [InlineData("(?<=a)b", "ab", true)]
    [InlineData(@"end\Z", "the end", true)]
    [InlineData("a{,2}b", "aab", true)]
    [InlineData("^a{,2}b", "aaab", false)]
    [InlineData("[a-z-[bc]]x", "b]x", true)]
    [InlineData("[]a]", "]", true)]
    [InlineData("[^]a]", "]", false)]
    [InlineData("(?a:x)(?iu)", "x", true)]
    [InlineData(@"\U0001F600", "\U0001F600", true)]
    public void Search_FindsWhatPythonFinds(string pattern, string text, bool found) => PythonPattern.Parse(pattern, "--exclude-lines").Search(text).ShouldBe(found);

    [Theory]
    [InlineData("(", "is no regular expression")]
    [InlineData("a++", "not supported")]
    [InlineData("(?P>x)", "not supported")]
    public void Pattern_ThatCannotBeRead_IsTold(string pattern, string message) =>
        Should.Throw<UnsupportedUseException>(() => PythonPattern.Parse(pattern, "--exclude-lines")).Message.ShouldContain(message);

    [Fact]
    public void Pattern_ThatNeverEnds_IsStopped()
    {
        var pattern = PythonPattern.Parse("^(a+)+(?=b)c$", "--exclude-lines");
        Should.Throw<UnsupportedUseException>(() => pattern.Search(new string('a', 60) + "!")).Message.ShouldContain("takes too long");
    }
}
