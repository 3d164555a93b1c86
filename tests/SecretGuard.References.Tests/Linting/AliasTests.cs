namespace SecretGuard.References.Tests.Linting;

/// <summary>Aliases of YAML that multiply: ten lines stand for a thousand million values, and a value for itself. They are looked at once, or not at all.</summary>
public sealed class AliasTests
{
    private static readonly string[] Keys = ["password", "secret", "name", "key", "env", "data", "value", "spec", "metadata", "containers"];

    [Theory]
    [InlineData("cm.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: *last\n")]
    [InlineData("secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: *last\ndata: { a: *last }\n")]
    [InlineData("app.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { template: { spec: *last } }\n")]
    [InlineData("pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: *last\nspec: { containers: [*last], volumes: [*last] }\n")]
    [InlineData("es.yaml", "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: a }\nspec: { data: [*last], dataFrom: [*last], target: { template: *last } }\n")]
    [InlineData("store.yaml", "apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a }\nspec: { provider: *last }\n")]
    [InlineData("role.yaml", "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: a }\nrules: [*last]\n")]
    [InlineData("cfn.yaml", "AWSTemplateFormatVersion: '2010-09-09'\nResources: *last\n")]
    [InlineData("compose.yaml", "services: *last\nsecrets: *last\n")]
    [InlineData(".github/workflows/a.yml", "on: push\njobs: *last\n")]
    [InlineData("azure-pipelines.yml", "steps: [*last]\nvariables: *last\n")]
    [InlineData("values.yaml", "app: *last\n")]
    [InlineData("config/application.yml", "spring: *last\n")]
    [InlineData(".pre-commit-config.yaml", "repos: [*last]\n")]
    public void Aliases_DoNotMultiplyWork(string path, string text)
    {
        var fixture = new LintFixture(path, new Dictionary<string, string>(StringComparer.Ordinal) { [path] = Bomb() + text });
        fixture.Complaints().Count.ShouldBeLessThan(100);
        fixture.With(path, text.Replace("*last", "&last { self: *last }", StringComparison.Ordinal)).Complaints().Count.ShouldBeLessThan(100);
    }

    private static string Bomb()
    {
        string each = "v0: &v0 { " + string.Join(", ", Keys.Select(key => $"{key}: '${{V}}'")) + " }\n";
        string more = string.Concat(Enumerable.Range(1, 8).Select(i => $"v{i}: &v{i} {{ {string.Join(", ", Keys.Select(key => $"{key}: *v{i - 1}"))} }}\n"));
        return $"{each}{more}last: &last {{ {string.Join(", ", Keys.Select(key => $"{key}: *v8"))} }}\n";
    }
}
