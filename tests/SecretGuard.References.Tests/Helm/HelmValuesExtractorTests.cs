namespace SecretGuard.References.Tests.Helm;

/// <summary>Values of charts.</summary>
public sealed class HelmValuesExtractorTests
{
    [Theory]
    [InlineData("auth: { existingSecret: db }", "1:25 kubernetes db")]
    [InlineData("auth: { existingSecret: db, existingSecretPasswordKey: pw }", "1:56 kubernetes db#pw")]
    [InlineData("auth: { existingSecret: { name: db, key: pw } }", "1:42 kubernetes db#pw")]
    [InlineData("auth:\n  existingSecret: db\n  secretKeys:\n    adminPasswordKey: admin\n    userPasswordKey: user\n", "4:23 kubernetes db#admin", "5:22 kubernetes db#user")]
    [InlineData("existingSecret: \"\"")]
    [InlineData("tls: [{ secretName: web-tls, hosts: [a] }]", "1:21 kubernetes web-tls")]
    [InlineData("imagePullSecrets: [a, { name: b }]", "1:20 kubernetes a", "1:31 kubernetes b")]
    [InlineData("env: [{ name: X, valueFrom: { secretKeyRef: { name: a, key: k } } }]", "1:61 kubernetes a#k as environment X")]
    [InlineData("envFrom: [{ secretRef: { name: a } }]", "1:32 kubernetes a")]
    [InlineData("existingSecret: [")]
    public void Values_NameSecretsOfTheCluster(string values, params string[] mentions) => Mentions.In("chart/values-prod.yaml", values).ShouldBe(mentions);

    [Theory]
    [InlineData("a.yaml", "existingSecret: a")]
    [InlineData("values.md", "existingSecret: a")]
    public void OtherFile_IsNotRead(string path, string text) => Mentions.In(path, text).ShouldBeEmpty();

    [Fact]
    public void Fence_IsReadByItsContent() => Mentions.In("a.md", "```yaml\ndb: { existingSecret: a }\n```\n").ShouldBe(["2:23 kubernetes a"]);
}
