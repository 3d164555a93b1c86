namespace SecretGuard.References.Tests;

/// <summary>One text for every extractor, by its name: usual ones, which name something.</summary>
internal static class Samples
{
    private const string Fence = "```";

    /// <summary>The name of the extractor, a path and a text.</summary>
    public static IReadOnlyList<(string Extractor, string Path, string Text)> All { get; } =
    [
        ("kubernetes", "deploy/a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - env: [{ name: A, valueFrom: { secretKeyRef: { name: b, key: c } } }]\n"),
        ("markdown", "README.md", $"- Apply:\n\n  {Fence}yaml title=\"a\"\n  apiVersion: v1\n  kind: ServiceAccount\n  imagePullSecrets: [{{ name: a }}]\n  {Fence}\n"),
        ("kubernetes", "kustomization.yaml", "patches:\n- target: { kind: Deployment, name: a }\n  patch: |-\n    - op: add\n      path: /spec/template/spec/containers/0/envFrom/-\n      value: { secretRef: { name: b } }\n- patch: |\n    apiVersion: v1\n    kind: Pod\n    spec: { containers: [{ envFrom: [{ secretRef: { name: c } }] }] }\n"),
        ("compose", "compose.yaml", "secrets:\n  a: { environment: A_TOKEN }\nservices:\n  b:\n    image: x\n    secrets: [a]\n    env_file: .env\n    environment:\n      - A=${B:-${C}}\n      - D\n"),
        ("shell", "scripts/a.sh", "set -e\nexport A=$(az keyvault secret show --vault-name v --name \"n\" \\\n  --query value)\nvault kv get -mount=kv a/b\necho \"${DB_PASSWORD:?no}\" ${X:-$(aws ssm get-parameter --name /a)}\nkubectl apply -f - <<EOF\nA\nEOF\n"),
        ("github-actions", ".github/workflows/a.yml", "on:\n  workflow_call:\n    secrets: { A: { required: true } }\njobs:\n  b:\n    environment: c\n    steps:\n      - run: az keyvault secret show --name ${{ secrets.N }}\n        env: { X: \"${{ secrets['Y'] }}\" }\n      - uses: hashicorp/vault-action@v3\n        with:\n          secrets: |\n            a/b c | D ;\n"),
        ("azure-pipelines", "azure-pipelines.yml", "variables:\n- group: g\nsteps:\n- task: AzureKeyVault@2\n  inputs: { KeyVaultName: v, SecretsFilter: \"a, b\" }\n- script: az keyvault secret show --name x\n  env: { A: $(a) }\n"),
        ("gitlab-ci", ".gitlab-ci.yml", "a:\n  secrets:\n    X: { vault: p/f@m }\n    Y: { aws_secrets_manager: s#f }\n  script:\n    - vault read secret/a\n"),
        ("script-pipeline", "buildspec.yml", "env:\n  secrets-manager: { A: 'a/b:c:AWSCURRENT' }\n  parameter-store: { B: /d }\nphases:\n  build:\n    commands:\n      - vault read secret/a\n"),
        ("script-pipeline", ".circleci/config.yml", "jobs:\n  a:\n    steps:\n      - run: vault read secret/a\n      - run: { command: \"vault read secret/b\" }\n"),
        ("jenkins", "Jenkinsfile", "// 'a'\npipeline { stages { stage('b') { steps {\n sh 'vault read secret/a'\n sh(script: \"\"\"\n vault read secret/b\n\"\"\", returnStdout: true)\n /* c */ } } } }\n"),
        ("azure-settings", "a.json", "{ \"A\": \"@Microsoft.KeyVault(VaultName=v;SecretName=n)\", \"B\": \"{{resolve:secretsmanager:a:SecretString:k}}\",\n \"secrets\": [{ \"name\": \"c\", \"keyVaultUrl\": \"https://v.vault.azure.net/secrets/c\" }] }\n"),
        ("terraform", "a.tf", "data \"azurerm_key_vault\" \"m\" {\n  name = \"kv\" # c\n}\ndata \"azurerm_key_vault_secret\" \"a\" {\n  name = \"a-${var.x}\"\n  key_vault_id = data.azurerm_key_vault.m.id\n}\nresource \"kubernetes_secret\" \"b\" {\n  metadata { name = \"b\" }\n  data = { k = <<-E\n    x\n  E\n  }\n}\n"),
        ("helm-values", "chart/values.yaml", "auth:\n  existingSecret: a\n  secretKeys: { adminPasswordKey: k }\nimagePullSecrets: [b, { name: c }]\n"),
        ("helm-chart", "chart/templates/a.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a }\n{{- range $i, $x := .Values.b }}\n{{ end }}\n{{ with (printf \"%s\" .c | quote) }}{{/* c */}}{{ end }}\nimagePullSecrets:\n- name: {{ include \"a.d\" . | trunc 63 }}\n"),
        ("kustomize", "kustomization.yaml", "secretGenerator:\n- name: a\n  literals: [k=]\n  envs: [.env]\n  files: [x=./y, z]\n"),
        ("kustomize-patches", "kustomization.yaml", "resources: [base, a.yaml]\npatches:\n- target: { kind: ExternalSecret, name: a }\n  patch: |-\n    - { op: replace, path: /spec/data/0/remoteRef/key, value: b }\n- path: b.yaml\n  target: { kind: Pod|Job }\n"),
        ("dockerfile", "Dockerfile", "FROM a\nARG NPM_TOKEN\nENV API_TOKEN=$NPM_TOKEN\nRUN --mount=type=secret,id=n,env=N \\\n  --mount=type=secret,id=m a\n"),
        ("terraform", "b.tf", "variable \"p\" { default = \"a\" }\nlocals { q = [\"b\", \"c\"] }\ndata \"vault_generic_secret\" \"g\" {\n  for_each = toset(local.q)\n  path = \"${var.p}/${each.key}\"\n}\n"),
        ("shell", "b.sh", "kubectl exec -n a-${b} v-0 -- sh -c \"T=$R vault kv get secret/x\"\n"),
        ("dockerfile", "b/Dockerfile", "RUN a && \\\n# c\n  vault read secret/a\nRUN <<E\nvault read secret/b\nE\n"),
        ("azure-settings", "a.bicep", "resource kv 'Microsoft.KeyVault/vaults@1' existing = {\n  name: 'v'\n}\nmodule m 'm.bicep' = {\n  params: {\n    p: kv.getSecret('s', 'v')\n  }\n}\nresource s 'Microsoft.KeyVault/vaults/secrets@1' = {\n  parent: kv\n  name: 'n'\n}\nvar a = 'Microsoft.App/x'\nvar e = [{ name: 'A', secretRef: 'r' }]\nparam p = az.getSecret('a', 'b', 'c', 'd')\n"),
        ("cloudformation", "stack.yaml", "Resources:\n  Db:\n    Type: AWS::SecretsManager::Secret\n    Properties: { Name: db }\n  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n        - Secrets: [{ Name: A, ValueFrom: !Ref Db }, { Name: B, ValueFrom: !Sub '${Db}:k::' }]\n"),
        ("appsettings", "appsettings.json", "{ // c\n \"Db\": { \"Password\": \"\", \"é\": [{ \"Token\": \"<t>\" }] }, \"ConnectionStrings\": { \"A\": null, } }\n"),
        ("function-bindings", "api/function.json", "{ \"bindings\": [{ \"type\": \"queueTrigger\", \"queueName\": \"%QUEUE%\", \"connection\": \"QueueConnection\" }] }\n"),
        ("launch-settings", "launchSettings.json", "{ \"profiles\": { \"a\": { \"environmentVariables\": { \"API_KEY\": \"\" } } }, \"Values\": { \"B_TOKEN\": null } }\n"),
        ("user-secrets", "a.csproj", "<Project>\n<!-- a -->\n<UserSecretsId>a-$(B)</UserSecretsId>\n</Project>\n"),
        ("aspire-manifest", "aspire-manifest.json", "{ \"resources\": { \"p\": { \"type\": \"parameter.v0\", \"inputs\": { \"value\": { \"secret\": true } } }, \"a\": { \"env\": { \"X\": \"y{p.value}\" } } } }\n"),
        ("env-template", ".env.example", "A=\nexport B_TOKEN='x'\n# C_TOKEN=<c>\n"),
        ("nuget-config", "nuget.config", "<!-- a --><add key=\"ClearTextPassword\" value=\"%A%\" />\n"),
        ("npmrc", ".npmrc", "//r/:_authToken=${A-}\n; b\n"),
        ("http-file", "a.http", "GET {{ $dotenv A }} {{$processEnv B}}\n"),
        ("http-file", "http-client.env.json", "{ \"a\": { \"b\": { \"provider\": \"AzureKeyVault\", \"secretName\": \"c\", \"resourceId\": \"/vaults/d\" } } }\n"),
        ("vault-template", "a.ctmpl", "{{ with secret \"a/b\" }}{{ if .Data.data.c }}{{ .Data.d }}{{ end }}{{ index .Data \"e\" }}{{ end }}\n"),
        ("csharp", "Shop/Program.cs", "using A;\n#if X\nnamespace B;\n#endif\n[Table(\"x\")] record C(IConfiguration D, int? E = 1) : F<C>(D) {\n const string G = @\"a\"\"b\" + nameof(C), H = \"c\"; readonly SecretClient _i = new(new Uri($\"https://{H}.x\"), null);\n [Required] public string[] J { get; set; }\n async Task K(Dictionary<string, List<C>> l) { var m = D?.GetSection($$\"\"\"{a}{{G,3:x}}\"\"\")![\"n\"] ?? throw new(); foreach (var o in l) { _ = (await _i.GetSecretAsync(\"p\", 'q')).Value; }\n services.Configure<C>(r => D.Bind(\"S\", r)); _ = new GetSecretValueRequest { SecretId = \"t\" + H }; } }\n"),
        ("csharp", "Shop/Index.cshtml", "@page\n@inject IConfiguration A\n@{ var b = A[\"c\"]; }\n@if (A[\"d\"] == \"e\") {\n <p title='@b'>@A[\"f\"]!</p> @* g *@\n @: h\n} else { }\n@code { string I => A[$\"j{b}\"]; }\n"),
        ("secret-strings", "play.yml", "- debug: { msg: \"{{ lookup('amazon.aws.aws_secret', 'a/' ~ b, region='c') }}\" }\n- x: ${ssm(a):/b~true}\n"),
        ("secret-strings", "a.yaml", "kind: Secret\nmetadata: { name: a, annotations: { avp.kubernetes.io/path: p/q } }\nstringData:\n  b: ref+vault://a/b?version=1#/c\n  c: vault:a/b#c#1 <path:a/b#c> <d>\ndata: { e: dmF1bHQ6YS9iI2M= }\n"),
    ];
}
