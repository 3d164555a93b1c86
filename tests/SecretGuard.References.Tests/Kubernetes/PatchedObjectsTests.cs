using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Tests.Kubernetes;

/// <summary>What operations of RFC 6902 make of objects that stand in other files.</summary>
public sealed class PatchedObjectsTests
{
    private const string Secret = """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: { name: app, namespace: shop }
        spec:
          secretStoreRef: { kind: ClusterSecretStore, name: main }
          data:
            - { secretKey: password, remoteRef: { key: db, property: password } }
            - { secretKey: token, remoteRef: { key: api } }
        ---
        apiVersion: external-secrets.io/v1
        kind: ClusterSecretStore
        metadata: { name: main }
        spec: { provider: { azurekv: { vaultUrl: https://kv-shop.vault.azure.net } } }
        """;

    private const string Pod = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: app }
        spec: { template: { spec: { containers: [{ name: app, env: [{ name: A, value: b }, { name: PW, valueFrom: { secretKeyRef: { name: app, key: password } } }] }] } } }
        """;

    private const string Target = "target: { kind: ExternalSecret, name: app }";

    /// <summary>Operations, and the line, name and key of what they say; below, what each of them would say alone.</summary>
    [Theory]
    [InlineData(Target, "/spec/data/0/remoteRef/key, value: prod/db", "6 prod/db#password as app#password")]
    [InlineData(Target, "/spec/data/1/remoteRef/key, value: prod/api", "6 prod/api as app#token")]
    [InlineData(Target, "/spec/data/0/remoteRef/property, value: pw", "6 db#pw as app#password")]
    [InlineData(Target, "/spec/data/0/secretKey, value: pass", "6 db#password as app#pass")]
    [InlineData(Target, "/spec/data/0/remoteRef/key, value: prod/db }\n    - { op: replace, path: /spec/data/0/remoteRef/property, value: pw", "6 prod/db#pw as app#password")]
    [InlineData(Target, "/spec/data/0, value: { secretKey: password, remoteRef: { key: prod/db } }", "6 prod/db as app#password")]
    [InlineData(Target, "/spec/data/0 }\n    - { op: remove, path: /spec/data/0 }\n    - { op: replace, path: /spec/data/0/remoteRef/key, value: x", "8 x as app#token")]
    [InlineData(Target, "/spec/target, value: { name: other }", "")] // replaces what is not there
    [InlineData(Target, "/spec/secretStoreRef/name, value: other", "6 db#password as app#password", "6 api as app#token")]
    [InlineData("target: { kind: External.*, name: ap+ }", "/spec/data/0/remoteRef/key, value: prod/db", "6 prod/db#password as app#password")]
    [InlineData("target: { group: apps, kind: Deployment }", "/spec/template/spec/containers/0/env/1/valueFrom/secretKeyRef/name, value: app-prod", "6 app-prod#password as PW")]
    public void Operation_IsDoneToTheObject(string target, string operation, params string[] mentions) =>
        Mentioned(("overlays/prod/kustomization.yaml", $"resources: [../../base]\npatches:\n- {target}\n  # why\n  patch: |-\n    - {{ op: replace, path: {operation} }}\n")).ShouldBe(mentions.Where(mention => mention.Length > 0));

    /// <summary>What a Kustomization copies from a field into others, at the line of the field's path.</summary>
    [Theory]
    [InlineData("source: { kind: ConfigMap, name: env, fieldPath: data.db }", "fieldPaths: [spec.data.0.remoteRef.key]", "8 prod/db#password as app#password")]
    [InlineData("source: { kind: ConfigMap, name: env, fieldPath: data.db }", "fieldPaths: ['spec.data.[secretKey=token].remoteRef.key']", "8 prod/db as app#token")]
    [InlineData("source: { kind: ConfigMap, name: env, fieldPath: data.db }", "fieldPaths: ['spec.data.*.remoteRef.key']", "8 prod/db#password as app#password", "8 prod/db as app#token")]
    [InlineData("source: { kind: ConfigMap, name: env, fieldPath: data.db, options: { delimiter: / } }", "fieldPaths: [spec.data.1.remoteRef.key]", "8 prod as app#token")]
    [InlineData("source: { kind: ConfigMap, name: env, fieldPath: data.db, options: { delimiter: /, index: 1 } }", "fieldPaths: [spec.data.1.remoteRef.key], options: { delimiter: p, index: 1 }", "8 apdb as app#token")]
    [InlineData("source: { kind: ClusterSecretStore, fieldPath: metadata.name }", "fieldPaths: [spec.data.1.remoteRef.key], options: { delimiter: '-', index: 9 }", "8 api-main as app#token")]
    [InlineData("sourceValue: given", "fieldPaths: [spec.data.1.remoteRef.key]", "8 given as app#token")]
    [InlineData("source: { kind: ConfigMap, name: other, fieldPath: data.db }", "fieldPaths: [spec.data.0.remoteRef.key]")]
    [InlineData("sourceValue: given", "fieldPaths: [spec.data.9.remoteRef.key]")]
    [InlineData("sourceValue: given", "fieldPaths: [spec.data.1.remoteRef.key], reject: [{ name: app }]")]
    public void Replacement_IsDoneToTheObject(string source, string target, params string[] mentions) => Mentioned(("overlays/prod/kustomization.yaml",
        $"resources: [../../base]\nconfigMapGenerator:\n- {{ name: env, literals: [db=prod/db] }}\nreplacements:\n- {source}\n  targets:\n  - select: {{ kind: ExternalSecret }}\n    {{0}}\n".Replace("{0}", target.Replace(", options", "\n    options").Replace(", reject", "\n    reject")))).ShouldBe(mentions);

    [Fact]
    public void Operations_MayBeAddedAndTakenAway() => Mentioned(("overlays/prod/kustomization.yaml",
        "resources: [../../base]\npatches:\n- target: { kind: ExternalSecret }\n  patch: |-\n    - { op: remove, path: /spec/data/0 }\n    - { op: replace, path: /spec/data/0/remoteRef/key, value: x }\n    - { op: add, path: /spec/data/-, value: { secretKey: new, remoteRef: { key: y } } }\n    - { op: add, path: /spec/data/0, value: { secretKey: first, remoteRef: { key: z } } }\n"))
        .ShouldBe(["6 x as app#token", "7 y as app#new", "8 z as app#first"]);

    /// <summary>Who says the patches: a file of operations, Flux, Argo CD.</summary>
    [Theory]
    [InlineData("overlays/prod/kustomization.yaml", "resources: [../../base]\npatchesJson6902:\n- { target: { version: v1, kind: ExternalSecret, name: app }, path: ops.yaml }\n")]
    [InlineData("clusters/prod/app.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: app }\nspec:\n  path: ./base\n  patches:\n    - target: { kind: ExternalSecret }\n      patch: '[{ op: replace, path: /spec/data/0/remoteRef/key, value: prod/db }]'\n")]
    [InlineData("argo/prod.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: app }\nspec:\n  source:\n    path: base\n    kustomize:\n      patches:\n        - target: { kind: ExternalSecret }\n          patch: '[{ op: replace, path: /spec/data/0/remoteRef/key, value: prod/db }]'\n")]
    public void Patches_StandInSeveralPlaces(string path, string text) =>
        Mentioned((path, text), ("overlays/prod/ops.yaml", "- op: replace\n  path: /spec/data/0/remoteRef/key\n  value: prod/db\n")).ShouldHaveSingleItem().ShouldEndWith(" prod/db#password as app#password");

    /// <summary>A store that an overlay sends elsewhere.</summary>
    [Fact]
    public void Store_IsPatchedToo()
    {
        (Extraction alone, Extraction together) = Read(("overlays/prod/kustomization.yaml", "resources: [../../base]\npatches:\n- target: { kind: ClusterSecretStore, name: main }\n  patch: '[{ op: replace, path: /spec/provider/azurekv/vaultUrl, value: \"https://kv-shop-prod.vault.azure.net\" }]'\n"));
        FilledTemplates.Over(alone.Stores, together.Stores).Select(store => $"{store.Location.Path} {store.Name} {store.Address}").ShouldBe(
            ["base/secrets.yaml main https://kv-shop.vault.azure.net", "overlays/prod/kustomization.yaml main https://kv-shop-prod.vault.azure.net"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("target: { kind: ExternalSecret, name: other }")]
    [InlineData("target: { kind: '(' }")]
    [InlineData("target: { kind: ExternalSecret, labelSelector: a=b }")]
    [InlineData("options: {}")]
    public void OtherTarget_IsNotPatched(string target) =>
        Read(("overlays/prod/kustomization.yaml", $"resources: [../../base, ../../nowhere, ../../../out]\npatches:\n- {target}\n  patch: '[{{ op: replace, path: /spec/data/0/remoteRef/key, value: prod/db }}]'\n")).Together.Records.ShouldBeEmpty();

    [Fact]
    public void ComponentsThatAllNameEachOther_AreReadOnce()
    {
        string all = string.Join(", ", Enumerable.Range(0, 40).Select(i => $"../c{i}"));
        Mentioned([("overlays/prod/kustomization.yaml", "resources: [../../base]\ncomponents: [../c0]\n"), .. Enumerable.Range(0, 40).Select(i => ($"overlays/c{i}/kustomization.yaml", $"kind: Component\ncomponents: [{all}]\npatches:\n- {Target}\n  patch: '[{{ op: add, path: /spec/data/-, value: {{ secretKey: k{i}, remoteRef: {{ key: c{i} }} }} }}]'\n"))])
            .ShouldBe(Enumerable.Range(0, 40).Select(i => $"2 c{i} as app#k{i}"), ignoreOrder: true, "each once, where the overlay takes it");
    }

    /// <summary>Objects and patches whose anchors hold themselves, or multiply, are changed as far as anybody looks.</summary>
    [Theory]
    [InlineData("apiVersion: example.com/v1", "a: &a { a: *a }", "a: &a { a: *a }")]
    [InlineData("apiVersion: v1", "a: &a { a: *a, x: 1 }", "a: &a { a: *a, x: { $patch: delete } }")]
    [InlineData("apiVersion: v1", "a: &a [*a, { name: x }]", "a: &a [*a, { name: x, $patch: delete }]")]
    [InlineData("apiVersion: example.com/v1", Doubled, Doubled)]
    public void AnchorsWithoutEnd_AreReadInTime(string version, string spec, string patch) => Mentioned(
        ("base/more.yaml", $"{version}\nkind: Odd\nmetadata: {{ name: odd }}\nspec: {{ {spec} }} # secret\n"), ("base/odd/kustomization.yaml", "resources: [../more.yaml]\n"),
        ("overlays/prod/kustomization.yaml", $"resources: [../../base, ../../base/odd]\npatches:\n- target: {{ kind: Odd }}\n  patch: |-\n    {version}\n    kind: Odd\n    metadata: {{ name: odd }}\n    spec: {{ {patch} }} # $patch\n- {Target}\n  patch: '[{{ op: replace, path: /spec/data/0/remoteRef/key, value: prod/db }}]'\n"))
        .ShouldHaveSingleItem().ShouldEndWith(" prod/db#password as app#password");

    private const string Doubled = "a: &a { x: 1, y: 2 }, b: &b { x: *a, y: *a }, c: &c { x: *b, y: *b }, d: &d { x: *c, y: *c }, e: &e { x: *d, y: *d }, f: &f { x: *e, y: *e }, g: &g { x: *f, y: *f }, h: &h { x: *g, y: *g }, "
        + "i: &i { x: *h, y: *h }, j: &j { x: *i, y: *i }, k: &k { x: *j, y: *j }, l: &l { x: *k, y: *k }, m: &m { x: *l, y: *l }, n: &n { x: *m, y: *m }, o: &o { x: *n, y: *n }, p: &p { x: *o, y: *o }, "
        + "q: &q { x: *p, y: *p }, r: &r { x: *q, y: *q }, s: &s { x: *r, y: *r }, t: &t { x: *s, y: *s }, u: &u { x: *t, y: *t }, v: &v { x: *u, y: *u }, w: &w { x: *v, y: *v }, z: { x: *w, y: *w }";

    [Fact]
    public void ReplacementsInAListOfItself_AreReadInTime() => Mentioned(
        ("base/more.yaml", "apiVersion: v1\nkind: Odd\nmetadata: { name: odd }\nspec: &a [*a, *a, *a, 1] # secret\n"), ("base/odd/kustomization.yaml", "resources: [../more.yaml]\n"),
        ("overlays/prod/kustomization.yaml", $"resources: [../../base, ../../base/odd]\nreplacements:\n- sourceValue: x\n  targets: [{{ select: {{ kind: Odd }}, fieldPaths: [spec{string.Concat(Enumerable.Repeat(".*", 40))}] }}]\n")).ShouldBeEmpty();

    [Fact]
    public void KustomizationsInACircle_EndSomewhere() => Mentioned(
        ("overlays/prod/kustomization.yaml", $"resources: [../../base, ../dev]\npatches:\n- {Target}\n  patch: '[{{ op: replace, path: /spec/data/0/remoteRef/key, value: prod/db }}]'\n"),
        ("overlays/dev/kustomization.yaml", "resources: [../prod]\n")).ShouldHaveSingleItem();

    /// <summary>What is said of the overlay's file, with what stands for it alone taken back.</summary>
    private static IEnumerable<string> Mentioned(params (string Path, string Text)[] files)
    {
        (Extraction alone, Extraction together) = Read(files);
        return FilledTemplates.Over(alone.Records, together.Records).Where(record => !record.Location.Path.StartsWith("base", StringComparison.Ordinal) && record.Reference.Via != "variable")
            .OrderBy(record => record.Location.StartLine).Select(record => $"{record.Location.StartLine} {Named(record.Reference)}{(record.Provides is null ? "" : " as " + Named(record.Provides))}");
    }

    private static string Named(SecretReference name) => name.Name + (name.Property is null ? "" : "#" + name.Property);

    private static (Extraction Alone, Extraction Together) Read(params (string Path, string Text)[] files)
    {
        var alone = new Extraction();
        foreach ((string path, string text) in files.Concat([("base/kustomization.yaml", "resources: [secrets.yaml, app.yaml]\n"), ("base/secrets.yaml", Secret), ("base/app.yaml", Pod)]))
        {
            ExtractorCatalogue.ReadOneOfMany(new SourceText(path, text), alone);
        }

        return (alone, ExtractorCatalogue.Join(alone.Drafts));
    }
}
