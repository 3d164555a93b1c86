namespace SecretGuard.References.Tests.Kubernetes;

/// <summary>Secrets of the cluster that objects of operators name, and those that manifests make.</summary>
public sealed class CustomResourcesTests
{
    private static string Object(string version, string kind, string spec) => $"apiVersion: {version}\nkind: {kind}\nmetadata: {{ name: a, namespace: shop }}\nspec:\n  {spec}\n";

    [Theory]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "valuesFrom: [{ kind: Secret, name: b, valuesKey: v.yaml, optional: true }, { kind: ConfigMap, name: c }]", "5:52 kubernetes [shop] b#v.yaml optional")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "values: { auth: { existingSecret: b }, env: [{ name: X, valueFrom: { secretKeyRef: { name: c, key: k } } }] }", "5:37 kubernetes [shop] b", "5:102 kubernetes [shop] c#k as environment X")]
    [InlineData("source.toolkit.fluxcd.io/v1", "GitRepository", "{ secretRef: { name: b }, verify: { secretRef: { name: c } } }", "5:24 kubernetes [shop] b", "5:58 kubernetes [shop] c")]
    [InlineData("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "postBuild: { substituteFrom: [{ kind: Secret, name: b }, { kind: ConfigMap, name: c }] }", "5:55 kubernetes [shop] b")]
    [InlineData("argoproj.io/v1alpha1", "Application", "source: { helm: { values: \"auth: { existingSecret: b }\", valuesObject: { tls: [{ secretName: c }] } } }", "5:54 kubernetes b", "5:96 kubernetes c")]
    [InlineData("monitoring.coreos.com/v1", "ServiceMonitor", "endpoints: [{ basicAuth: { password: { name: b, key: p } }, tlsConfig: { ca: { configMap: { name: d, key: e } }, cert: { secret: { name: c, key: crt } } } }]", "5:56 kubernetes [shop] b#p", "5:148 kubernetes [shop] c#crt")]
    [InlineData("postgresql.cnpg.io/v1", "Cluster", "{ superuserSecret: { name: b }, bootstrap: { initdb: { secret: { name: c } } }, s3Credentials: { accessKeyId: { name: d, key: id } } }", "5:30 kubernetes [shop] b", "5:74 kubernetes [shop] c", "5:129 kubernetes [shop] d#id")]
    [InlineData("cert-manager.io/v1", "Issuer", "{ acme: { privateKeySecretRef: { name: b }, solvers: [{ dns01: { x: { apiTokenSecretRef: { name: c, key: t } } } }] }, ca: { secretName: d } }", "5:42 kubernetes [shop] b as kubernetes [shop] b", "5:108 kubernetes [shop] c#t", "5:140 kubernetes [shop] d")]
    [InlineData("database.example.org/v1", "Server", "{ passwordSecretRef: { name: b, key: p, namespace: other }, writeConnectionSecretToRef: { name: c }, adminPassword: { name: d, key: k } }", "5:40 kubernetes [other] b#p", "5:135 kubernetes [shop] d#k")]
    [InlineData("traefik.io/v1alpha1", "Middleware", "basicAuth: { secret: b }", "5:24 kubernetes [shop] b")]
    [InlineData("networking.istio.io/v1", "Gateway", "servers: [{ tls: { credentialName: b } }]", "5:38 kubernetes b")] // where the proxy runs
    [InlineData("example.org/v1", "Thing", "{ secretName: b, owner: { name: c, key: d }, tokenRef: { name: e }, items: [name, { name: f }] }")] // it may make the first
    [InlineData("policy.k8s.io/v1", "Thing", "secretRef: { name: b }")]
    public void Object_NamesItsSecrets(string version, string kind, string spec, params string[] mentions) => Mentions.In("deploy/a.yaml", Object(version, kind, spec)).ShouldBe(mentions);

    [Fact]
    public void Keda_AsksTheClusterAndStores() => Mentions.In("deploy/a.yaml", Object("keda.sh/v1alpha1", "TriggerAuthentication", """
        secretTargetRef: [{ parameter: connection, name: b, key: conn }]
          azureKeyVault: { vaultUri: "https://kv.vault.azure.net", secrets: [{ parameter: p, name: c, version: v }] }
          awsSecretManager: { region: eu-west-1, secrets: [{ parameter: p, name: d }] }
          hashiCorpVault: { address: "https://vault.example.org", secrets: [{ parameter: p, path: secret/data/e, key: f }] }
        """)).ShouldBe(
        [
            "5:60 kubernetes [shop] b#conn",
            "6:92 azure-key-vault [https://kv.vault.azure.net/] c@v",
            "7:74 aws-secrets-manager [eu-west-1] d",
            "8:91 hashicorp-vault [https://vault.example.org] secret/e#f",
        ]);

    [Theory]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { password: '${PW}', url: 'x:${DB_PASSWORD}@${DB_HOST}' }\n", "4:15 kubernetes a#password as kubernetes a#password", "4:28 environment PW as kubernetes a#password", "4:34 kubernetes a#url as kubernetes a#url", "4:44 environment DB_PASSWORD as kubernetes a#url")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: { name: a, namespace: shop }\ndata: { b: eA== }\nstringData: { c: x }\n", "4:9 kubernetes [shop] a#b as kubernetes [shop] a#b", "5:15 kubernetes [shop] a#c as kubernetes [shop] a#c")]
    [InlineData("apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: a }\nspec: { encryptedData: { b: Ag }, template: { metadata: { name: d }, data: { c: x } } }\n", "4:26 kubernetes d#b as kubernetes d#b", "4:78 kubernetes d#c as kubernetes d#c")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: { name: a, annotations: { reflects: shop/b } }\n", "3:19 kubernetes a#* as kubernetes a#*")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata:\n  b: {{ .Values.b }}\n{{ range .Values.more }}\n  {{ .k }}: {{ .v }}\n{{ end }}", "3:19 kubernetes a#* as kubernetes a#*")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ntype: kubernetes.io/service-account-token\ndata: { extra: eA== }\n", "3:19 kubernetes a#* as kubernetes a#*")]
    public void Manifest_MakesItsSecret(string manifest, params string[] mentions)
    {
        Mentions.In("deploy/a.yaml", manifest).ShouldBe(mentions);
        Mentions.In("README.md", $"```yaml\n{manifest}```\n").ShouldBeEmpty();
    }
}
