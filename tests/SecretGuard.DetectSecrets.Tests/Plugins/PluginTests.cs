using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Plugins;

namespace SecretGuard.DetectSecrets.Tests.Plugins;

/// <summary>What each plugin takes from a line: the string that is hashed. <c>{0}</c> stands for a value made of the pattern.</summary>
public sealed class PluginTests
{
    [Theory]
    [InlineData("ArtifactoryDetector", "AKC[a-zA-Z0-9]{10}", "key: {0}", " {0}")]
    [InlineData("ArtifactoryDetector", "AP[0-9A-F][a-zA-Z0-9]{8}", "x=\"{0}\"", "\"{0}\"")]
    [InlineData("ArtifactoryDetector", "AP[0-9A-F][a-zA-Z0-9]{8}", "x-{0}")]
    [InlineData("AWSKeyDetector", "AKIA[A-Z0-9]{16}", "id {0};", "{0}")]
    [InlineData("AWSKeyDetector", "A3T[A-Z0-9]{17}", "id {0};", "{0}")]
    [InlineData("AWSKeyDetector", "[0-9a-zA-Z/+]{40}", "aws_secret_key = '{0}'", "{0}")]
    [InlineData("AWSKeyDetector", "[0-9a-zA-Z/+]{40}", "AWS Token: \"{0}\"", "{0}")]
    [InlineData("AWSKeyDetector", "[0-9a-zA-Z/+]{40}", "aws_secret_key = {0}")]
    [InlineData("AzureStorageKeyDetector", "[a-zA-Z0-9+/]{86}==", "AccountKey={0};X=1", "AccountKey={0}")]
    [InlineData("BasicAuthDetector", "[a-z0-9]{12}", "https://me:{0}@host/x", "{0}")]
    [InlineData("BasicAuthDetector", "[a-z0-9]{12}", "https://me:{0}/@host")]
    [InlineData("BasicAuthDetector", "[a-z0-9]{12}", "https://:{0}@host")]
    [InlineData("CloudantDetector", "[0-9a-f]{64}", "cloudant_password = '{0}'", "{0}")]
    [InlineData("CloudantDetector", "[a-z]{24}", "\"cl_api_key\": \"{0}\"", "{0}")]
    [InlineData("CloudantDetector", "[0-9a-f]{64}", "https://me:{0}@me.cloudant.com", "{0}")]
    [InlineData("DiscordBotTokenDetector", "M[A-Za-z0-9]{23}.[A-Za-z0-9_-]{6}.[A-Za-z0-9_-]{27}", "bot {0}", "{0}")]
    [InlineData("DiscordBotTokenDetector", "N[A-Za-z0-9]{25}.[A-Za-z0-9_-]{6}.[A-Za-z0-9_-]{27}", "bot {0}", "{0}")]
    [InlineData("GitHubTokenDetector", "ghp_[A-Za-z0-9]{36}", "t = {0}", "ghp")]
    [InlineData("GitHubTokenDetector", "ghs_[A-Za-z0-9]{36}", "t = {0}", "ghs")]
    [InlineData("GitLabTokenDetector", "glpat-[A-Za-z0-9]{20}", "t = {0}", "glpat")]
    [InlineData("GitLabTokenDetector", "glrt-[A-Za-z0-9]{60}", "t = {0}")]
    [InlineData("GitLabTokenDetector", "GR1348941[A-Za-z0-9]{20}", "t = {0}", "{0}")]
    [InlineData("GitLabTokenDetector", "glcbt-[A-Za-z0-9]{20}", "t = {0}")]
    [InlineData("GitLabTokenDetector", "glcbt-a1_[A-Za-z0-9]{20}", "t = {0}", "a1_")]
    [InlineData("GitLabTokenDetector", "glptt-[A-Za-z0-9]{40}", "t = {0}", "{0}")]
    [InlineData("GitLabTokenDetector", "glagent-[A-Za-z0-9_-]{49}x", "t = {0}", "{0}")]
    [InlineData("GitLabTokenDetector", "glimt-[A-Za-z0-9]{25}", "t = {0}", "{0}")]
    [InlineData("GitLabTokenDetector", "gloas-[A-Za-z0-9]{64}", "t = {0}", "{0}")]
    [InlineData("GitLabTokenDetector", "glptt-[A-Za-z0-9]{41}", "t = {0}")]
    [InlineData("IbmCloudIamDetector", "[A-Za-z0-9]{44}", "ibm_cloud_iam_api_key: \"{0}\"", "{0}")]
    [InlineData("IbmCloudIamDetector", "[A-Za-z0-9]{44}", "apikey={0}", "{0}")]
    [InlineData("IbmCloudIamDetector", "[A-Za-z0-9]{45}", "apikey={0}")]
    [InlineData("IbmCosHmacDetector", "[a-f0-9]{48}", "cos_hmac_secret_access_key = {0}", "{0}")]
    [InlineData("MailchimpDetector", "[0-9a-z]{32}-us[0-9]", "mail {0}", "{0}")]
    [InlineData("NpmDetector", "npm_[A-Za-z0-9]{36}", "//registry.npmjs.org/:_authToken={0}\"", "{0}\"")]
    [InlineData("NpmDetector", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "//registry.npmjs.org/:_authToken={0}\"", "{0}")]
    [InlineData("OpenAIDetector", "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}", "key {0}", "{0}")]
    [InlineData("PypiTokenDetector", "pypi-AgEIcHlwaS5vcmc[A-Za-z0-9]{70}", "t {0}", "{0}")]
    [InlineData("SendGridDetector", "SG.[A-Za-z0-9]{22}.[A-Za-z0-9]{43}", "t {0}", "{0}")]
    [InlineData("SlackDetector", "xoxb-[0-9]{12}-[a-z0-9]{20}", "t {0}", "{0}")]
    [InlineData("SlackDetector", "T[A-Z0-9]{8}/B[A-Z0-9]{8}/[a-z0-9]{20}", "u https://hooks.slack.com/services/{0}", "https://hooks.slack.com/services/{0}")]
    [InlineData("SoftlayerDetector", "[a-z0-9]{64}", "sl_api_key = \"{0}\"", "{0}")]
    [InlineData("SoftlayerDetector", "[a-z0-9]{64}", "http://api.softlayer.com/soap/v3.1/{0}", "{0}")]
    [InlineData("SquareOAuthDetector", "sq0csp-[0-9A-Za-z_]{43}", "t {0}", "{0}")]
    [InlineData("StripeDetector", "sk_live_[0-9a-zA-Z]{24}", "t {0}", "{0}")]
    [InlineData("TelegramBotTokenDetector", "[0-9]{9}:[0-9A-Za-z_-]{35}", "{0}", "{0}")]
    [InlineData("TelegramBotTokenDetector", "[0-9]{9}:[0-9A-Za-z_-]{35}", "t {0}")]
    [InlineData("TwilioKeyDetector", "AC[a-z0-9]{32}", "sid {0}", "{0}")]
    [InlineData("TwilioKeyDetector", "SK[a-z0-9]{32}", "SKSK{0}", "{0}")]
    [InlineData("IPPublicDetector", "8[0-9].1[0-9].[1-9].7", "host {0}:8080/", "{0}:8080")]
    [InlineData("IPPublicDetector", "8[0-9].1[0-9].[1-9].7", "v{0} 1.{0} {0}.1 10.1.2.3 192.168.1.1 172.16.0.1 256.1.1.1 127.0.0.1")]
    [InlineData("IPPublicDetector", "172.3[2-9].[1-9].7", "({0})", "{0}")]
    public void Line_GivesWhatIsHashed(string name, string pattern, string line, params string[] captured)
    {
        string value = Made.Of(pattern.Replace(".", "\\.", StringComparison.Ordinal));
        Captured(name, line.Replace("{0}", value, StringComparison.Ordinal)).ShouldBe(captured.Select(text => text.Replace("{0}", value, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("BEGIN RSA PRIVATE KEY")]
    [InlineData("BEGIN PRIVATE KEY")]
    [InlineData("BEGIN OPENSSH PRIVATE KEY")]
    [InlineData("BEGIN PGP PRIVATE KEY BLOCK")]
    public void PrivateKey_IsKnownByItsHeader(string header) => Captured("PrivateKeyDetector", $"-----{header}-----").ShouldBe([header]);

    [Fact]
    public void JsonWebToken_EndsAtTheSecondDot()
    {
        string token = TestKit.Placeholders.Fill("‹jwt›", new Random(3));
        Captured("JwtTokenDetector", $"bearer {token}").ShouldBe([token[..(token.LastIndexOf('.') + 1)]]);
        Captured("JwtTokenDetector", "eyJhbGciOiJ.eyJub3.x").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Base64HighEntropyString", "[A-Za-z0-9]{60}", "x = '{0}'", true)]
    [InlineData("Base64HighEntropyString", "[A-Za-z0-9]{60}", "x = {0}", false)]
    [InlineData("Base64HighEntropyString", "[A-Za-z0-9]{60}", "x = '{0}\"", false)]
    [InlineData("Base64HighEntropyString", "[ab]{60}", "x = '{0}'", false)]
    [InlineData("HexHighEntropyString", "[0-9a-f]{40}", "x = \"{0}\"", true)]
    [InlineData("HexHighEntropyString", "[0-9]{14}", "x = \"{0}\"", false)]
    public void Entropy_CountsInQuotes(string name, string pattern, string line, bool found) =>
        Captured(name, line.Replace("{0}", Made.Of(pattern), StringComparison.Ordinal)).Count.ShouldBe(found ? 1 : 0);

    [Fact]
    public void Catalogue_HasTheClassesOfVersion1_5()
    {
        PluginCatalogue.Names.Count.ShouldBe(27);
        PluginCatalogue.Names.ShouldAllBe(name => PluginCatalogue.Make(new Setting(name))!.Name == name);
        PluginCatalogue.NamesByType.ShouldAllBe(entry => PluginCatalogue.Make(new Setting(entry.Value))!.Type == entry.Key);
    }

    private static IReadOnlyList<string> Captured(string name, string line)
    {
        Plugin plugin = PluginCatalogue.Make(PluginCatalogue.Defaults.Single(setting => setting.Name == name))!;
        var found = new List<Capture>();
        plugin.Find(new PluginLine(line, "a.txt"), found);
        found.ShouldAllBe(_ => plugin.MayFind(line), "what is found must be expected");
        return [.. found.Select(capture => capture.Hashed)];
    }
}
