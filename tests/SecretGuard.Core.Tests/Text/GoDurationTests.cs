using SecretGuard.Text;

namespace SecretGuard.Core.Tests.Text;

public sealed class GoDurationTests
{
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
