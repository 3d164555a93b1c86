using SecretGuard.References.Linting;
using SecretGuard.References.Linting.Manifests;

namespace SecretGuard.References.Tests.Linting;

/// <summary>Names and spans of time as manifests write them.</summary>
public sealed class OpenNameTests
{
    [Theory]
    [InlineData("db", "db", true)]
    [InlineData("db", "mail", false)]
    [InlineData("*-db", "shop-db", true)]
    [InlineData("*-db", "shop-mail", false)]
    [InlineData("shop-*", "orders-db", false)]
    [InlineData("shop-*", "*-db", true)]
    [InlineData("{{ .Release.Name }}-db", "shop-db", true)]
    [InlineData("{{ .Release.Name }}-db", "shop-mail", false)]
    [InlineData("shop-${STAGE}", "shop-dev", true)]
    [InlineData("shop-$(STAGE)-db", "orders-dev-db", false)]
    public void Names_MayBeOne(string left, string right, bool same)
    {
        OpenName.MayBeSame(left, right).ShouldBe(same);
        OpenName.MayBeSame(right, left).ShouldBe(same);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0s", 0)]
    [InlineData("15s", 15)]
    [InlineData("1h0m0s", 3600)]
    [InlineData("1h30m", 5400)]
    [InlineData("1.5h", 5400)]
    [InlineData("2000ms", 2)]
    public void Duration_IsRead(string text, int seconds) => GoDuration.Parse(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("1d")]
    [InlineData("h")]
    [InlineData("5")]
    [InlineData("1h30")]
    [InlineData("{{ .Values.interval }}")]
    [InlineData("999999999999999999999h")]
    public void Nonsense_IsNoDuration(string text) => GoDuration.Parse(text).ShouldBeNull();
}
