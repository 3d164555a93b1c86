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
        ("compose", "compose.yaml", "secrets:\n  a: { environment: A_TOKEN }\nservices:\n  b:\n    image: x\n    secrets: [a]\n    env_file: .env\n    environment:\n      - A=${B:-${C}}\n      - D\n"),
        ("shell", "scripts/a.sh", "set -e\nexport A=$(az keyvault secret show --vault-name v --name \"n\" \\\n  --query value)\nvault kv get -mount=kv a/b\necho \"${DB_PASSWORD:?no}\" ${X:-$(aws ssm get-parameter --name /a)}\nkubectl apply -f - <<EOF\nA\nEOF\n"),
        ("github-actions", ".github/workflows/a.yml", "on:\n  workflow_call:\n    secrets: { A: { required: true } }\njobs:\n  b:\n    environment: c\n    steps:\n      - run: az keyvault secret show --name ${{ secrets.N }}\n        env: { X: \"${{ secrets['Y'] }}\" }\n      - uses: hashicorp/vault-action@v3\n        with:\n          secrets: |\n            a/b c | D ;\n"),
        ("azure-pipelines", "azure-pipelines.yml", "variables:\n- group: g\nsteps:\n- task: AzureKeyVault@2\n  inputs: { KeyVaultName: v, SecretsFilter: \"a, b\" }\n- script: az keyvault secret show --name x\n  env: { A: $(a) }\n"),
        ("gitlab-ci", ".gitlab-ci.yml", "a:\n  secrets:\n    X: { vault: p/f@m }\n    Y: { aws_secrets_manager: s#f }\n  script:\n    - vault read secret/a\n"),
        ("azure-settings", "a.json", "{ \"A\": \"@Microsoft.KeyVault(VaultName=v;SecretName=n)\", \"B\": \"{{resolve:secretsmanager:a:SecretString:k}}\",\n \"secrets\": [{ \"name\": \"c\", \"keyVaultUrl\": \"https://v.vault.azure.net/secrets/c\" }] }\n"),
        ("terraform", "a.tf", "data \"azurerm_key_vault\" \"m\" {\n  name = \"kv\" # c\n}\ndata \"azurerm_key_vault_secret\" \"a\" {\n  name = \"a-${var.x}\"\n  key_vault_id = data.azurerm_key_vault.m.id\n}\nresource \"kubernetes_secret\" \"b\" {\n  metadata { name = \"b\" }\n  data = { k = <<-E\n    x\n  E\n  }\n}\n"),
        ("helm-values", "chart/values.yaml", "auth:\n  existingSecret: a\n  secretKeys: { adminPasswordKey: k }\nimagePullSecrets: [b, { name: c }]\n"),
        ("kustomize", "kustomization.yaml", "secretGenerator:\n- name: a\n  literals: [k=]\n  envs: [.env]\n  files: [x=./y, z]\n"),
        ("dockerfile", "Dockerfile", "FROM a\nARG NPM_TOKEN\nENV API_TOKEN=$NPM_TOKEN\nRUN --mount=type=secret,id=n,env=N \\\n  --mount=type=secret,id=m a\n"),
    ];
}
