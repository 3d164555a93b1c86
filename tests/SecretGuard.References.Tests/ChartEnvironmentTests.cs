using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Sources;
using SecretGuard.Triage;

namespace SecretGuard.References.Tests;

/// <summary>Templates of Helm with what each environment, and each object that installs their chart, says of its values.</summary>
public sealed class ChartEnvironmentTests
{
    private const string Template = "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: out }\nspec:\n  secretStoreRef: { kind: ClusterSecretStore, name: a }\n  data:\n    - secretKey: a\n      remoteRef: { key: {{ .Values.prefix }}-{{ .Values.db.name }} }\n";

    /// <summary>A file of values (a base, an environment's), and which keys each environment asks for.</summary>
    [Theory]
    [InlineData("chart/values-prod.yaml", "prefix: live", "dev:shop-db prod:live-db")]
    [InlineData("chart/values.prod.yaml", "prefix: live", "dev:shop-db prod:live-db")]
    [InlineData("chart/values-production.yaml", "prefix: live", "dev:shop-db prod:live-db")]
    [InlineData("chart/prod/values.yaml", "prefix: live", "dev:shop-db prod:live-db")]
    [InlineData("chart/environments/prod.yaml", "prefix: live", "dev:shop-db prod:live-db")]
    [InlineData("chart/values/prod.yaml", "prefix: live", "dev:shop-db prod:live-db")]
    [InlineData("deploy/prod/values.yaml", "prefix: live", "dev:shop-db prod:live-db")]
    [InlineData("deploy/prod/orders.values.yaml", "prefix: live", "dev:shop-db prod:live-db")]
    [InlineData("values/prod.yaml", "prefix: live", "dev:shop-db prod:live-db")]
    [InlineData("deploy/orders/values-prd.yaml", "db: { name: main }", "dev:shop-db prod:shop-main")]
    [InlineData("live/eu/values.yaml", "prefix: live", "dev:shop-db prod:live-db")] // as its declaration says
    [InlineData("chart/values-prod.yaml", "prefix: shop", "shop-db")]
    [InlineData("chart/values-prod.yaml", "other: x", "shop-db")]
    [InlineData("chart/values-prod.yaml", "prefix:", "dev:shop-db prod:*-db")]
    [InlineData("chart/values-dev-prod.yaml", "prefix: both", "both-db")]
    [InlineData("chart/values-staging.yaml", "prefix: stage", "shop-db")] // of none that is declared
    [InlineData("chart/values-large.yaml", "prefix: large", "*-db")] // of any
    [InlineData("environments/prod.yaml", "prefix: live", "shop-db")] // of whatever
    public void File_SpeaksOfItsEnvironment(string path, string values, string keys) => Keys((path, values)).ShouldBe(keys);

    [Fact]
    public void FilesOfOneEnvironment_MustAgree()
    {
        Keys(("chart/values-prod.yaml", "prefix: live"), ("deploy/prod/values.yaml", "db: { name: main }")).ShouldBe("dev:shop-db prod:live-main");
        Keys(("chart/values-prod.yaml", "prefix: live"), ("deploy/prod/values.yaml", "prefix: alive")).ShouldBe("dev:shop-db prod:*-db");
    }

    [Fact]
    public void EnvironmentThatSaysMore_IsMeant() =>
        Keys(["prod", "prod-eu"], ("chart/values-prod-eu.yaml", "prefix: eu"), ("chart/values-prod.yaml", "prefix: live")).ShouldBe("prod-eu:eu-db prod:live-db");

    [Fact]
    public void WithoutEnvironments_WhatDiffersIsNotKnown() => Keys([], ("chart/values-prod.yaml", "prefix: live")).ShouldBe("*-db");

    /// <summary>A file outside of all charts is for the one that it names; where it names none of several, it may be for each.</summary>
    [Theory]
    [InlineData("deploy/prod/orders.values.yaml", "dev:shop-db prod:live-db")]
    [InlineData("deploy/prod/billing.values.yaml", "shop-db")]
    [InlineData("deploy/prod/values.yaml", "*-db")]
    public void File_IsForTheChartThatItNames(string path, string keys) => Keys(("billing/Chart.yaml", "name: billing"), (path, "prefix: live")).ShouldBe(keys);

