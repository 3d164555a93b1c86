namespace SecretGuard.Core.Tests;

/// <summary>Four times the text must not take much more than four times the time, whatever the text repeats. Runs alone: it measures.</summary>
[Collection(nameof(LinearTimeTests))]
[CollectionDefinition(nameof(LinearTimeTests), DisableParallelization = true)]
public sealed class LinearTimeTests
{
    private const int Sample = 256 * 1024;
    private const double MostTimesPlain = 1000; // a debug build; about 200 in a release build

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
    [InlineData("insert into t (password) values ('", "a.sql")]
    [InlineData("insert into t (password) values ('x'),(", "a.sql")]
    [InlineData("identified by '", "a.sql")]
    [InlineData("create user password '", "a.sql")]
    [InlineData("aes_encrypt(((((", "a.sql")]
    [InlineData("kind: Secret\n", "a.yaml")]
    [InlineData("kind: Secret\ndata:\n  a: YQ==\n---\n", "a.yaml")]
    [InlineData("name: password\nvalue: ", "a.yaml")]
    [InlineData("value: x name: ", "a.yaml")]
    [InlineData("|-", "a.md")]
    [InlineData("| password |\n|---|\n", "a.md")]
    [InlineData("password,", "a.csv")]
    [InlineData("password,\n", "a.csv")]
    [InlineData("mnemonic=abc ", "a.env")]
    [InlineData("define('password','", "a.php")]
    [InlineData("otpauth://", "a.txt")]
    [InlineData("curl ", "a.sh")]
    [InlineData("mysql -p", "a.sh")]
    [InlineData("\"mysql\",", "a.sh")]
    [InlineData("--password ", "a.sh")]
    [InlineData("--password \"", "a.sh")]
    [InlineData("htpasswd -b '", "a.sh")]
    [InlineData("echo x | chpasswd ", "a.sh")]
    [InlineData("mysql \\\n", "a.sh")]
    [InlineData("x += \"a\";\n", "a.js")]
    [InlineData("\"a\" ", "a.py")]
    [InlineData("a\"\":", "a.cs")]
    [InlineData("a\\\\\\\":", "a.cs")]
    [InlineData("/u3+7QAAAAI", "a.txt")]
    [InlineData("/u3+7QAAAAI ", "a.txt")]
    [InlineData("MIIEAwIBAzCC", "a.txt")]
    public void RepeatedText_TakesLinearTime(string unit, string path = "a.txt")
    {
        string once = string.Concat(Enumerable.Repeat(unit, 64 * 1024 / unit.Length)), fourTimes = string.Concat(once, once, once, once);
        LinearTime.Holds(() => Row.Seconds(once, path), () => Row.Seconds(fourTimes, path), unit);
    }

    /// <summary>Linear is not enough: what is read anew at every place must be little. The measure is text of the same size that says nothing.</summary>
    [Theory]
    [InlineData("Server=a;Password=")]
    [InlineData("password=\"")]
    [InlineData("sig=")]
    [InlineData("Password=x;")]
    [InlineData("\"token\":\"a\",")]
    [InlineData("key: a\n", "a.yaml")]
    [InlineData("://a:b@")]
    [InlineData("IDENTIFIED BY ", "a.sql")]
    [InlineData("password=a.b(", "a.cs")]
    public void RepeatedText_TakesFewTimesAsLongAsPlainText(string unit, string path = "a.txt")
    {
        string text = string.Concat(Enumerable.Repeat(unit, Sample / unit.Length)), plain = string.Concat(Enumerable.Repeat("The quick brown fox jumps over the lazy dog.\n", Sample / 45));
        LinearTime.IsAtMost(MostTimesPlain, () => Row.Seconds(plain, path), () => Row.Seconds(text, path), unit);
    }

    [Fact]
    public void Measure_TellsTheSquareFromTheLine()
    {
        int calls = 0;
        double Disturbed(double seconds) => calls++ < 9 ? seconds * 5 : seconds;
        LinearTime.Holds(() => 0.01, () => Disturbed(0.04), "a line, measured while others work");
        Should.Throw<ShouldAssertException>(() => LinearTime.Holds(() => 0.01, () => 0.16, "a square"));
    }
}
