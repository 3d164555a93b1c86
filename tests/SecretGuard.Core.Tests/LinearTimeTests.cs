namespace SecretGuard.Core.Tests;

/// <summary>Four times the text must not take much more than four times the time, whatever the text repeats. Runs alone: it measures.</summary>
[Collection(nameof(LinearTimeTests))]
[CollectionDefinition(nameof(LinearTimeTests), DisableParallelization = true)]
public sealed class LinearTimeTests
{
    private const double MostGrowth = 11; // four times the text at a cost of the square takes 16 times as long
    private const int Attempts = 20;

    [Theory]
    [InlineData("bearer ")]
    [InlineData("basic a")]
    [InlineData("X-Key:")]
    [InlineData("cookie:a=b;")]
    [InlineData("\"cookie\":\"a=b;")]
    [InlineData("auth=('a',")]
    [InlineData("login('a',")]
    [InlineData("login(\"a")]
    [InlineData("encrypt((")]
    [InlineData("strcmp(password, ")]
    [InlineData("\"password\",")]
    [InlineData("\"password\") ")]
    [InlineData("password = a.b ")]
    [InlineData("aes_key = {0x2b, ")]
    [InlineData(".fill('")]
    [InlineData("base64 'a:b1' ")]
    [InlineData("password=;")]
    [InlineData("password=a;")]
    [InlineData("\"password=a';")]
    [InlineData("password=a,")]
    [InlineData("a:b@tcp(")]
    [InlineData("LoginModule required ")]
    [InlineData("LoginModule required a=")]
    [InlineData("passwords: [")]
    [InlineData("passwords:\n a: b\n")]
    [InlineData("expect assword send ")]
    [InlineData("://")]
    [InlineData("a:b@")]
    [InlineData("a://b:c@")]
    [InlineData("a://b:{#")]
    [InlineData("a://b:")]
    [InlineData("?password=")]
    [InlineData("&key=a")]
    [InlineData("\"sig=")]
    [InlineData("username=a,password=b ")]
    [InlineData("user: \"a\", password: \"b\", ")]
    [InlineData("credentials: admin / b ")]
    [InlineData("` / `")]
    [InlineData("\"-u a:")]
    [InlineData("set value='a' where ")]
    [InlineData("\"bearer\":{\"a\":")]
    [InlineData("users={'a':'b', ", "a.py")]
    [InlineData("users=[('a','b'),", "a.py")]
    [InlineData("api_keys = new() { [", "a.cs")]
    [InlineData("token() switch { \"a\" => ", "a.cs")]
    [InlineData("NetworkCredential a = new(", "a.cs")]
    [InlineData("equal(\"a\", getPassword(), ", "a.java")]
    [InlineData("chpasswd:\n  a:b\n", "a.yaml")]
    [InlineData("connect a/b\n", "a.sql")]
    public void RepeatedText_TakesLinearTime(string unit, string path = "a.txt")
    {
        string once = string.Concat(Enumerable.Repeat(unit, 64 * 1024 / unit.Length)), fourTimes = string.Concat(once, once, once, once);
        double growth = double.MaxValue, small = double.MaxValue, large = double.MaxValue;
        for (int attempt = 0; attempt < Attempts && growth >= MostGrowth; attempt++)
        {
            small = Math.Min(small, Row.Seconds(once, path));
            large = Math.Min(large, Row.Seconds(fourTimes, path));
            growth = large / Math.Max(small, 1e-3);
        }

        growth.ShouldBeLessThan(MostGrowth);
    }
}
