using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Sources;
using SecretGuard.Triage;

namespace SecretGuard.References.Tests.Kubernetes;

/// <summary>What the secret of an ExternalSecret is called once Kustomizations have renamed the object, environment by environment.</summary>
public sealed class KustomizedNamesTests
{
    private const string Secret = "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: db }\nspec:\n  secretStoreRef: { kind: ClusterSecretStore, name: main }\n  data: [{ secretKey: password, remoteRef: { key: shop } }]\n";

    /// <summary>An overlay of production beside one of development, and what the secret is called.</summary>
    [Theory]
    [InlineData("namePrefix: prod-", "dev:db prod:prod-db")]
    [InlineData("nameSuffix: -live", "dev:db prod:db-live")]
    [InlineData("namePrefix: prod-\nnameSuffix: -live", "dev:db prod:prod-db-live")]
    [InlineData("namePrefix: ''", "db")]
    [InlineData("namespace: prod", "db")]
    [InlineData("namePrefix: prod-\nconfigurations: [names.yaml]", "db")] // may rename what refers to it, too
    [InlineData("namePrefix: prod-\nreplacements: [{ source: { kind: ExternalSecret, name: db }, targets: [{ select: { kind: Deployment }, fieldPaths: [spec.x] }] }]", "db")]
    [InlineData("namePrefix: prod-\nreplacements: [{ source: { kind: ConfigMap, fieldPath: data.x }, targets: [] }]", "dev:db prod:prod-db")]
    [InlineData("namePrefix: prod-\npatches: [{ target: { kind: ExternalSecret }, patch: '[{ op: replace, path: /spec/data/0/remoteRef/key, value: live }]' }]", "dev:db prod:prod-db")]
    [InlineData("namePrefix: prod-\npatches: [{ target: { kind: ExternalSecret }, patch: '[{ op: add, path: /spec/target, value: { name: db } }]' }]", "db dev:db prod:prod-db")]
    public void Overlay_RenamesIt(string overlay, string names) =>
        Names(("overlays/dev/kustomization.yaml", "resources: [../../base]\n"), ("overlays/prod/kustomization.yaml", $"resources: [../../base]\n{overlay}\n")).ShouldBe(names);

    [Theory]
    [InlineData("metadata: { name: db }", "metadata: { name: db }\nunused: true", "prod:prod-db")]
    [InlineData("spec:", "spec:\n  target: { name: db }", "db")]
    [InlineData("spec:", "spec:\n  target: { name: other }", "other")]
    [InlineData("spec:", "spec:\n  target: { template: { data: { url: 'x{{ .password }}' } } }", "prod:prod-db")]
    public void NameOfItsOwn_Stays(string part, string said, string names) =>
        Names(["prod"], ("base/secret.yaml", Secret.Replace(part, said, StringComparison.Ordinal)), ("overlays/prod/kustomization.yaml", "resources: [../../base]\nnamePrefix: prod-\n")).ShouldBe(names);

    /// <summary>Prefixes are put around each other from the inside.</summary>
    [Fact]
    public void NestedKustomizations_RenameItInTurn() => Names(["prod"],
        ("base/kustomization.yaml", "resources: [secret.yaml]\nnamePrefix: shop-\n"), ("parts/live/kustomization.yaml", "kind: Component\nnamePrefix: live-\nnameSuffix: -l\n"),
        ("overlays/prod/kustomization.yaml", "resources: [../../base]\ncomponents: [../../parts/live]\nnamePrefix: prod-\nnameSuffix: -p\n")).ShouldBe("prod:prod-live-shop-db-l-p");

    [Theory]
    [InlineData("clusters/prod/app.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: app }\nspec: { path: ./base, namePrefix: prod- }\n")]
    [InlineData("argo/prod.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: app }\nspec: { source: { path: base, kustomize: { namePrefix: prod- } } }\n")]
    public void FluxAndArgoCD_RenameItToo(string path, string text) => Names((path, text)).ShouldBe("dev:db prod:prod-db");

    [Theory]
    [InlineData("namePrefix: dev-", "dev-db prod-db")]
    [InlineData("namespace: dev", "db prod-db")]
    public void WithoutEnvironments_EachNameCounts(string dev, string names) =>
        Names([], ("overlays/dev/kustomization.yaml", $"resources: [../../base]\n{dev}\n"), ("overlays/prod/kustomization.yaml", "resources: [../../base]\nnamePrefix: prod-\n")).ShouldBe(names);

    [Fact]
    public void KustomizationsInACircle_RenameNothing() =>
        Names(("base/kustomization.yaml", "resources: [secret.yaml, ../overlays/prod]\nnamePrefix: a-\n"), ("overlays/prod/kustomization.yaml", "resources: [../../base]\nnamePrefix: b-\n")).ShouldBe("db");

    private static string Names(params (string Path, string Text)[] files) => Names(["dev", "prod"], files);

    private static string Names(string[] environments, params (string Path, string Text)[] files)
    {
        var declaration = new Declaration { Environments = [.. environments.Select(name => new DeclaredEnvironment(name, new Location("", 0, 0, 0, 0)) { Paths = new GlobList([Glob.Parse($"overlays/{name}/**")]) })] };
        var alone = new Extraction();
        foreach ((string path, string text) in files.Concat([("base/kustomization.yaml", "resources: [secret.yaml]\n"), ("base/secret.yaml", Secret)]).DistinctBy(file => file.Item1))
        {
            ExtractorCatalogue.ReadOneOfMany(new SourceText(path, text), alone);
        }

        return string.Join(' ', FilledTemplates.Over(alone.Records, ExtractorCatalogue.Join(alone.Drafts, declaration).Records).Where(record => record.Provides?.Store == StoreTypes.Kubernetes)
            .Select(record => (record.Environment is null ? "" : record.Environment + ":") + record.Provides!.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
