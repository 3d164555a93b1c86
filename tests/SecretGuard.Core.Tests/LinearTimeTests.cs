namespace SecretGuard.Core.Tests;

/// <summary>Four times the text must not take much more than four times the time, whatever the text repeats. Runs alone: it measures.</summary>
[Collection(nameof(LinearTimeTests))]
[CollectionDefinition(nameof(LinearTimeTests), DisableParallelization = true)]
public sealed class LinearTimeTests
{
    private const double MostGrowth = 9;

    [Theory]
    [InlineData("bearer ")]
    [InlineData("basic a")]
    [InlineData("X-Key:")]
    [InlineData("cookie:a=b;")]
    [InlineData("\"cookie\":\"a=b;")]
    [InlineData("auth=('a',")]
    [InlineData("password=;")]
    [InlineData("password=a;")]
    [InlineData("\"password=a';")]
    [InlineData("password=a,")]
    [InlineData("a:b@tcp(")]
    [InlineData("LoginModule required ")]
    [InlineData("://")]
    [InlineData("a:b@")]
    [InlineData("a://b:c@")]
    [InlineData("a://b:{#")]
    [InlineData("a://b:")]
    [InlineData("?password=")]
    [InlineData("&key=a")]
    [InlineData("\"sig=")]
    public void RepeatedText_TakesLinearTime(string unit)
    {
        string once = string.Concat(Enumerable.Repeat(unit, 64 * 1024 / unit.Length)), fourTimes = string.Concat(once, once, once, once);
        double growth = double.MaxValue;
        for (int attempt = 0; attempt < 6 && growth >= MostGrowth; attempt++)
        {
            growth = Math.Min(growth, Row.Seconds(fourTimes) / Math.Max(Row.Seconds(once), 1e-3));
        }

        growth.ShouldBeLessThan(MostGrowth);
    }
}
