using System.Text;

namespace SecretGuard.References.Tests.SecretStrings;

/// <summary>Strings in whose place tools put secrets.</summary>
public sealed class SecretStringExtractorTests
{
    [Theory]
    [InlineData("a: ref+vault://secret/data/app#/password", "1:16 hashicorp-vault secret/data/app#password")]
    [InlineData("a: \"x-ref+vault://kv/app?address=https://v.example.net&version=2#/k+-y\"", "1:19 hashicorp-vault [https://v.example.net] kv/app#k@2")]
    [InlineData("a: secretref+awssecrets://shop/db?region=eu-west-1&version_stage=AWSCURRENT#/user", "1:27 aws-secrets-manager [eu-west-1] shop/db#user@AWSCURRENT")]
    [InlineData("- ref+awsssm://shop/db", "1:16 aws-ssm shop/db")]
    [InlineData("a: [ref+azurekeyvault://kv/db/v1, ref+azurekeyvault://kv]", "1:25 azure-key-vault [https://kv.vault.azure.net/] db@v1")]
    [InlineData("a: ref+k8s://v1/Secret/shop/db/password", "1:14 kubernetes [shop] db#password")]
    [InlineData("a: ref+gcpsecrets://p/db", new string[0])] // a store that is not known here
    [InlineData("a: ref+vault://{{ .Values.path }}/db#/k", "1:16 hashicorp-vault */db#k")]
    [InlineData("containers:\n- env:\n  - name: DB\n    value: vault:secret/data/app#pass\n  - name: X\n    value: \">>vault:secret/data/y#k#3\"", "4:34 hashicorp-vault secret/data/app#pass as environment DB", "6:35 hashicorp-vault secret/data/y#k@3 as environment X")]
    [InlineData("a: \"u:${vault:secret/data/a#user}@${vault:secret/data/a#pass}\"", "1:29 hashicorp-vault secret/data/a#user", "1:57 hashicorp-vault secret/data/a#pass")]
    [InlineData("kind: Secret\nmetadata: { name: app, namespace: shop }\nstringData:\n  PASS: <path:secret/data/app#pass | base64encode>\n  B: <path:secret/data/app#b#2>", "4:31 hashicorp-vault secret/data/app#pass as kubernetes [shop] app#PASS", "5:28 hashicorp-vault secret/data/app#b@2 as kubernetes [shop] app#B")]
    [InlineData("kind: Secret\nmetadata:\n  name: app\n  annotations: { avp.kubernetes.io/path: kv/data/app }\nstringData:\n  A: <user>:<pass | base64encode>", "6:7 hashicorp-vault kv/data/app#user as kubernetes app#A", "6:14 hashicorp-vault kv/data/app#pass as kubernetes app#A")]
    [InlineData("vault:\n  address: x#y\n  a: vault:8200\n  b: default-vault:a#b", new string[0])]
    [InlineData("a: <path:name#key>", new string[0])] // of which store, nothing says
    [InlineData("- debug: { msg: \"{{ lookup('community.hashi_vault.hashi_vault', 'secret=secret/data/shop/db:password token=x') }}\" }", "1:66 hashicorp-vault secret/data/shop/db#password")]
    [InlineData("a: \"{{ lookup('hashi_vault', 'secret/shop') }} {{ q('community.hashi_vault.vault_kv2_get', 'shop/db', engine_mount_point='kv') }}\"", "1:31 hashicorp-vault secret/shop", "1:93 hashicorp-vault [kv] shop/db")]
    [InlineData("a: \"{{ lookup('amazon.aws.aws_secret', 'shop/' ~ env, region='eu-west-1') }}\"\nb: \"{{ query('amazon.aws.ssm_parameter', '/shop/db') }}\"", "1:41 aws-secrets-manager [eu-west-1] shop/*", "2:43 aws-ssm /shop/db")]
    [InlineData("a: \"{{ lookup('azure.azcollection.azure_keyvault_secret', 'db', vault_url='https://kv.vault.azure.net') }}\"", "1:60 azure-key-vault [https://kv.vault.azure.net/] db")]
    [InlineData("a: \"{{ lookup('env', 'HOME') }} {{ lookup('file', 'a/b') }} {{ lookup('hashi_vault', vault_path) }} {{ lookup('hashi_vault', 'token=x') }}\"", new string[0])]
    [InlineData("provider:\n  environment:\n    A: ${ssm:/shop/db}\n    B: ${ssm(eu-west-1):/aws/reference/secretsmanager/shop/api~true}", "3:14 aws-ssm /shop/db", "4:25 aws-secrets-manager [eu-west-1] shop/api")]
    [InlineData("a: \"{{ lookup('amazon.aws.ssm_parameter', '/shop/a') | default('x') }} {{ lookup('aws_ssm', '/b') | d(omit) }} {{ lookup('aws_ssm', '/c', on_missing='skip') }}\"", "1:44 aws-ssm /shop/a optional", "1:94 aws-ssm /b optional", "1:134 aws-ssm /c optional")]
    [InlineData("a: ${ssm:/shop/db, 'none'}\nb: ${ssm:/shop/c~true, ''}", "1:10 aws-ssm /shop/db optional", "2:10 aws-ssm /shop/c optional")]
    public void String_NamesItsSecret(string text, params string[] mentions) => Mentions.In("a.yaml", text).ShouldBe(mentions);

    [Fact]
    public void EncodedString_IsRead() =>
        Mentions.In("a.yaml", $"kind: Secret\nmetadata: {{ name: app }}\ndata:\n  PASS: {Convert.ToBase64String(Encoding.UTF8.GetBytes("vault:secret/data/app#pass"))}").ShouldBe(["4:9 hashicorp-vault secret/data/app#pass as kubernetes app#PASS"]);
}
