using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Tests;

/// <summary>Templates of Helm with what the files of their chart say.</summary>
public sealed class ChartExtractorTests
{
    private const string Values =
        """
        environment: dev
        prefix: shop
        store: { kind: ClusterSecretStore, name: runtime }
        secrets:
          - { as: DB_PASSWORD, key: shop-db }
          - as: API_KEY
            key: shop-api
        named:
          token: shop/token
        words: [a, b]
        empty: ""
        templated: "{{ .Release.Name }}-x"
        changing: { name: here }
        """;

    /// <summary>What stands behind <c>data:</c> of an ExternalSecret, and the keys that it takes.</summary>
    [Theory]
    [InlineData("- { secretKey: a, remoteRef: { key: {{ .Values.prefix }}-db } }", "shop-db")]
    [InlineData("- { secretKey: a, remoteRef: { key: {{ .Values.prefix | quote }} } }", "shop")]
    [InlineData("- secretKey: a\n  remoteRef: { key: '{{ printf \"%s/%s\" .Values.prefix (lower \"DB\") }}' }", "shop/db")]
    [InlineData("{{- range .Values.secrets }}\n- secretKey: {{ .as }}\n  remoteRef: { key: {{ .key }} }\n{{- end }}", "shop-db shop-api")]
    [InlineData("{{- range $i, $one := .Values.secrets }}\n- secretKey: {{ $one.as }}\n  remoteRef: { key: {{ $.Values.prefix }}/{{ $one.key }} }\n{{- end }}", "shop/shop-db shop/shop-api")]
    [InlineData("{{- range $name, $key := .Values.named }}\n- secretKey: {{ $name }}\n  remoteRef: { key: {{ $key }} }\n{{- end }}", "shop/token")]
    [InlineData("{{- range .Values.words }}\n- secretKey: {{ . }}\n  remoteRef: { key: '{{ . }}-{{ $.Chart.Name }}' }\n{{- end }}", "a-orders b-orders")]
    [InlineData("{{- with .Values.store }}\n- secretKey: a\n  remoteRef: { key: {{ .name }} }\n{{- end }}", "runtime")]
    [InlineData("{{- if .Values.on }}\n- { secretKey: a, remoteRef: { key: one } }\n{{- else }}\n- { secretKey: b, remoteRef: { key: {{ .Values.prefix }} } }\n{{- end }}", "one shop")]
    [InlineData("- { secretKey: a, remoteRef: { key: {{ .Values.prefix | default \"x\" }} } }\n- { secretKey: b, remoteRef: { key: {{ required \"say it\" .Values.prefix }} } }", "shop shop")]
    [InlineData("# not known here\n- { secretKey: a, remoteRef: { key: {{ .Values.absent | default \"x\" }} } }\n- { secretKey: b, remoteRef: { key: {{ .Values.empty }}-{{ .Values.prefix }} } }", "* *-shop")]
    [InlineData("- { secretKey: a, remoteRef: { key: {{ .Values.templated }}-{{ .Values.prefix }} } }", "*-shop")]
    [InlineData("# another file says something else\n- { secretKey: a, remoteRef: { key: shop-{{ .Values.environment }}-{{ .Values.prefix }} } }\n- { secretKey: b, remoteRef: { key: {{ .Values.changing.name }}-{{ .Values.prefix }} } }", "shop-*-shop *-shop")]
    [InlineData("{{- $root := . }}\n{{- range .Values.secrets }}\n- secretKey: {{ .as }}\n  remoteRef: { key: {{ $root.Values.prefix }}/{{ .key }} }\n{{- end }}", "shop/shop-db shop/shop-api")]
    [InlineData("{{- $start := printf \"%s/x\" .Values.prefix }}\n- { secretKey: a, remoteRef: { key: {{ $start }}-{{ $.Chart.Name }} } }", "shop/x-orders")]
    [InlineData("{{- $p := .Values.prefix }}\n{{- if .Values.on }}{{ $p = \"x\" }}{{ end }}\n- { secretKey: a, remoteRef: { key: {{ .Values.prefix }}-{{ $p }} } }", "shop-*")]
    [InlineData("{{- with $s := .Values.store }}\n- { secretKey: a, remoteRef: { key: {{ $s.name }}-{{ .kind }} } }\n{{- end }}", "runtime-ClusterSecretStore")]
    [InlineData("{{- range .Values.secrets }}\n- secretKey: {{ .as }}\n  remoteRef:\n    key: {{ if .path }}{{ .path }}/{{ else }}no/{{ end }}{{ .key }}\n{{- end }}", "no/shop-db no/shop-api")]
    [InlineData("{{- range .Values.secrets }}\n{{- if .key }}\n- secretKey: {{ .as }}\n  remoteRef: { key: {{ .key }} }\n{{- else }}\n- { secretKey: b, remoteRef: { key: {{ .as }} } }\n{{- end }}\n{{- end }}", "shop-db shop-api *")] // what no item has may be there by a file that nobody knows
    [InlineData("- { secretKey: a, remoteRef: { key: {{ .Values.prefix }}-{{ if eq .Values.prefix \"shop\" }}live{{ else }}test{{ end }} } }", "shop-*")]
    [InlineData("- secretKey: a\n  remoteRef:\n    key: {{ .Values.prefix }}{{ if .Values.on }}-on{{ end }}\n", "shop*")]
    [InlineData("{{- range .Values.absent }}\n- secretKey: {{ .as }}\n  remoteRef: { key: {{ $.Values.prefix }}/{{ .key }} }\n{{- end }}", "shop/*")]
    public void Template_SaysWhatItsValuesName(string data, string keys) =>
        Keys(("chart/templates/a.yaml", ExternalSecret(data)), ("chart/values-prod.yaml", "environment: prod\nprefix: shop\n"), ("deploy/orders.values.yaml", "changing: { name: there }\n")).ShouldBe(keys);