    [Fact]
    public void ChartWithin_TakesWhatTheEnvironmentSaysOfIt()
    {
        Keys(("Chart.yaml", "name: all"), ("values-prod.yaml", "orders: { prefix: live }")).ShouldBe("dev:shop-db prod:live-db");
        string inner = Template.Replace(".Values.db.name", ".Values.global.db", StringComparison.Ordinal);
        Keys(("all/Chart.yaml", "name: all"), ("all/values.yaml", "global: { db: main }\none: { prefix: shop }"), ("all/values-prod.yaml", "global: { db: big }"), ("all/charts/one/Chart.yaml", "name: one"), ("all/charts/one/values.yaml", "prefix: x"), ("all/charts/one/templates/a.yaml", inner), ("chart/templates/a.yaml", "{{/* */}}"))
            .ShouldBe("dev:shop-main prod:shop-big");
    }

    /// <summary>What a template chooses by the values of an environment.</summary>
    [Theory]
    [InlineData("key: {{ if eq .Values.prefix \"live\" }}prod{{ else }}test{{ end }}-db", "dev:test-db prod:prod-db")]
    [InlineData("{{- if ne .Values.prefix \"live\" }}\n        key: test\n        {{- else }}\n        key: prod\n        {{- end }}", "dev:test prod:prod")]
    [InlineData("key: {{ if eq .Values.absent \"live\" }}prod{{ else }}test{{ end }}-{{ .Values.prefix }}", "dev:*-shop prod:*-live")]
    public void Condition_IsThatOfTheEnvironment(string key, string keys) => Keys(
        ("chart/templates/a.yaml", $"apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {{ name: out }}\nspec:\n  secretStoreRef: {{ kind: ClusterSecretStore, name: a }}\n  data:\n    - secretKey: a\n      remoteRef:\n        {key}\n"),
        ("chart/values-prod.yaml", "prefix: live")).ShouldBe(keys);

    /// <summary>A chart for each environment, which depends on this one by its path.</summary>
    [Fact]
    public void ChartThatDependsOnIt_SaysItsValues()
    {
        string Chart(string name) => $"name: {name}\ndependencies: [{{ name: orders, alias: shop, version: 1.0.0, repository: 'file://../../chart' }}]\n";
        Keys(("environments/dev/Chart.yaml", Chart("dev")), ("environments/dev/values.yaml", "shop: { prefix: dev }"), ("environments/prod/Chart.yaml", Chart("prod")), ("environments/prod/values.yaml", "shop: { prefix: live, db: { name: main } }"))
            .ShouldBe("dev:dev-db prod:live-main");
        Keys(("platform/all/Chart.yaml", Chart("all")), ("platform/all/values.yaml", "shop: { prefix: all }"), ("platform/all/values-prod.yaml", "shop: { prefix: live }")).ShouldBe("dev:all-db prod:live-db");
        Keys(("chart/Chart.yaml", "name: orders\ndependencies: [{ name: orders, repository: 'file://.' }]\n")).ShouldBe("shop-db"); // of itself
    }

    [Fact]
    public void ChartsThatAllDependOnEachOther_AreReadInTime()
    {
        string all = "dependencies: [" + string.Join(", ", Enumerable.Range(0, 30).Select(i => $"{{ name: c{i}, repository: 'file://../c{i}' }}")) + "]\n";
        Keys([.. Enumerable.Range(0, 30).SelectMany(i => new[] { ($"c{i}/Chart.yaml", $"name: c{i}\n{all}"), ($"c{i}/values-prod.yaml", "prefix: live\n"), ($"c{i}/templates/a.yaml", Template) })]).ShouldNotBeEmpty();
    }

    /// <summary>Who installs the chart, and what is asked for then.</summary>
    [Theory]
    [InlineData("sourceRef: { kind: GitRepository, name: x }", "values: { prefix: flux }", "flux-db")]
    [InlineData("sourceRef: { kind: HelmRepository, name: x }", "values: { prefix: flux }", "shop-db")] // another chart
    [InlineData("", "valuesFrom: [{ kind: ConfigMap, name: x }]\n  values: { prefix: flux }", "flux-*")]
    [InlineData("valuesFiles: [chart/values.yaml, chart/extra.values.yaml]", "values: { prefix: flux }", "flux-extra")]
    [InlineData("valuesFiles: [chart/extra.values.yaml]", "values: { db: { other: x } }", "*-extra")] // in the place of the chart's own
    [InlineData("", "targetNamespace: shop-prod\n  values: { prefix: flux }", "dev:shop-* prod:flux-db")]
    public void HelmRelease_SaysValues(string chart, string values, string keys) => Keys(
        ("apps/orders.yaml", $"apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {{ name: orders }}\nspec:\n  chart:\n    spec:\n      chart: ./chart\n      {chart}\n  {values}\n"),
        ("chart/extra.values.yaml", chart.Length == 0 || chart.StartsWith('v') ? "db: { name: extra }" : "other: x")).ShouldBe(keys);

