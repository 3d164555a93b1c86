namespace SecretGuard.References.Tests.VaultTemplates;

/// <summary>Templates of Vault's agent.</summary>
public sealed class VaultTemplateExtractorTests
{
    [Theory]
    [InlineData("a.ctmpl", "{{ with secret \"secret/data/a\" }}u={{ .Data.data.user }}\np={{ .Data.data.pass }}{{ end }}{{ .Data.data.no }}", "1:50 hashicorp-vault secret/data/a#user", "2:17 hashicorp-vault secret/data/a#pass")]
    [InlineData("a.tpl", "{{- with $s := secret `database/creds/app` -}}\n{{ $s.Data.password }}\n{{- if .Data.x }}a{{ else }}{{ .Data.y }}{{ end }}{{- end }}", "2:12 hashicorp-vault database/creds/app#password", "3:14 hashicorp-vault database/creds/app#x", "3:38 hashicorp-vault database/creds/app#y")]
    [InlineData("a.tmpl", "{{ with secret \"a/b\" }}{{ range $k, $v := .Data.data }}{{ $k }}{{ end }}{{ end }}", "1:17 hashicorp-vault a/b")]
    [InlineData("a.tmpl", "{{ (secret \"a/b\").Data.data.k }} {{ with secret \"c\" }}{{ index .Data.data \"d.e\" }}{{ end }}", "1:29 hashicorp-vault a/b#k", "1:76 hashicorp-vault c#d.e")]
    [InlineData("agent.hcl", "template {\n  contents = <<EOT\n{{ with secret \"pki/issue/a\" \"common_name=x\" }}{{ .Data.certificate }}{{ end }}\nEOT\n}", "3:57 hashicorp-vault pki/issue/a#certificate")]
    [InlineData("agent.hcl", "template { contents = \"{{ with secret \\\"secret/app\\\" }}{{ .Data.data.key }}{{ end }}\" }", "1:70 hashicorp-vault secret/app#key")]
    [InlineData("a.tpl", "{{ include \"secret\" . }}{{ tpl .Values.secret \"x\" }}{{ lookup \"v1\" \"Secret\" \"a\" \"b\" }}")]
    [InlineData("a.tpl", "{{ end }}{{ with secret \"a", new string[0])]
    [InlineData("a.cs", "{{ with secret \"a\" }}{{ end }}")]
    public void Template_NamesPathsAndFields(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);

    /// <summary>Files of a ConfigMap, and blocks of documents that do not say what they are.</summary>
    [Theory]
    [InlineData("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: agent }\ndata:\n  agent.hcl: |\n    template { contents = <<EOT\n    {{ with secret \"secret/data/app\" }}{{ .Data.data.key }}{{ end }}\n    EOT\n    }\n", "7:54 hashicorp-vault secret/data/app#key")]
    [InlineData("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: agent }\ndata: { a: \"{{ secret .Values.name }}\" }\n")]
    [InlineData("a.md", "```\n{{ with secret \"secret/data/app\" }}\n{{ .Data.data.key }}\n{{ end }}\n```\n", "3:15 hashicorp-vault secret/data/app#key")]
    [InlineData("a.md", "```text\n{{ with secret \"secret/data/app\" }}{{ end }}\n```\n")]
    [InlineData("a.md", "```\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  a: |\n    {{ with secret \"a/b\" }}{{ end }}\n```\n", "7:21 hashicorp-vault a/b")]
    public void TemplateWithinATextOfAnotherSyntax_IsReadOnce(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);

    [Fact]
    public void Annotation_IsReadAtItsPlaces() => Mentions.In("a.yaml", """
        apiVersion: v1
        kind: Pod
        metadata:
          name: a
          annotations:
            vault.security.banzaicloud.io/vault-env-from-path: "secret/data/app"
            vault.hashicorp.com/agent-inject-template-db: |
              {{ with secret "database/creds/app" }}
              {{ .Data.username }}:{{ .Data.password }}
              {{ end }}
        spec: { containers: [{ name: a }] }
        """).ShouldBe(["6:56 hashicorp-vault secret/data/app as environment *", "9:16 hashicorp-vault database/creds/app#username", "9:37 hashicorp-vault database/creds/app#password"]);
}
