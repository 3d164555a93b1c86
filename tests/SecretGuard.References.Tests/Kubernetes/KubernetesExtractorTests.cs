using SecretGuard.References.Yaml;

namespace SecretGuard.References.Tests.Kubernetes;

/// <summary>Manifests, and what they refer to at which place.</summary>
public sealed class KubernetesExtractorTests
{
    /// <summary>What a cluster was backed up to is one list, however long.</summary>
    [Fact]
    public void LongList_IsReadToItsEnd() => Mentions.In("backup.yaml", "apiVersion: v1\nkind: List\nitems:\n" + string.Concat(Enumerable.Repeat("- { apiVersion: v1, kind: ConfigMap }\n", 12_000))
        + "- { apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { imagePullSecrets: [{ name: ghcr }], containers: [{ name: a }] } }\n").ShouldBe(["12004:90 kubernetes ghcr"]);

    /// <summary>An overlay says what its environment's agent fetches, and leaves the containers to the base.</summary>
    [Fact]
    public void PatchOfAnnotations_NamesWhatTheAgentFetches() => Mentions.In("overlays/prod/agent.yaml", """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: backend }
        spec: { template: { metadata: { annotations: { vault.hashicorp.com/agent-inject-secret-db: secret/data/prod/db } } } }
        """).ShouldBe(["4:92 hashicorp-vault secret/data/prod/db"]);

    [Fact]
    public void Deployment_NamesWhatItsContainersGet() => Mentions.In("deploy/backend.yaml", """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: backend, namespace: mindwell }
        spec:
          template:
            metadata:
              annotations:
                vault.hashicorp.com/agent-inject-secret-db: secret/data/shop/db
                vault.hashicorp.com/agent-inject-template-db: |
                  {{ with secret "secret/data/shop/mail" }}{{ .Data.data.user }}{{ end }}
            spec:
              imagePullSecrets: [{ name: ghcr }]
              initContainers:
                - name: migrate
                  env:
                    - name: DB
                      valueFrom: { secretKeyRef: { name: db, key: url, optional: true } }
              containers:
                - name: api
                  env:
                    - name: PLAIN
                      value: yes
                    - name: OPENAI__API_KEY
                      valueFrom:
                        secretKeyRef:
                          name: mindwell-backend
                          key: OPENAI__API_KEY
                  envFrom:
                    - prefix: APP_
                      secretRef:
                        name: all
                    - configMapRef: { name: settings }
              volumes:
                - secret: { secretName: whole }
                - secret:
                    secretName: parts
                    items: [{ key: tls.crt, path: a }, { key: tls.key, path: b }]
                - projected: { sources: [{ secret: { name: joined, optional: true } }] }
                - csi:
                    driver: secrets-store.csi.k8s.io
                    volumeAttributes: { secretProviderClass: azure-kv }
        """).ShouldBe(
        [
            "8:53 hashicorp-vault secret/data/shop/db",
            "10:66 hashicorp-vault secret/data/shop/mail#user",
            "12:34 kubernetes [mindwell] ghcr",
            "17:59 kubernetes [mindwell] db#url optional as environment DB",
            "27:24 kubernetes [mindwell] mindwell-backend#OPENAI__API_KEY as environment OPENAI__API_KEY",
            "31:23 kubernetes [mindwell] all as environment APP_*",
            "34:33 kubernetes [mindwell] whole",
            "37:28 kubernetes [mindwell] parts#tls.crt",
            "37:55 kubernetes [mindwell] parts#tls.key",
            "38:52 kubernetes [mindwell] joined optional",
            "41:54 kubernetes provider-class [mindwell] azure-kv",
        ]);

