using System.Security.Cryptography;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Triage;

public sealed class FingerprintTests
{
    private static readonly Rule Strong = new("strong-token", "Strong", "abc_[0-9a-f]{32}");
    private static readonly Rule Weak = new("weak-password", "Weak");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(8, 2)]
    [InlineData(100, 500)]
    public void DerivePortably_AnyPassword_IsWhatTheFrameworkDerives(int length, int iterations)
    {
        byte[] password = RandomBytes(length), salt = RandomBytes(16);
        Pbkdf2Sha256.DerivePortably(password, salt, iterations)
            .ShouldBe(Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, 32));
        Pbkdf2Sha256.Derive(password, salt, iterations).ShouldBe(Pbkdf2Sha256.DerivePortably(password, salt, iterations));
    }

    [Fact]
    public void Of_StrongRule_IsAnHmacOfTheWholeValue()
    {
        var salt = Salt.Create();
        (Content content, Match match) = Make(Strong, "a/b/settings.json", "xx value yy", 3, 5);
        string expected = Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(salt.ToString()), "value"u8))[..32];
        new Fingerprinter(salt).Of(content, match).ToString().ShouldBe($"sg1:strong-token:settings.json:{expected}");
    }

    [Fact]
    public void Of_WeakRule_IsDerivedSlowly()
    {
        var salt = Salt.Create();
        (Content content, Match match) = Make(Weak, "settings.json", "value", 0, 5);
        byte[] key = Rfc2898DeriveBytes.Pbkdf2("value"u8.ToArray(), Convert.FromHexString(salt.ToString()), 20_000, HashAlgorithmName.SHA256, 16);
        new Fingerprinter(salt).Digest(content, match).ShouldBe(Convert.ToHexStringLower(key));
    }

    [Fact]
    public void Of_OtherLineAndFolder_StaysTheSame()
    {
        var fingerprinter = new Fingerprinter(Salt.Create());
        (Content a, Match first) = Make(Strong, "src/app.env", "value", 0, 5);
        (Content b, Match second) = Make(Strong, "deploy/prod/app.env", "\n\n\nvalue", 3, 5);
        fingerprinter.Of(a, first).ShouldBe(fingerprinter.Of(b, second));
    }

    [Fact]
    public void Of_OtherSaltValueOrName_Differs()
    {
        var salt = Salt.Create();
        (Content a, Match match) = Make(Strong, "app.env", "value", 0, 5);
        (Content b, Match other) = Make(Strong, "app.env", "Value", 0, 5);
        (Content c, Match renamed) = Make(Strong, "other.env", "value", 0, 5);
        var fingerprinter = new Fingerprinter(salt);
        string[] all = [fingerprinter.Of(a, match).ToString(), fingerprinter.Of(b, other).ToString(), fingerprinter.Of(c, renamed).ToString(), new Fingerprinter(Salt.Create()).Of(a, match).ToString()];
        all.Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("a/b/.env", ".env")]
    [InlineData("a\\b\\web.config", "web.config")]
    [InlineData("odd name:1\n.txt", "odd%20name%3a1%0a.txt")]
    [InlineData("é.txt", "%c3%a9.txt")]
    public void ScopeOf_APath_IsTheEncodedFileName(string path, string scope)
    {
        Fingerprint.ScopeOf(path).ShouldBe(scope);
        Fingerprint.TryParse($"sg1:rule:{scope}:{new string('a', 32)}").ShouldNotBeNull().Scope.ShouldBe(scope);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sg1:rule:file")]
    [InlineData("sg1:rule:file:xyz")]
    [InlineData("sg2:rule:file:00000000000000000000000000000000")]
    [InlineData("sg1::file:00000000000000000000000000000000")]
    public void TryParse_NoFingerprint_IsNull(string text) => Fingerprint.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz000000000000000000000000000000")]
    public void TryParse_NoSalt_IsRefused(string text) => Salt.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void IsStrong_EveryFormatMustReach80Bits()
    {
        Fingerprinter.IsStrong(new Rule("a", "A", "abc_[0-9a-f]{20}")).ShouldBeTrue();
        Fingerprinter.IsStrong(new Rule("a", "A", "abc_[0-9a-f]{19}")).ShouldBeFalse();
        Fingerprinter.IsStrong(new Rule("a", "A", "abc_[0-9a-f]{20}", "abc_[0-9]{6}")).ShouldBeFalse();
        Fingerprinter.IsStrong(Weak).ShouldBeFalse();
    }

    private static (Content Content, Match Match) Make(Rule rule, string path, string text, int start, int length) =>
        (Content.FromBytes(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetByteCount(text), path), new Match(rule, start, length, Confidence.High, null));

    private static byte[] RandomBytes(int length) => RandomNumberGenerator.GetBytes(length);
}
