using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecretGuard.Stores.Values;

namespace SecretGuard.Stores.Tests.Values;

/// <summary>What is known of a value after it was let go.</summary>
public sealed class ValueInspectorTests
{
    private static readonly ValueInspector Inspector = new();

    [Fact]
    public void EqualValues_HaveEqualDigestsInOneRunOnly()
    {
        string value = Guid.NewGuid().ToString("N");
        Look(value).Digest.ShouldBe(Look(value).Digest);
        Look(value).Digest.ShouldNotBe(new ValueInspector().Look(SecretValue.Of(value)).Digest, "another run has another key");
        (Look(value).Digest == Look(value + "\n").Digest, Look(value).TrimmedDigest == Look(value + "\n").TrimmedDigest).ShouldBe((false, true));
    }

    [Theory]
    [InlineData("changeme", true)]
    [InlineData("<your-api-key>", true)]
    [InlineData("${DB_PASSWORD}", true)]
    [InlineData("keycloak_generated_placeholder", true)]
    [InlineData("REPLACE-ME", true)]
    [InlineData("xxxxxxxx", true)]
    [InlineData("fixture-value", true)]
    [InlineData("correct horse battery", false)]
    [InlineData("dummyGw7-93kq", false)]
    public void Placeholder_IsTold(string value, bool expected) => Look(value).IsPlaceholder.ShouldBe(expected);

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("aaaaaaaaaaaaaaaa", 0, 0)]
    [InlineData("12345678", 20, 27)]
    [InlineData("abababababababab", 10, 20)]
    public void Bits_AreThoseOfTheAlphabet_UnlessItRepeats(string value, int least, int most) => Look(value).Bits.ShouldBeInRange(least, most);

    [Fact]
    public void Bits_OfDrawnValues_AreWhatWasDrawn()
    {
        Look(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))).Bits.ShouldBe(256);
        Look(Convert.ToBase64String(RandomNumberGenerator.GetBytes(48))).Bits.ShouldBeGreaterThanOrEqualTo(380);
    }

    [Theory]
    [InlineData("json", "{\"a\": [1, 2]}", "{\"a\": ")]
    [InlineData("uri", "postgres://db.example.net/shop", "db.example.net")]
    [InlineData("base64", "aGVsbG8gd29ybGQ=", "not base64!")]
    [InlineData("hex", "00ffA1b2", "00ffA")]
    [InlineData("connection-string", "Server=db;Database=shop", "just a word")]
    [InlineData("connection-string", "mongodb://db.example.net", ";;")]
    [InlineData("number", "-12.5e3", "12 apples")]
    [InlineData("dockerconfigjson", "{\"auths\":{\"ghcr.io\":{}}}", "{\"auths\":{}}")]
    public void Type_IsToldFromWhatIsNot(string type, string fits, string misfits)
    {
        Look(fits).Misfits.Keys.ShouldNotContain(type);
        Look(misfits).Misfits.Keys.ShouldContain(type);
        Look(misfits).Misfits[type].ShouldNotContain(misfits);
    }

    [Fact]
    public void Token_IsOneByItsHeader_AndSaysWhenItEnds()
    {
        static string Part(string json) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(json));
        string header = Part("""{"alg":"none"}"""), claims = Part("""{"exp":1893456000}""");
        ValueFacts token = Look($"{header}.{claims}.c2ln");
        (token.Misfits.ContainsKey("jwt"), token.Expires).ShouldBe((false, DateTimeOffset.FromUnixTimeSeconds(1893456000)));
        Look($"{header}.{claims}").Misfits.Keys.ShouldContain("jwt");
        Look($"{Part("{}")}.{claims}.c2ln").Misfits.Keys.ShouldContain("jwt");
    }

    [Fact]
    public void Json_HasFields_OnesWithinOthersToo()
    {
        ValueFacts facts = Look("{\"user\":\"app\",\"tls\":{\"key\":\"changeme\"},\"port\":5432}");
        facts.Fields.Keys.Order(StringComparer.Ordinal).ShouldBe(["port", "tls", "tls.key", "user"]);
        facts.Fields["tls.key"].IsPlaceholder.ShouldBeTrue();
        facts.Fields["port"].Misfits.Keys.ShouldNotContain("number");
        Look(new string('[', 100_000) + "{").Fields.ShouldBeEmpty();
    }

    [Fact]
    public void Certificate_SaysWhenItEnds_AndBelongsToItsKey()
    {
        (string certificate, string key) = Pair(new DateTimeOffset(2031, 5, 6, 0, 0, 0, TimeSpan.Zero));
        ValueFacts good = Inspector.Look(SecretValue.Of(new Dictionary<string, SecretValue>(StringComparer.Ordinal) { ["tls.crt"] = SecretValue.Of(certificate), ["tls.key"] = SecretValue.Of(key) }));
        good.Expires.ShouldBe(new DateTimeOffset(2031, 5, 6, 0, 0, 0, TimeSpan.Zero));
        good.Fields["tls.key"].Misfits.Keys.ShouldNotContain("pem");
        ValueFacts bad = Inspector.Look(SecretValue.Of(new Dictionary<string, SecretValue>(StringComparer.Ordinal) { ["tls.crt"] = SecretValue.Of(certificate), ["tls.key"] = SecretValue.Of(Pair(DateTimeOffset.UnixEpoch.AddYears(80)).Key) }));
        bad.Fields["tls.key"].Misfits["pem"].ShouldContain("does not belong");
        Look("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----").Misfits.Keys.ShouldContain("pem");
    }

    [Fact]
    public void Bytes_AreNoText()
    {
        ValueFacts facts = Inspector.Look(SecretValue.Of([0xff, 0xfe, 0x00, 0x80]));
        (facts.Length, facts.Misfits.ContainsKey("json"), facts.Fields.Count).ShouldBe((4, true, 0));
    }

    private static ValueFacts Look(string value) => Inspector.Look(SecretValue.Of(value));

    private static (string Certificate, string Key) Pair(DateTimeOffset end)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, end);
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
