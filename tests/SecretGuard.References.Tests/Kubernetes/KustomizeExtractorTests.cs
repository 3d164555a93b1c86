namespace SecretGuard.References.Tests.Kubernetes;

/// <summary>Secrets that Kustomize makes.</summary>
public sealed class KustomizeExtractorTests
{
    [Fact]
    public void Generator_ProvidesItsKeys() => Mentions.In("overlays/prod/kustomization.yaml", """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        namespace: shop
        secretGenerator:
          - name: app
            literals:
              - user=
              - "pass="
            envs: [.env]
            files:
              - tls.key=certs/a.key
              - id.txt
          - { name: none }
        """).ShouldBe(
        [
            "7:9 kubernetes [shop] app#user as kubernetes [shop] app#user",
            "8:10 kubernetes [shop] app#pass as kubernetes [shop] app#pass",
            "9:12 dotenv source .env as kubernetes [shop] app#*",
            "11:17 files [certs] a.key as kubernetes [shop] app#tls.key",
            "12:9 files id.txt as kubernetes [shop] app#id.txt",
        ]);

    [Theory]
    [InlineData("secretGenerator: [{ literals: [a=] }]")]
    [InlineData("secretGenerator: [")]
    [InlineData("secretGenerator: x")]
    public void OddText_DoesNoHarm(string text) => Mentions.In("kustomization.yml", text).ShouldBeEmpty();
}