    [Fact]
    public void PatchOfAHelmRelease_SpeaksOfItsEnvironment() => Keys(
        ("apps/base/orders.yaml", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: orders }\nspec:\n  chart: { spec: { chart: ./chart } }\n  values: { prefix: flux }\n"),
        ("apps/prod/orders-values.yaml", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: orders }\nspec:\n  values: { prefix: live }\n")).ShouldBe("dev:flux-db prod:live-db");

    [Theory]
    [InlineData("orders", "valuesObject: { prefix: argo }", "argo-db")]
    [InlineData("orders", "values: |\n        prefix: argo\n        db: { name: inline }", "argo-inline")]
    [InlineData("orders", "parameters: [{ name: db.name, value: given }]", "shop-given")]
    [InlineData("orders", "valueFiles: [values-blue.yaml]", "blue-db")]
    [InlineData("orders", "valueFiles: [../chart/values-blue.yaml]\n      parameters: [{ name: db.name, value: given }]", "blue-given")]
    [InlineData("orders", "valueFiles: [$values/chart/values-blue.yaml]", "blue-db")]
    [InlineData("orders", "valueFiles: [absent.yaml]", "*-*")]
    [InlineData("orders-prod", "valueFiles: [values-blue.yaml]", "dev:*-db prod:blue-db")]
    public void Application_SaysValues(string name, string helm, string keys) => Keys(
        ("argo/orders.yaml", $"apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {{ name: {name} }}\nspec:\n  source:\n    repoURL: https://git.example.net/shop\n    path: chart\n    helm:\n      {helm}\n"),
        ("chart/values-blue.yaml", "prefix: blue")).ShouldBe(keys);

    /// <summary>An ApplicationSet is as many Applications as its elements make.</summary>
    [Theory]
    [InlineData("[{ list: { elements: [{ env: dev, prefix: one }, { env: prod, prefix: two }] } }]", "{{env}}", "{{prefix}}", "dev:one-db prod:two-db")]
    [InlineData("[{ list: { elements: [{ env: { name: prod }, prefix: two }] } }]", "{{ .env.name }}", "{{ .prefix }}", "dev:shop-db prod:two-db")]
    [InlineData("[{ matrix: { generators: [{ list: { elements: [{ env: dev }, { env: prod }] } }, { list: { elements: [{ prefix: one }] } }] } }]", "{{env}}", "{{prefix}}", "one-db")]
    [InlineData("[{ clusters: {} }]", "shop", "{{name}}", "*-db")]
    public void ApplicationSet_SaysValuesForEachElement(string generators, string name, string prefix, string keys) => Keys(("argo/orders.yaml",
        $"apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {{ name: orders }}\nspec:\n  generators: {generators}\n  template:\n    metadata: {{ name: 'orders-{name}' }}\n    spec:\n      source: {{ path: chart, helm: {{ parameters: [{{ name: prefix, value: '{prefix}' }}] }} }}\n")).ShouldBe(keys);

    /// <summary>Anchors that hold themselves, in what an ApplicationSet is made of.</summary>
    [Theory]
    [InlineData("[{ list: { elements: [{ env: prod, prefix: two }] } }]", "extra: &a [*a, '{{prefix}}']")]
    [InlineData("[{ list: { elements: [{ env: prod, prefix: two }] } }]", "extra: [&a { x: 1 }, &b [*a, *a, *a], &c [*b, *b, *b], &d [*c, *c, *c], &e [*d, *d, *d], &f [*e, *e, *e], &g [*f, *f, *f], &h [*g, *g, *g], &i [*h, *h, *h], &j [*i, *i, *i], &k [*j, *j, *j], &l [*k, *k, *k], &m [*l, *l, *l], &n [*m, *m, *m], &o [*n, *n, *n], [*o, *o, *o]]")]
    [InlineData("&g [{ list: { elements: [{ env: prod, prefix: two }] } }, { matrix: { generators: *g } }]", "extra: x")]
    public void ApplicationSetWithoutEnd_IsReadInTime(string generators, string extra) => Keys(("argo/orders.yaml",
        $"apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {{ name: orders }}\nspec:\n  generators: {generators}\n  template:\n    metadata: {{ name: 'orders-{{{{env}}}}' }}\n    spec:\n      source: {{ path: chart, helm: {{ parameters: [{{ name: prefix, value: '{{{{prefix}}}}' }}] }} }}\n    {extra}\n")).ShouldContain("prod:two-db");

    /// <summary>Kustomize installs a chart too.</summary>
    [Theory]
    [InlineData("valuesInline: { prefix: inline }", "dev:inline-db prod:shop-db")]
    [InlineData("valuesFile: values-blue.yaml", "dev:blue-db prod:shop-db")]
    [InlineData("valuesFile: values-blue.yaml, additionalValuesFiles: [values-green.yaml]", "dev:blue-green prod:shop-db")]
    public void Kustomization_SaysValues(string values, string keys) => Keys(
        ("overlays/dev/kustomization.yaml", $"helmGlobals: {{ chartHome: ../.. }}\nhelmCharts: [{{ name: chart, releaseName: x, {values} }}]\n"), ("overlays/prod/kustomization.yaml", "helmGlobals: { chartHome: ../.. }\nhelmCharts: [{ name: chart }]\n"),
        ("overlays/dev/values-blue.yaml", "prefix: blue"), ("overlays/dev/values-green.yaml", "db: { name: green }")).ShouldBe(keys);

    [Fact]
    public void SeveralApplications_AreReadEach() => Keys(
        ("argo/a.yaml", Application("one", "prefix: a")), ("argo/b.yaml", Application("two", "prefix: b")), ("argo/c.yaml", Application("three-prod", "prefix: c"))).ShouldBe("a-db b-db prod:c-db");

    /// <summary>The store that a chart declares is each environment's own.</summary>
    [Fact]
    public void Store_IsThatOfTheEnvironment()
    {
        (Extraction alone, Extraction together) = Read(["dev", "prod"],
            ("chart/templates/store.yaml", "apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: { name: a }\nspec:\n  provider:\n    azurekv:\n      vaultUrl: https://{{ .Values.vault }}.vault.azure.net\n"),
            ("chart/values-dev.yaml", "vault: kv-shop-dev"), ("chart/values-prod.yaml", "vault: kv-shop-prod"));
        FilledTemplates.Over(alone.Stores, together.Stores).Select(store => $"{store.Environment}:{store.Address}:{store.Location.StartLine}").ShouldBe(["dev:https://kv-shop-dev.vault.azure.net:6", "prod:https://kv-shop-prod.vault.azure.net:6"], ignoreOrder: true);
    }

    /// <summary>What a file of values names by itself is its environment's too.</summary>
    [Fact]
    public void NameInValues_IsOfTheEnvironment()
    {
        (Extraction alone, Extraction together) = Read(["dev", "prod"], ("deploy/values-prod.yaml", "auth:\n  existingSecret: shop-live\n"), ("deploy/values.yaml", "auth:\n  existingSecret: shop\n"), ("chart/templates/a.yaml", "{{/* */}}"));
        FilledTemplates.Over(alone.Records, together.Records).Select(record => $"{record.Environment}:{record.Reference.Name}").ShouldBe([":shop", "prod:shop-live"], ignoreOrder: true);
    }

    private static string Application(string name, string values) =>
        $"apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {{ name: {name} }}\nspec: {{ source: {{ path: chart, helm: {{ valuesObject: {{ {values} }} }} }} }}\n";

    private static string Keys(params (string Path, string Text)[] files) => Keys(["dev", "prod"], files);

    private static string Keys(string[] environments, params (string Path, string Text)[] files)
    {
        (Extraction alone, Extraction together) = Read(environments, files);
        return string.Join(' ', FilledTemplates.Over(alone.Records, together.Records).Where(record => record.Location.Path.EndsWith(".yaml", StringComparison.Ordinal) && record.Consumer.StartsWith("ExternalSecret", StringComparison.Ordinal))
            .Select(record => record.Environment is null ? record.Reference.Name : $"{record.Environment}:{record.Reference.Name}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static (Extraction Alone, Extraction Together) Read(string[] environments, params (string Path, string Text)[] files)
    {
        var nowhere = new Location("secretguard.yml", 1, 1, 1, 1);
        var declaration = new Declaration
        {
            Environments = [.. environments.Select(name => new DeclaredEnvironment(name, nowhere) { Paths = name == "prod" ? new GlobList([Glob.Parse("live/**")]) : GlobList.Empty })],
        };
        var alone = new Extraction();
        foreach ((string path, string text) in files.Concat([("chart/Chart.yaml", "name: orders\n"), ("chart/values.yaml", "prefix: shop\ndb:\n  name: db\n"), ("chart/templates/a.yaml", Template)]).DistinctBy(file => file.Item1))
        {
            ExtractorCatalogue.ReadOneOfMany(new SourceText(path, text), alone);
        }

        return (alone, ExtractorCatalogue.Join(alone.Drafts, declaration));
    }
}
