using SecretGuard.Text;

namespace SecretGuard.Core.Tests.Text;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("scna", "scan")]
    [InlineData("SCAN", "scan")]
    [InlineData("supressions", "suppressions")]
    [InlineData("base", "baseline")]
    [InlineData("github-pat", "github-pat-classic")]
    [InlineData("ba", null)]
    [InlineData("nothing", null)]
    [InlineData("", null)]
    public void Find_AWord_IsTheNearestOrTheShortestThatBeginsWithIt(string word, string? expected) =>
        NearestName.Find(word, ["scan", "baseline", "suppressions", "github-pat-classic-long", "github-pat-classic"]).ShouldBe(expected);

    [Theory]
    [InlineData("secret/shop/mail-tokn", "secret/shop/mail-token")]
    [InlineData("secret/shpo/db", "secret/shop/db")]
    [InlineData("secret/shop/encryption", null)]
    public void Find_APath_IsJudgedByItsLastName(string word, string? expected) =>
        NearestName.Find(word, ["secret/shop/mail-token", "secret/shop/db"]).ShouldBe(expected);
}
