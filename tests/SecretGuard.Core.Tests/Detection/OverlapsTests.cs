using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Detection;

/// <summary>Who wins where several matchers see the same bytes: who read the syntax, unless the syntax left it in doubt.</summary>
public sealed class OverlapsTests
{
    private const string Generic = "generic-password";

    [Theory]
    [InlineData("query-secret", Confidence.Low, Confidence.Medium, Generic)] // a word in a query: the reader cannot tell
    [InlineData("query-secret", Confidence.Medium, Confidence.High, "query-secret")]
    [InlineData("query-secret", Confidence.Low, Confidence.Low, "query-secret")]
    [InlineData("presigned-url-signature", Confidence.Low, Confidence.Medium, "presigned-url-signature")] // known to expire
    [InlineData("password-hash", Confidence.Low, Confidence.High, "password-hash")] // known to be no password
    [InlineData("private-key-encrypted", Confidence.Low, Confidence.High, "private-key-encrypted")]
    public void ReaderOfTheSyntax_HidesANameOnlyByWhatItKnows(string slug, Confidence structural, Confidence named, string kept) =>
        Overlaps.Resolve([Seen(slug, structural), Seen(Generic, named)]).ShouldHaveSingleItem().Rule.Slug.ShouldBe(kept);

    [Fact]
    public void Value_ThatTheReaderKnowsToOpenNothing_HidesAName() =>
        Overlaps.Resolve([Seen("json-web-token", Confidence.Low) with { IsHarmless = true }, Seen(Generic, Confidence.High)]).ShouldHaveSingleItem().Rule.Slug.ShouldBe("json-web-token");

    private static Match Seen(string slug, Confidence confidence) =>
        new(Catalogue.Default.Rules.Single(rule => rule.Slug == slug), 10, 20, confidence, null);
}
