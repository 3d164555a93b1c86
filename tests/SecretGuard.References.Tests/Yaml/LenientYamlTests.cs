namespace SecretGuard.References.Tests.Yaml;

/// <summary>What a strict parser refuses, and operators, shells and people take for YAML.</summary>
public sealed class LenientYamlTests
{
    [Theory]
    [InlineData("steps:\n  - run: |\n      \n      echo $A_TOKEN\n    env: { A_TOKEN: \"${{ secrets.A_TOKEN }}\" }\n")]
    [InlineData("steps:\n  - run: |\n      \t \n      echo\n    env: { A_TOKEN: \"${{ secrets.A_TOKEN }}\" }\n")]
    [InlineData("steps:\r\n  - run: |\r\n      \r\n      echo\r\n    env: { A_TOKEN: \"${{ secrets.A_TOKEN }}\" }\r\n")]
    public void BlanksInFrontOfAScript_AreNoFault(string workflow)
    {
        Mentions.Read(".github/workflows/a.yml", workflow).Unread.ShouldBeEmpty();
        Mentions.In(".github/workflows/a.yml", workflow).ShouldContain("5:34 github-actions A_TOKEN as environment A_TOKEN");
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  ....\nimagePullSecrets: [{ name: a }]\n")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  ...\nimagePullSecrets: [{ name: a }]\n")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  …\nimagePullSecrets: [{ name: a }]\n")]
    public void WhatADocumentLeavesOut_HidesNothing(string block) => Mentions.In("a.md", $"```yaml\n{block}```\n").ShouldBe(["6:28 kubernetes a"]);

    [Fact]
    public void ExpressionAloneOnItsLine_IsNoLine() =>
        Mentions.In("deploy.sh", "cat > a.yml <<EOF\napiVersion: v1\nkind: ServiceAccount\n${{ matrix.more }}\nimagePullSecrets: [{ name: a }]\nEOF\n").ShouldBe(["5:28 kubernetes a"]);

    /// <summary>Statements of Jinja and Liquid are no lines; what stands between them is what it is.</summary>
    [Theory]
    [InlineData("{% raw %}\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nspec: { target: { name: a, template: { data: { b: '{{ .b }}' } } } }\n{% endraw %}\n", "4:48 kubernetes a#b as kubernetes a#b")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\n{%- if pull %}\nimagePullSecrets: [{ name: a }]\n{%- endif %}\n", "4:28 kubernetes a")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: {{ shop }} }\n{% if pull %}\nimagePullSecrets: [{ name: a }]\n{% endif %}\n", "5:28 kubernetes a")]
    public void StatementAloneOnItsLine_IsNoLine(string text, string mention)
    {
        Mentions.Read("a.yaml", text).Unread.ShouldBeEmpty();
        Mentions.In("a.yaml", text).ShouldBe([mention]);
    }

    [Fact]
    public void StatementWithinAValue_IsAPartThatIsNotKnown() =>
        Mentions.In(".github/workflows/a.yml", "steps:\n  - uses: {% data checkout %}\n  - run: echo\n    env: { A_TOKEN: \"${{ secrets.A_TOKEN }}\" }\n").ShouldBe(["4:34 github-actions A_TOKEN as environment A_TOKEN"]);

    /// <summary>The quotes say where a string ends: other readers do not mind where its lines begin.</summary>
    [Theory]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nnote: \"first\nsecond: \\\"x\\\"\n\nthird\"\nimagePullSecrets: [{ name: a }]\n", "7:28 kubernetes a")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  annotations:\n    note: \"first \\\n    second \\\n    \"\nimagePullSecrets: [{ name: a }]\n", "8:28 kubernetes a")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nsecrets:\n  - name: \"a\n  b\" # odd\n  - note: \"c\n d\"\nimagePullSecrets: [{ name: a }]\n", "4:11 kubernetes a b", "8:28 kubernetes a")]
    public void StringThatGoesOnAtTheIndentationOfItsKey_IsRead(string text, params string[] mentions)
    {
        Mentions.Read("a.yaml", text).Unread.ShouldBeEmpty();
        Mentions.In("a.yaml", text).ShouldBe(mentions, ignoreOrder: true);
    }

    [Fact]
    public void StringThatNeverEnds_IsTold() => Mentions.Read("a.yaml", "apiVersion: v1\nkind: ServiceAccount\nnote: \"first\nsecond\n").Unread.ShouldHaveSingleItem();

    /// <summary>A template of a document: whoever reads it fills it in.</summary>
    [Theory]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: {shop}@{project} }\n", 0)]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: { name: {shop}@{project} }\n", 1)]
    public void BrokenBlockOfADocument_IsToldWhereItHasToDoWithSecrets(string block, int told) => Mentions.Read("a.md", $"```yaml\n{block}```\n").Unread.Count.ShouldBe(told);

    /// <summary>An action in the place of a value is a mapping in a mapping, and the text is sound YAML.</summary>
    [Fact]
    public void ActionThatIsSoundYaml_LeavesTextsAlone() => Mentions.In("templates/a.yaml", """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata:
          name: {{ .Release.Name }}
        spec:
          secretStoreRef: { name: c, kind: ClusterSecretStore }
          data:
            - secretKey: a
              remoteRef:
                key: {{ .Values.key }}
                property: p
          target:
            name: n
            template:
              data:
                settings: |
                  password: {{ .a }}
        """).ShouldBe(["10:14 external-secrets [ClusterSecretStore/c] *#p as kubernetes n#settings", "16:9 kubernetes n#settings as kubernetes n#settings"]);
}
