using SecretGuard.Inventories;
using SecretGuard.References.Custom;
using SecretGuard.References.Joining;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Tests.Custom;

/// <summary>Syntaxes that users declare.</summary>
public sealed class DeclaredExtractorTests
{
    private const string VaultFile = """
        # configs/secrets/vault.yaml
        vault:
          address: ${VAULT_ADDR}
          secrets:
            - path: secret/data/agentaskit/api-keys
              key: api_key
            - path: secret/data/agentaskit/db-credentials
              key: db_password
        """;

    private static readonly string[] InVaultFile = ["5:13 hashicorp-vault secret/data/agentaskit/api-keys#api_key", "7:13 hashicorp-vault secret/data/agentaskit/db-credentials#db_password"];

    [Fact]
    public void FileOfAUser_IsReadByItsDeclarationAlone() => In("configs/secrets/vault.yaml", VaultFile, OfVault()).ShouldBe(InVaultFile);

    [Fact]
    public void BlockThatNamesItsPath_IsReadAsThatFile() =>
        In("docs/a.md", $"# A\n\n```yaml\n{VaultFile}\n```\n", OfVault()).ShouldBe(["8:13 hashicorp-vault secret/data/agentaskit/api-keys#api_key", "10:13 hashicorp-vault secret/data/agentaskit/db-credentials#db_password"]);

    [Fact]
    public void OtherFile_IsNotRead() => In("other.yaml", VaultFile, OfVault()).ShouldBeEmpty();

    [Fact]
    public void Transform_MakesTheNameOfTheStore() =>
        In("configs/secrets/vault.yaml", VaultFile, OfVault() with { Address = "kv", Transform = NameTransform.RemovePrefix("secret/data/agentaskit/").Then(NameTransform.Replace("-keys$", "")) })
            .ShouldBe(["5:13 hashicorp-vault [kv] api#api_key", "7:13 hashicorp-vault [kv] db-credentials#db_password"]);

    [Theory]
    [InlineData("a.b[*]", "n", "a:\n  b:\n  - n: x\n  - m: y\n  - n: z", "3:8 aws-ssm x", "5:8 aws-ssm z")]
    [InlineData("a.b[1]", "n", "a: { b: [{ n: x }, { n: y }] }", "1:25 aws-ssm y")]
    [InlineData("a", "*", "a: { x: y, z: [w] }", "1:9 aws-ssm y")]
    [InlineData("$.a.*", "@key", "a: { x: 1, y: { z: 2 } }", "1:6 aws-ssm x", "1:12 aws-ssm y")]
    [InlineData("a[*]", "", "a: [x, \"y\", [z]]", "1:5 aws-ssm x", "1:9 aws-ssm y")]
    [InlineData("**.secret", "", "a: { secret: x, b: [{ secret: y }] }\nsecret: z", "1:14 aws-ssm x", "1:31 aws-ssm y", "2:9 aws-ssm z")]
    [InlineData("[\"a.b\"]['c'].*", "name", "a.b: { c: { d: { name: \"x${Y}\" } } }", "1:25 aws-ssm x*")]
    [InlineData("a[\"*\"]", "", "a: { \"*\": x, b: y }", "1:11 aws-ssm x")]
    [InlineData("a.b", "c", "a: [1]")]
    [InlineData("a.*", "@key", "a: &x { b: *x }", "1:9 aws-ssm b")]
    public void Path_LeadsToItsValues(string items, string name, string text, params string[] mentions) =>
        In("a.yaml", text, new CustomExtractor("own", ["*.yaml"], StoreTypes.AwsSsm, new PathSelection(items, name))).ShouldBe(mentions);

    [Fact]
    public void Fields_ComeFromTheItemOrTheRoot() => In("a.json", """{ "region": "eu-west-1", "secrets": { "db": { "id": "shop/db", "v": 2, "field": "password" } } } // c""",
        new CustomExtractor("own", ["a.json"], StoreTypes.AwsSecretsManager, new PathSelection("secrets.*", "id") { Property = "field", Version = "v", Address = "$.region" })).ShouldBe(["1:54 aws-secrets-manager [eu-west-1] shop/db#password@2"]);

