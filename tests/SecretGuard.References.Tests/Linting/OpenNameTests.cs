using SecretGuard.References.Linting;

namespace SecretGuard.References.Tests.Linting;

/// <summary>Names as manifests write them.</summary>
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
}
