using SecretGuard.References.Sources;

namespace SecretGuard.References.Tests.Kubernetes;

/// <summary>What patches put into objects that stand elsewhere.</summary>
public sealed class PatchesTests
{
    private const string Operations = """
        - op: add
          path: /spec/template/spec/containers/0/env/-
          value: { name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: shop-db, key: password } } }
        - op: remove
          path: /spec/template/spec/containers/0/env/2
        - op: replace
          path: /spec/template/spec/volumes
          value: [{ name: tls, secret: { secretName: shop-tls } }]
        """;

    private const string Merge = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: any, namespace: shop }
        spec: { template: { spec: { containers: [{ name: shop, envFrom: [{ secretRef: { name: shop-env } }] }] } } }
        """;

    [Theory]
    [InlineData("patches:\n- target: { kind: Deployment, name: shop }\n  patch: |-\n", Operations, "6:86 kubernetes shop-db#password as environment DB_PASSWORD", "11:52 kubernetes shop-tls")]
    [InlineData("patchesJson6902:\n- target: { group: apps, version: v1, kind: Deployment, name: shop }\n  patch: |-\n", Operations, "6:86 kubernetes shop-db#password as environment DB_PASSWORD", "11:52 kubernetes shop-tls")]
    [InlineData("patches:\n- patch: |-\n", Merge, "6:93 kubernetes [shop] shop-env as environment *")]
    [InlineData("patchesStrategicMerge:\n- |-\n", Merge, "6:93 kubernetes [shop] shop-env as environment *")]
    [InlineData("kind: Kustomization\nspec:\n patches:\n - patch: |\n", Merge, "8:93 kubernetes [shop] shop-env as environment *")]
    [InlineData("kind: Application\nspec:\n source:\n  kustomize:\n   patches:\n   - patch: |\n", Merge, "10:93 kubernetes [shop] shop-env as environment *")]
    public void PatchInAKustomization_IsReadAtItsPlace(string before, string patch, params string[] mentions) =>
        Mentions.In("overlays/prod/kustomization.yaml", $"{before}      {patch.Replace("\n", "\n      ", StringComparison.Ordinal)}\n").ShouldBe(mentions);

    [Fact]
    public void Operations_MayBeAFile_AndJson()
    {
        Mentions.In("overlays/prod/env.yaml", Operations).ShouldBe(["3:80 kubernetes shop-db#password as environment DB_PASSWORD", "8:46 kubernetes shop-tls"]);
        Mentions.In("kustomization.yaml", """
            patches:
            - target: { kind: ExternalSecret, name: shop }
              patch: '[{ "op": "replace", "path": "/spec/data/0/remoteRef/key", "value": "prod/db" }]'
            """).ShouldBe(["3:78 external-secrets [SecretStore/*] prod/db as kubernetes shop"]);
    }

    /// <summary>What the object is called where the patch is put into counts, and its kind; the patch may say anything.</summary>
    [Theory]
    [InlineData("- target: { kind: StatefulSet, name: shop }\n", "StatefulSet/shop")]
    [InlineData("- target: { kind: StatefulSet }\n", "StatefulSet/any")]
    [InlineData("- options: {}\n", "Deployment/any")]
    public void Target_SaysWhoUsesIt(string target, string consumer) =>
        Mentions.Read("kustomization.yaml", $"patches:\n{target}  patch: |\n    {Merge.Replace("\n", "\n    ", StringComparison.Ordinal)}\n").Records.ShouldHaveSingleItem().Consumer.ShouldBe(consumer);

    /// <summary>Playbooks are full of paths and loops; a text that is no YAML is told where it has to do with patches.</summary>
    [Theory]
    [InlineData("- file: { path: /a }\n  loop: [\n", 0)]
    [InlineData("- op: replace\n  path: /a\n  value: [\n", 1)]
    public void TextWithoutPatches_IsNotRead(string text, int told) => Mentions.Read("tasks/main.yml", text).Unread.Count.ShouldBe(told);

    [Fact]
    public void PathWithoutEnd_DoesNoHarm() => Mentions.In("a.yaml", $"- {{ op: add, path: {string.Concat(Enumerable.Repeat("/spec", 100_000))}, value: {{ name: a }} }}\n").ShouldBeEmpty();

    [Theory]
    [InlineData("patches: [{ path: a.yaml, target: { kind: Deployment } }, { patch: }, { patch: x }, x, []]\n")]
    [InlineData("patches: [{ patch: \"a: [\" }, { patch: \"- op: add\" }, { patch: \"- { op: add, path: a }\" }, { patch: \"- { op: add, path: / }\" }, { patch: \"- { op: add, path: /a/b }\" }]\n")]
    [InlineData("- { op: add, path: /spec/template/spec/containers/0/env/0, value: x }\n- { op: }\n- op: x\n- path: a\n")]
    [InlineData("patches: { patch: \"- op: add\" }\npatchesStrategicMerge: a\n")]
    public void OddPatch_DoesNoHarm(string text)
    {
        Mentions.In("kustomization.yaml", text).ShouldBeEmpty();
        Mentions.In("a.yaml", text + "apiVersion: v1\nkind: Pod\n").ShouldBeEmpty();
    }
}