    [Theory]
    [InlineData("prefix: other", "*-db")]
    [InlineData("prefix: shop", "shop-db")]
    [InlineData("unrelated: other", "shop-db")]
    public void ChartWithin_TakesWhatTheOneAboveSays(string said, string key) => Keys(
        ("chart/templates/a.yaml", ExternalSecret("- { secretKey: a, remoteRef: { key: {{ .Values.prefix }}-db } }")), ("Chart.yaml", "name: all\n"), ("values.yaml", $"orders:\n  {said}\n")).ShouldBe(key);

    [Fact]
    public void ValuesOfAnotherChart_SayNothingOfThisOne() => Keys(
        ("chart/templates/a.yaml", ExternalSecret("- { secretKey: a, remoteRef: { key: {{ .Values.prefix }}-db } }")), ("other/Chart.yaml", "name: other\n"), ("other/values.yaml", "prefix: other\n")).ShouldBe("shop-db");

    /// <summary>A name that a helper makes is not known, and the same wherever the chart asks for it.</summary>
    [Fact]
    public void Helper_MakesOneName()
    {
        IReadOnlyList<InventoryRecord> records = Records(
            ("chart/templates/a.yaml", ExternalSecret("- { secretKey: DB, remoteRef: { key: {{ .Values.prefix }}-db } }").Replace("name: out", "name: {{ include \"orders.fullname\" . }}", StringComparison.Ordinal)),
            ("chart/templates/b.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: x }\nspec:\n  template:\n    spec:\n      containers:\n        - envFrom:\n            - secretRef:\n                name: {{ template \"x\" }}{{ include \"orders.fullname\" . | trunc 63 | trimSuffix \"-\" }}\n".Replace("{{ template \"x\" }}", "", StringComparison.Ordinal)));
        ReferenceStep step = new ReferenceGraph(records).Trace("DB").ShouldHaveSingleItem();
        step.Sources.ShouldHaveSingleItem().Sources.ShouldHaveSingleItem().Name.Name.ShouldBe("shop-db");
    }

