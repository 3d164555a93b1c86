using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Rules;

/// <summary>Which literal of a pattern is looked for in the text.</summary>
public sealed class AnchorTests
{
    [Theory]
    [InlineData("https://[a-z]{1,9}\\.hooks\\.example/[a-z]{9}", ".hooks.example/")]
    [InlineData("https://hooks\\.example/[a-z]{9}", "https://hooks.example/")]
    [InlineData("abc_[a-z]{9}\\.much-longer\\.[a-z]{9}", ".much-longer.")]
    [InlineData("abcdef_[a-z]{9}\\.much-longer\\.[a-z]{9}", "abcdef_")]
    public void Anchors_PreferWhatIsRare(string pattern, string literal) =>
        TokenPattern.Parse(pattern).Anchors().ShouldHaveSingleItem().Literal.ShouldBe(literal);

    [Fact]
    public void Anchors_OfAlternatives_AreAllOfThem() =>
        TokenPattern.Parse("(one|two|three)_[0-9]{9}").Anchors().Select(anchor => anchor.Literal).ShouldBe(["one", "two", "three"]);
}