    [Theory]
    [InlineData("apiVersion: v1\nkind: Pod\nspec:\n  containers: [{ envFrom: [{ secretRef: { name: a } }] }]", "4:49 kubernetes a as environment *")]
    [InlineData("apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers: [{ envFrom: [{ secretRef: { name: a } }] }]", "8:57 kubernetes a as environment *")]
    [InlineData("apiVersion: networking.k8s.io/v1\nkind: Ingress\nspec:\n  tls: [{ hosts: [x], secretName: cert }]", "4:35 kubernetes cert")]
    [InlineData("apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nspec:\n  listeners: [{ tls: { certificateRefs: [{ name: cert }] } }]", "4:50 kubernetes cert")]
    [InlineData("apiVersion: cert-manager.io/v1\nkind: Certificate\nspec:\n  secretName: web-tls", "4:15 kubernetes web-tls as kubernetes web-tls")]
    [InlineData("apiVersion: v1\nkind: ServiceAccount\nimagePullSecrets: [{ name: ghcr }]", "3:28 kubernetes ghcr")]
    [InlineData("apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultStaticSecret\nspec: { mount: kv, type: kv-v2, path: shop/db, destination: { name: db } }", "3:39 hashicorp-vault [kv] shop/db as kubernetes db#*")]
    [InlineData("apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultDynamicSecret\nspec: { mount: db, path: creds/shop, destination: { name: db } }", "3:26 hashicorp-vault [db] creds/shop as kubernetes db#*")]
    [InlineData("apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultDynamicSecret\nspec: { path: creds/shop, destination: { name: db } }", "3:48 kubernetes db as kubernetes db#*")]
    [InlineData("apiVersion: generators.external-secrets.io/v1alpha1\nkind: VaultDynamicSecret\nspec: { path: /db/creds/shop, provider: { server: https://vault.example } }", "3:15 hashicorp-vault [https://vault.example] db/creds/shop")]
    [InlineData("apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultPKISecret\nspec: { mount: pki, role: shop, destination: { name: tls } }", "3:27 hashicorp-vault [pki] issue/shop as kubernetes tls#*")]
    [InlineData("apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultAuth\nspec: { method: appRole, appRole: { roleId: a, secretRef: login } }", "3:59 kubernetes login")]
    [InlineData("apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultConnection\nspec: { address: a, caCertSecretRef: ca }", "3:38 kubernetes ca")]
    [InlineData("apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultConnection\nspec: { address: a, caCertSecretRef: '' }")]
    [InlineData("apiVersion: v1\nkind: Pod\nspec: { containers: [{ name: a }], volumes: [{ csi: { driver: secrets-store.csi.k8s.io, nodePublishSecretRef: { name: login } } }] }", "3:119 kubernetes login")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    vault.hashicorp.com/agent-extra-secret: login\n    vault.hashicorp.com/tls-secret: tls\nspec: { containers: [{ name: a }] }", "5:45 kubernetes login", "6:37 kubernetes tls")]
    [InlineData("apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: registry }\nspec: { dataFrom: [{ sourceRef: { generatorRef: { kind: ECRAuthorizationToken, name: ecr } } }] }", "4:86 kubernetes registry as kubernetes registry#*")]
    [InlineData("apiVersion: external-secrets.io/v1alpha1\nkind: PushSecret\nspec: { secretStoreRefs: [{ name: s }], selector: { secret: { name: app } }, dataTo: [{ match: { regexp: ^db- } }] }", "3:69 kubernetes app")]
    [InlineData("apiVersion: external-secrets.io/v1alpha1\nkind: PushSecret\nspec: { secretStoreRefs: [{ name: s }], selector: { secret: { name: app } }, template: { data: { url: x } }, data: [{ match: { secretKey: url, remoteRef: { remoteKey: app-url } } }] }", "3:139 kubernetes app as external-secrets [SecretStore/s] app-url")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\ndata: { password: x }")]
    [InlineData("apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ServiceAccount\n  imagePullSecrets: [{ name: a }]", "6:30 kubernetes a")]
    public void Object_NamesItsSecrets(string manifest, params string[] mentions) => Mentions.In("a.yml", manifest).ShouldBe(mentions);

    [Fact]
    public void ExternalSecret_LeadsFromTheStoreToTheCluster() => Mentions.In("es.yaml", """
        apiVersion: external-secrets.io/v1beta1
        kind: ExternalSecret
        metadata: { name: app, namespace: qualisys }
        spec:
          refreshInterval: 1h
          secretStoreRef: { name: aws, kind: ClusterSecretStore }
          target: { name: database }
          data:
            - secretKey: password
              remoteRef:
                key: qualisys/database/connection
                property: password
            - secretKey: other
              remoteRef: { key: other, version: AWSPREVIOUS }
              sourceRef: { storeRef: { name: local } }
          dataFrom:
            - extract: { key: qualisys/llm/openai }
            - find: { path: qualisys, name: { regexp: ".*" } }
            - key: old
        """).ShouldBe(
        [
            "11:14 external-secrets [ClusterSecretStore/aws] qualisys/database/connection#password as kubernetes [qualisys] database#password",
            "14:25 external-secrets [SecretStore/local] other@AWSPREVIOUS as kubernetes [qualisys] database#other",
            "17:23 external-secrets [ClusterSecretStore/aws] qualisys/llm/openai as kubernetes [qualisys] database#*",
            "18:13 external-secrets source [ClusterSecretStore/aws] qualisys/* as kubernetes [qualisys] database#*",
            "19:12 external-secrets [ClusterSecretStore/aws] old as kubernetes [qualisys] database#*",
        ]);

    /// <summary>What a store signs in with, or trusts, is in its own namespace where it does not say another.</summary>
    [Theory]
    [InlineData("aws: { auth: { secretRef: { accessKeyIDSecretRef: { name: login, key: id } } } }", "6:63 kubernetes [shop] login#id")]
    [InlineData("azurekv: { authSecretRef: { clientSecret: { name: login, namespace: other, key: secret } } }", "6:55 kubernetes [other] login#secret")]
    [InlineData("vault: { caProvider: { type: Secret, name: ca, key: ca.crt } }", "6:48 kubernetes [shop] ca#ca.crt")]
    [InlineData("vault: { caProvider: { type: ConfigMap, name: ca, key: ca.crt }, auth: { kubernetes: { serviceAccountRef: { name: shop } } } }")]
    [InlineData("webhook: { secrets: [{ name: auth, secretRef: { name: login } }] }", "6:59 kubernetes [shop] login")]
    public void SecretStore_NamesWhatItSignsInWith(string provider, params string[] mentions) =>
        Mentions.In("s.yaml", $"apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {{ name: main, namespace: shop }}\nspec:\n  provider:\n    {provider}\n").ShouldBe(mentions);

    [Theory]
    [InlineData("Component", "metadata: [{ name: p, secretKeyRef: { name: db, key: password } }, { name: h, value: x }, { name: e, envRef: REDIS_PASSWORD }]", "", "5:49 kubernetes [shop] db#password", "5:114 environment REDIS_PASSWORD")]
    [InlineData("Component", "metadata: [{ name: p, secretKeyRef: { name: db, key: password } }]", "auth: { secretStore: kubernetes }", "5:49 kubernetes [shop] db#password")]
    [InlineData("Component", "metadata: [{ name: p, secretKeyRef: { name: db, key: password } }, { name: q, secretKeyRef: { name: key, key: key } }]", "auth: { secretStore: vault }", "5:49 dapr [vault] db#password", "5:105 dapr [vault] key")]
    [InlineData("HTTPEndpoint", "headers: [{ name: Authorization, secretKeyRef: { name: token } }], clientTLS: { rootCA: { secretKeyRef: { name: ca, key: ca.crt } } }", "", "5:60 kubernetes [shop] token", "5:117 kubernetes [shop] ca#ca.crt")]
    public void DaprComponent_NamesWhatItsSettingsTake(string kind, string settings, string auth, params string[] mentions) =>
        Mentions.In("c.yaml", $"apiVersion: dapr.io/v1alpha1\nkind: {kind}\nmetadata: {{ name: state, namespace: shop }}\nspec: \n  {{ {settings} }}\n{auth}\n").ShouldBe(mentions);

    [Fact]
    public void ComponentOfAnotherGroup_IsNotRead() =>
        Mentions.In("c.yaml", "apiVersion: core.oam.dev/v1\nkind: Component\nmetadata: { name: a }\nspec: { metadata: [{ secretKeyRef: { name: db, key: k } }] }\n").ShouldBeEmpty();

    [Theory]
    [InlineData("azurekv: { vaultUrl: https://kv-a.vault.azure.net }", "azure-key-vault https://kv-a.vault.azure.net")]
    [InlineData("aws: { service: SecretsManager, region: eu-west-1, prefix: team- }", "aws-secrets-manager eu-west-1 team-")]
    [InlineData("aws: { service: ParameterStore, region: eu-west-1 }", "aws-ssm eu-west-1")]
    [InlineData("vault: { server: https://vault.example.net, path: secret }", "hashicorp-vault https://vault.example.net secret v2")]
    [InlineData("kubernetes: { remoteNamespace: shared }", "kubernetes shared")]
    [InlineData("doppler: { auth: {} }", "doppler")]
    public void SecretStore_IsDeclared(string provider, string told)
    {
        StoreDeclaration store = Mentions.Read("s.yaml", $"apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: {{ name: main }}\nspec:\n  provider:\n    {provider}\n").Stores.ShouldHaveSingleItem();
        store.Name.ShouldBe("main");
        string.Join(' ', new[] { store.Store, store.Address, store.Mount, store.EngineVersion, store.Prefix }.Where(text => text is not null)).ShouldBe(told);
    }

    /// <summary>A cluster refuses it: that is told, and what was meant is read all the same.</summary>
    [Theory]
    [InlineData("objects: [{ objectName: a, objectType: secret }]", "6:41 azure-key-vault a")]
    [InlineData("objects: { array: [{ objectName: a, objectType: secret }] }", "6:50 azure-key-vault a")]
    public void ProviderClassWithAListInThePlaceOfAText_IsReadAndTold(string objects, string mention)
    {
        string manifest = $"apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nmetadata: {{ name: a }}\nspec:\n  provider: azure\n  parameters: {{ {objects} }}\n";
        Mentions.In("a.yaml", manifest).ShouldBe([mention]);
        Mentions.Read("a.yaml", manifest).Unread.ShouldHaveSingleItem().Reason.ShouldContain("'|'");
    }

    [Theory]
    [InlineData("azure", "keyvaultName: kv, objects: \"array: [\\\"objectName: a\\\"]\"", "azure-key-vault https://kv.vault.azure.net/")]
    [InlineData("aws", "region: eu-west-1, objects: \"[{ objectName: a, objectType: secretsmanager }, { objectName: b, objectType: ssmparameter }]\"", "aws-secrets-manager eu-west-1", "aws-ssm eu-west-1")]
    [InlineData("azure", "keyvaultName: kv, cloudName: AzureChinaCloud, objects: \"array: [\\\"objectName: a\\\"]\"", "azure-key-vault https://kv.vault.azure.cn/")]
    [InlineData("aws", "region: eu-west-1, failoverRegion: us-east-1, objects: \"[{ objectName: a, failoverObject: { objectName: b } }]\"", "aws-secrets-manager eu-west-1", "aws-secrets-manager us-east-1")]
    [InlineData("vault", "vaultAddress: \"https://vault.example.net\", objects: \"[{ objectName: a, secretPath: secret/data/a, secretKey: k }, { objectName: b, secretPath: secret/data/b }]\"", "hashicorp-vault https://vault.example.net")]
    [InlineData("vault", "vaultAddress: \"https://${HOST}\", objects: \"[{ objectName: a, secretPath: secret/data/a }]\"", "hashicorp-vault ")]
    [InlineData("gcp", "secrets: \"[{ resourceName: projects/p/secrets/s/versions/latest, path: a }]\"")]
    public void ProviderClass_DeclaresTheStoresThatItTakesFrom(string provider, string parameters, params string[] told) =>
        Mentions.Read("s.yaml", $"apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nmetadata: {{ name: main }}\nspec: {{ provider: {provider}, parameters: {{ {parameters} }} }}\n").Stores
            .Select(store => $"{store.Store} {store.Address}").ShouldBe(told);

    [Fact]
    public void ProviderClassOfAzure_IsReadThroughStringsWithinStrings() => Mentions.In("spc.yaml", """
        apiVersion: secrets-store.csi.x-k8s.io/v1
        kind: SecretProviderClass
        metadata: { name: azure-kv, namespace: mindwell }
        spec:
          provider: azure
          parameters:
            keyvaultName: kv-mindwell-dev
            objects: |
              array:
                - |
                  objectName: openai-api-key
                  objectType: secret
                  objectVersion: ""
                - |
                  objectName: signing
                  objectAlias: jwt
                  objectType: key
          secretObjects:
            - secretName: mindwell-backend
              type: Opaque
              data:
                - objectName: openai-api-key
                  key: OPENAI__API_KEY
                - objectName: jwt
                  key: JWT
        """).ShouldBe(
        [
            "11:23 azure-key-vault [https://kv-mindwell-dev.vault.azure.net/] openai-api-key as kubernetes [mindwell] mindwell-backend#OPENAI__API_KEY",
            "15:23 azure-key-vault key [https://kv-mindwell-dev.vault.azure.net/] signing as kubernetes [mindwell] mindwell-backend#JWT",
        ]);

    [Theory]
    [InlineData("aws", "- objectName: shop/db\n        jmesPath: [{ path: username, objectAlias: user }]", "8:28 aws-secrets-manager shop/db#username")]
    [InlineData("aws", "- objectName: /shop/db\n        objectType: ssmparameter", "7:21 aws-ssm /shop/db")]
    [InlineData("vault", "- objectName: db\n        secretPath: secret/data/shop/db\n        secretKey: password", "8:21 hashicorp-vault secret/data/shop/db#password")]
    public void ProviderClass_NamesItsObjects(string provider, string objects, string mention) =>
        Mentions.In("spc.yaml", $"apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nspec:\n  provider: {provider}\n  parameters:\n    objects: |\n      {objects}\n").ShouldBe([mention]);

    [Fact]
    public void ClassOfGoogle_NamesSecretsByTheirPaths() =>
        Mentions.In("spc.yaml", "apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nspec:\n  provider: gcp\n  parameters:\n    secrets: |\n      - resourceName: projects/shop/secrets/db/versions/latest\n        path: db.txt\n      - resourceName: projects/shop/locations/eu/secrets/mail/versions/3\n        fileName: mail.txt\n")
            .ShouldBe(["7:23 gcpsm [shop] db", "9:23 gcpsm [shop] mail@3"]);

    [Fact]
    public void TemplateOfHelm_IsReadAtItsPlaces() => Mentions.In("chart/templates/deployment.yaml", """
        {{- if .Values.enabled }}
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{ include "app.name" . }}
          {{- with .Values.annotations }}
          annotations: {{ toYaml . | nindent 4 }}
          {{- end }}
        spec:
          template:
            spec:
              containers:
                - name: api
                  env:
                    - name: KEY
                      valueFrom:
                        secretKeyRef:
                          name: {{ .Release.Name }}-db
                          key: password
        {{- end }}
        """).ShouldBe(["19:24 kubernetes *-db#password as environment KEY"]);

    [Fact]
    public void BrokenDocument_HidesNoOther()
    {
        Extraction found = Mentions.Read("a.yaml", "apiVersion: v1\nkind: ServiceAccount\nimagePullSecrets: [{ name: a }]\n---\nkind: x\n  bad: [\n---\napiVersion: v1\nkind: ServiceAccount\nimagePullSecrets: [{ name: b }]\n");
        found.Records.Select(record => (record.Reference.Name, record.Location.StartLine)).ShouldBe([("a", 3), ("b", 10)]);
        found.Unread.ShouldHaveSingleItem().Location.StartLine.ShouldBe(6);
    }

    [Theory]
    [InlineData("a: &x { name: s }\n<<: *x")]
    [InlineData("a: *nobody")]
    [InlineData("? [complex, key]\n: value")]
    public void OddYaml_IsReadWithoutHarm(string text) => YamlDocuments.Read(new("a.yaml", text)).Roots.Count.ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void DeepNesting_IsTold() => YamlDocuments.Read(new("a.yaml", new string('[', 5000))).Broken.ShouldHaveSingleItem();

    [Fact]
    public void AnchorsAndMergedKeys_AreFollowed() => Mentions.In("a.yaml", """
        apiVersion: v1
        kind: Pod
        x-common: &common
          envFrom: [{ secretRef: { name: shared } }]
        spec:
          containers:
            - name: one
              <<: *common
        """).ShouldBe(["4:34 kubernetes shared as environment *"]);
}
