using SecretGuard.Inventories;

namespace SecretGuard.Core.Tests.Inventories;

/// <summary>Texts and times of a declaration.</summary>
public sealed class DeclaredTests
{
    [Theory]
    [InlineData("kv-${ENV}", "kv-prod", "")]
    [InlineData("${ENV}${ENV}", "prodprod", "")]
    [InlineData("a $${ENV} b ${ENV}", "a ${ENV} b prod", "")]
    [InlineData("${OTHER}/x", "${OTHER}/x", "OTHER")]
    [InlineData("$ENV ${ENV", "$ENV ${ENV", "")]
    [InlineData("${}", "${}", "")]
    [InlineData("", "", "")]
    public void Text_IsFilledIn(string text, string expected, string unknown)
    {
        var names = new List<string>();
        DeclaredText.Expand(text, name => name == DeclaredText.EnvironmentName ? "prod" : null, names).ShouldBe(expected);
        string.Join(' ', names).ShouldBe(unknown);
    }

    [Theory]
    [InlineData("30m", 30)]
    [InlineData("24h", 24 * 60)]
    [InlineData("90d", 90 * 24 * 60)]
    [InlineData(" 2w ", 14 * 24 * 60)]
    [InlineData("1y", 365 * 24 * 60)]
    [InlineData("Quarterly", 92 * 24 * 60)]
    [InlineData("annual", 366 * 24 * 60)]
    public void Span_IsRead(string text, int minutes) => DeclaredTime.Parse(text).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("90")]
    [InlineData("-1d")]
    [InlineData("1.5d")]
    [InlineData("soon")]
    [InlineData("99999999999d")]
    [InlineData("200y")]
    public void Nonsense_IsNoSpan(string text) => DeclaredTime.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("90d", "90d", "90d")]
    [InlineData("quarterly", "quarterly", "92d")]
    [InlineData("annual", "annual", "366d")]
    [InlineData("weekly", "7d", "7d")]
    [InlineData("24h", "1d", "1d")]
    [InlineData("36h", "36h", "36h")]
    [InlineData("90m", "90m", "90m")]
    public void Span_IsWrittenAsAWord_AndCountedInItsLargestUnit(string text, string written, string counted)
    {
        DeclaredTime.Write(DeclaredTime.Parse(text)!.Value).ShouldBe(written);
        DeclaredTime.Count(DeclaredTime.Parse(text)!.Value).ShouldBe(counted);
    }

    [Theory]
    [InlineData("90d", "90d")]
    [InlineData("24h", "1d")]
    [InlineData("30h", "30h")]
    [InlineData("90m", "90m")]
    [InlineData("weekly", "7d")]
    [InlineData("monthly", "monthly")]
    [InlineData("quarterly", "quarterly")]
    [InlineData("yearly", "annual")]
    [InlineData("1y", "365d")]
    [InlineData("0d", "0d")]
    public void Span_IsWrittenAsItMayBeRead(string text, string expected)
    {
        TimeSpan span = DeclaredTime.Parse(text)!.Value;
        DeclaredTime.Write(span).ShouldBe(expected);
        DeclaredTime.Parse(expected).ShouldBe(span);
    }
}