    /// <summary>Places are those of the template, however many lines a loop makes of it.</summary>
    [Fact]
    public void Place_IsThatOfTheTemplate()
    {
        string template = ExternalSecret("{{- range .Values.secrets }}\n- secretKey: {{ .as }}\n  remoteRef:\n    key: {{ .key }}\n{{- end }}\n- secretKey: last\n  remoteRef:\n    key: {{ .Values.prefix }}-last # why");
        string[] lines = template.Split('\n');
        IReadOnlyList<InventoryRecord> records = Records(("chart/templates/a.yaml", template));
        records.Select(record => record.Reference.Name).ShouldBe(["shop-db", "shop-api", "shop-last"]);
        records.Select(record => lines[record.Location.StartLine - 1].TrimStart()).ShouldBe(["key: {{ .key }}", "key: {{ .key }}", "key: {{ .Values.prefix }}-last # why"]);
        records.ShouldAllBe(record => record.Location.StartColumn == lines[record.Location.StartLine - 1].IndexOf('{') + 1 && record.Location.EndLine == record.Location.StartLine);
    }

    [Theory]
    [InlineData("{{ end }}")]
    [InlineData("{{ if a }}")]
    public void BrokenTemplate_IsLeftToWhoeverReadsItAlone(string action) => Keys(("chart/templates/a.yaml", ExternalSecret($"{action}\n- {{ secretKey: a, remoteRef: {{ key: {{{{ .Values.prefix }}}}-db }} }}"))).ShouldBe("*-db");

    /// <summary>Twelve loops in each other over ten values.</summary>
    [Fact]
    public void LoopsThatMultiply_AreGivenUp()
    {
        string loops = string.Concat(Enumerable.Repeat("{{ range $.Values.ten }}\n", 12)), ends = string.Concat(Enumerable.Repeat("{{ end }}\n", 12));
        Keys(("chart/templates/a.yaml", ExternalSecret($"{loops}{ends}\n- {{ secretKey: a, remoteRef: {{ key: {{{{ .Values.prefix }}}}-db }} }}"))).ShouldBe("*-db");
        Keys(("chart/templates/a.yaml", ExternalSecret($"{loops}# x\n{ends}\n- {{ secretKey: a, remoteRef: {{ key: {{{{ .Values.prefix }}}}-db }} }}"))).ShouldBe("*-db");
    }

    /// <summary>A list that holds itself, and is the same in both files as far as anybody looks.</summary>
    [Fact]
    public void ValuesWithoutEnd_AreNotKnown() => Keys(
        ("chart/templates/a.yaml", ExternalSecret("{{- range .Values.endless }}\n- { secretKey: a, remoteRef: { key: {{ $.Values.quotes }}-db } }\n{{- end }}")),
        ("chart/values-a.yaml", "endless: &a [*a]\n"), ("chart/values.yaml", "endless: &a [*a]\nquotes: shop\n")).ShouldBe("shop-db");

    private static string ExternalSecret(string data) => $"apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: out\nspec:\n  secretStoreRef: {{ kind: ClusterSecretStore, name: a }}\n  target:\n    name: out\n  data:\n    {data.Replace("\n", "\n    ", StringComparison.Ordinal)}\n";

    private static string Keys(params (string Path, string Text)[] files) => string.Join(' ', Records(files).Select(record => record.Reference.Name));

    private static IReadOnlyList<InventoryRecord> Records(params (string Path, string Text)[] files)
    {
        var alone = new Extraction();
        foreach ((string path, string text) in files.Concat([("chart/Chart.yaml", "name: orders\n"), ("chart/values.yaml", Values + "\nten: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]\n")]).DistinctBy(file => file.Item1))
        {
            ExtractorCatalogue.ReadOneOfMany(new SourceText(path, text), alone);
        }

        return [.. FilledTemplates.Over(alone.Records, ExtractorCatalogue.Join(alone.Drafts).Records).OrderBy(record => record.Location.StartLine)];
    }
}