    [Theory]
    [InlineData("^secret (?<address>\\w+)/(?<name>[\\w-]+)(?:#(?<property>\\w+))?(?:@(?<version>\\d+))?$", "secret a/b\nno secret a/c\nsecret kv/db#p@3", "1:10 azure-key-vault [a] b", "3:11 azure-key-vault [kv] db#p@3")]
    [InlineData("(?<name>x)?y", "xy y", "1:1 azure-key-vault x")]
    public void Pattern_NamesByItsGroups(string pattern, string text, params string[] mentions) =>
        In("a.txt", text, new CustomExtractor("own", ["*.txt"], StoreTypes.AzureKeyVault, new PatternSelection(pattern))).ShouldBe(mentions);

    [Theory]
    [InlineData("a..b", "items", "'a..b' is no path: a key is missing at character 3")]
    [InlineData("a[x]", "items", "'a[x]' is no path: in brackets there is a number, '*' or a key in quotes at character 3")]
    [InlineData("a[0", "items", "'a[0' is no path: the bracket is not closed at character 2")]
    [InlineData("a[\"b", "items", "'a[\"b' is no path: the bracket is not closed at character 2")]
    [InlineData("a[0]b", "items", "'a[0]b' is no path: expected '.' or '[' at character 5")]
    [InlineData(".a", "items", "'.a' is no path: expected '.' or '[' at character 1")]
    public void BrokenPath_SaysWhatIsWrong(string path, string member, string message)
    {
        CustomExtractorException error = Should.Throw<CustomExtractorException>(() => new DeclaredExtractor(new CustomExtractor("own", ["*"], StoreTypes.Vault, new PathSelection(path, "a"))));
        (error.Member, error.Message).ShouldBe((member, message));
    }

    [Theory]
    [InlineData("(?<name>a", "'(?<name>a' is no regular expression: it breaks at character 10")]
    [InlineData("(?=a)(?<name>b)", "'(?=a)(?<name>b)' looks around, looks back or is atomic, which takes no bounded time; say the same without")]
    [InlineData("a", "'a' has no group (?<name>…), which says what the secret is called")]
    public void BrokenPattern_SaysWhatIsWrong(string pattern, string message)
    {
        CustomExtractorException error = Should.Throw<CustomExtractorException>(() => new DeclaredExtractor(new CustomExtractor("own", ["*"], StoreTypes.Vault, new PatternSelection(pattern))));
        (error.Member, error.Message).ShouldBe(("pattern", message));
    }

    [Theory]
    [InlineData("a[", "files")]
    [InlineData("!", "files")]
    public void BrokenGlob_SaysWhichPart(string glob, string member) =>
        Should.Throw<CustomExtractorException>(() => new DeclaredExtractor(new CustomExtractor("own", [glob], StoreTypes.Vault, new PatternSelection("(?<name>a)")))).Member.ShouldBe(member);

    [Fact]
    public void HalfWrittenText_DoesNoHarm()
    {
        for (int length = 0; length <= VaultFile.Length; length++)
        {
            In("configs/secrets/vault.yaml", VaultFile[..length], OfVault()).Length.ShouldBeLessThanOrEqualTo(2);
        }
    }

    private static CustomExtractor OfVault() =>
        new("agentaskit-vault", ["configs/secrets/vault.yaml"], StoreTypes.Vault, new PathSelection("vault.secrets[*]", "path") { Property = "key", Address = "$.vault.address" });

    private static string[] In(string path, string text, CustomExtractor declaration)
    {
        var found = new Extraction([new DeclaredExtractor(declaration)]);
        ExtractorCatalogue.Read(new SourceText(path, text), found);
        return Mentions.Of(found);
    }
}
