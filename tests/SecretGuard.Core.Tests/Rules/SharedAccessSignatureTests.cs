using SecretGuard.Detection;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Rules;

public sealed class SharedAccessSignatureTests
{
    private const string Slug = "azure-shared-access-signature";

    private static readonly Detector Detector = new(Catalogue.Default);
    private static readonly string Signature = Catalogue.Default.Rules.Single(rule => rule.Slug == Slug).MakeExample(new Random(3));

    [Theory]
    [InlineData("url = \"https://acme.blob.core.windows.net/c?sv=2023-11-03&sp=rl&se=2030-01-01&sig={0}\"")]
    [InlineData("sas: ?sig={0}&se=2030-01-01T00%3A00%3A00Z&sv=2022-11-02&sr=b")]
    [InlineData("\"SharedAccessSignature sr=https%3A%2F%2Facme.servicebus.windows.net&sig={0}&se=1893456000&skn=send\"")]
    [InlineData("<add value=\"https://acme.table.core.windows.net/?sv=2021-06-08&amp;se=2030-01-01&amp;sig={0}\" />")]
    [InlineData("{\"u\":\"https://acme.file.core.windows.net/?sv=2021-06-08\\u0026se=2030-01-01\\u0026sig={0}\"}")]
    public void SignatureInItsQuery_IsFound(string template)
    {
        string text = template.Replace("{0}", Signature, StringComparison.Ordinal);
        Match match = Detector.Detect(Content.FromText(text, "a.txt")).ShouldHaveSingleItem();
        match.Rule.Slug.ShouldBe(Slug);
        text.Substring(match.Start, match.Length).ShouldBe(Signature);
    }

    [Fact]
    public void SignatureInUrlSafeBase64_IsFound()
    {
        string signature = Uri.UnescapeDataString(Signature).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        string text = $"https://prod-1.westeurope.logic.azure.com/workflows/w?sp=%2Ftriggers%2Frun&sv=1.0&sig={signature}";
        Match match = Detector.Detect(Content.FromText(text, "a.txt")).ShouldHaveSingleItem();
        text.Substring(match.Start, match.Length).ShouldBe(signature);
    }

    [Theory]
    [InlineData("sig={0}")]
    [InlineData("https://example.org/?sig={0}&page=2")]
    [InlineData("sv=1&se=2 sig={0}")]
    [InlineData("?sv=2023-11-03&se=2030-01-01&design={0}")]
    [InlineData("?sv=2023-11-03&se=2030-01-01&sig={0}AB")]
    [InlineData("?resv=2023-11-03&rese=2030-01-01&sig={0}")]
    [InlineData("?sv=2023-11-03&se=2030-01-01&sig=<signature>")]
    public void SignatureWithoutItsQuery_IsNotFound(string template)
    {
        string text = template.Replace("{0}", Signature, StringComparison.Ordinal);
        Detector.Detect(Content.FromText(text, "a.txt")).ShouldNotContain(match => match.Rule.Slug == Slug);
    }
}
