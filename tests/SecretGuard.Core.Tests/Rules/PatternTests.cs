using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Rules;

/// <summary>What is no pattern is said with what is wrong, since users write formats for their own rules.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("abc_[a-z]{", "'{' without '}'")]
    [InlineData("abc_[a-z]{}", "'' is no number of times")]
    [InlineData("abc_[a-z]{x}", "'x' is no number of times")]
    [InlineData("abc_[a-z]{3,-4}", "'-4' is no number of times")]
    [InlineData("abc_[a-z]{99999999999}", "'99999999999' is no number of times")]
    [InlineData("abc_[a-z", "'[' without ']'")]
    [InlineData("abc_(a|b", "'(' without ')'")]
    [InlineData("abc_[a-z]*", "'*' at 9")]
    public void WhatIsNone_IsSaid(string pattern, string problem) =>
        Should.Throw<FormatException>(() => TokenPattern.Parse(pattern)).Message.ShouldContain(problem);

    [Theory]
    [InlineData("abc_[a-z]{3}", 7, 7)]
    [InlineData("abc_[a-z]{3,14}x?", 7, 19)]
    public void Quantifiers_AreRead(string pattern, int least, int most)
    {
        var parsed = TokenPattern.Parse(pattern);
        (parsed.MinLength, parsed.MaxLength).ShouldBe((least, most));
    }
}
