using System.Security.Cryptography;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Core.Tests.KeyMaterial;

public sealed class JsonWebTokenTests
{
    private static readonly Random Random = new(18);

    [Theory]
    [InlineData("{\"sub\":\"42\"}", "json-web-token", Confidence.High, "does not expire")]
    [InlineData("{\"sub\":\"42\",\"exp\":1893456000}", "json-web-token", Confidence.High, "expires 2030-01-01")]
    [InlineData("{ \"a\": {\"exp\": 1, \"b\": [\"}\", \"\\\"\"]}, \"exp\": 1893456000.5 }", "json-web-token", Confidence.High, "expires 2030-01-01")]
    [InlineData("{\"iss\":\"supabase\",\"role\":\"service_role\",\"exp\":1893456000}", "supabase-service-role-key", Confidence.VeryHigh, "expires 2030-01-01")]
    [InlineData("{\"iss\":\"kubernetes/serviceaccount\",\"sub\":\"system:serviceaccount:a:b\"}", "kubernetes-service-account-token", Confidence.VeryHigh, "does not expire")]
    [InlineData("{\"iss\":\"https://k8s.test\",\"kubernetes.io\":{\"namespace\":\"a\"}}", "kubernetes-service-account-token", Confidence.VeryHigh, "does not expire")]
    [InlineData("{\"iss\":\"https://gitlab.test\",\"project_path\":\"a/b\",\"pipeline_id\":\"1\"}", "gitlab-job-token-jwt", Confidence.VeryHigh, "does not expire")]
    [InlineData("{\"iss\":\"https://login.microsoftonline.com/x/v2.0\"}", "azure-ad-access-token", Confidence.VeryHigh, "does not expire")]
    [InlineData("{\"sub\":\"1234567890\",\"name\":\"Jane\"}", "json-web-token", Confidence.High, "does not expire")]
    public void Token_IsJudgedByItsClaims(string payload, string slug, Confidence confidence, string reason)
    {
        string token = JsonWebTokenRules.Make(Random, payload);
        string text = $"Authorization: Bearer {token}\n";
        Match match = Scan.One(text);
        (match.Rule.Slug, match.Confidence, match.Reason).ShouldBe((slug, confidence, reason));
        Scan.Value(text, match).ShouldBe(token);
    }

    [Theory]
    [InlineData("{\"sub\":\"1234567890\",\"name\":\"John Doe\",\"iat\":1516239022}")]
    [InlineData("{\"sub\":\"1234567890\",\"name\":\"John Doe\",\"admin\":true}")]
    [InlineData("{\"iss\":\"supabase\",\"ref\":\"abc\",\"role\":\"anon\",\"exp\":1893456000}")]
    [InlineData("{\"iss\":\"supabase-demo\",\"role\":\"service_role\"}")]
    public void PublicTokens_AreSilent(string payload) => Scan.Silent("t = " + JsonWebTokenRules.Make(Random, payload));

    [Theory]
    [InlineData("\"{0}\"")]
    [InlineData("{{\"token\":\"{0}\"}}")]
    [InlineData("?access_token={0}&x=1")]
    [InlineData("redirect%3D{0}%26")]
    [InlineData("line\\n{0}\\n")]
    [InlineData("<t>{0}</t>")]
    [InlineData("The token is {0}.")]
    [InlineData("Cookie: a={0}; b=c")]
    [InlineData("https://x.test/#/{0}/")]
    public void Boundaries_AreSeen(string format)
    {
        string token = JsonWebTokenRules.Make(Random, "{\"sub\":\"42\"}");
        string text = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, token);
        Scan.Value(text, Scan.One(text)).ShouldBe(token);
    }

    [Fact]
    public void UnsignedToken_IsLow()
    {
        string token = JsonWebTokenRules.Make(Random, "{\"sub\":\"42\"}", "{\"alg\":\"none\"}");
        Scan.Finds(token, "json-web-token", Confidence.Low, token);
        string bare = token[..(token.LastIndexOf('.') + 1)];
        Scan.Finds($"\"{bare}\"", "json-web-token", Confidence.Low, bare);
    }

    [Fact]
    public void RealSignedToken_IsFound()
    {
        string signed = Url("{\"alg\":\"RS256\",\"kid\":\"a\"}") + "." + Url("{\"sub\":\"42\"}");
        string token = signed + "." + KeyExamples.Url(RealKeys.Rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Scan.Finds($"'{token}'", "json-web-token", Confidence.High, token);
    }

    [Fact]
    public void EncryptedToken_IsMedium()
    {
        string token = Url("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + ".." + string.Join('.', new[] { 12, 90, 16 }.Select(n => KeyExamples.Url(KeyExamples.Bytes(Random, n))));
        Scan.Finds($"\"{token}\"", "json-web-token", Confidence.Medium, token);
        Scan.Finds($"\"{token.Replace("..", "." + KeyExamples.Url(KeyExamples.Bytes(Random, 256)) + ".", StringComparison.Ordinal)}\"", "json-web-token", Confidence.Medium);
    }

    [Fact]
    public void ShapeOfAToken_ThatDoesNotParse_IsMedium()
    {
        string token = JsonWebTokenRules.Make(Random, "{\"sub\":\"42\"}");
        string[] parts = token.Split('.');
        Scan.Finds($"\"{parts[0]}.{KeyExamples.Url(KeyExamples.Bytes(Random, 60))}.{parts[2]}\"", "json-web-token", Confidence.Medium);
        Scan.Silent("\"" + parts[0] + "." + new string('x', 40) + "." + new string('x', 43) + "\"");
        Scan.Silent($"\"{parts[0]}.{parts[1]}.{new string('a', 43)}\"");
        Scan.Silent("eyJhbGciOi... eyJhbGciOiJIUzI1NiJ9.e30.sig eyJfoo.bar.baz");
    }

    [Fact]
    public void JsonInBase64_ThatIsNoToken_IsSilent()
    {
        Scan.Silent("cursor=" + Url("{\"id\":12345,\"created\":\"2020-01-01T00:00:00Z\"}"));
        Scan.Silent("//# sourceMappingURL=data:application/json;base64," + Convert.ToBase64String(Encoding.ASCII.GetBytes("{\"version\":3,\"sources\":[\"" + new string('s', 30_000) + "\"]}")));
        Scan.Silent("session=" + Url("{\"user_id\":1,\"fresh\":true}") + ".YaBcDe." + KeyExamples.Url(KeyExamples.Bytes(Random, 20)));
        Scan.Silent("pk." + Url("{\"u\":\"someone\",\"a\":\"abcdefgh\"}") + "." + KeyExamples.Url(KeyExamples.Bytes(Random, 16)));
    }

    private static string Url(string json) => KeyExamples.Url(Encoding.ASCII.GetBytes(json));
}
