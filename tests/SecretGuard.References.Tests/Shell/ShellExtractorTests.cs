namespace SecretGuard.References.Tests.Shell;

/// <summary>Scripts and the commands in them.</summary>
public sealed class ShellExtractorTests
{
    [Theory]
    [InlineData("az keyvault secret show --vault-name kv --name db -o tsv", "1:48 azure-key-vault [https://kv.vault.azure.net/] db")]
    [InlineData("az keyvault secret set --name=\"db\" --vault-name \"kv-$ENV\" --value x", "1:32 azure-key-vault [https://kv-*.vault.azure.net/] db as azure-key-vault [https://kv-*.vault.azure.net/] db")]
    [InlineData("az keyvault key show -n k --vault-name kv", "1:25 azure-key-vault key [https://kv.vault.azure.net/] k")]
    [InlineData("az keyvault secret show --id https://kv.vault.azure.net/secrets/db/1", "1:30 azure-key-vault [https://kv.vault.azure.net/] db@1")]
    [InlineData("az keyvault secret list --vault-name kv", "1:38 azure-key-vault source [https://kv.vault.azure.net/] *")]
    [InlineData("sudo aws secretsmanager get-secret-value --secret-id 'a/b' --version-stage AWSPREVIOUS --region eu-west-1", "1:55 aws-secrets-manager [eu-west-1] a/b@AWSPREVIOUS")]
    [InlineData("aws secretsmanager put-secret-value --secret-id a --secret-string x", "1:49 aws-secrets-manager a as aws-secrets-manager a")]
    [InlineData("aws ssm get-parameter --with-decryption --name /a/b", "1:48 aws-ssm /a/b")]
    [InlineData("aws ssm get-parameters --names /a /b", "1:32 aws-ssm /a", "1:35 aws-ssm /b")]
    [InlineData("aws ssm get-parameters-by-path --path /a/", "1:39 aws-ssm source /a/*")]
    [InlineData("vault kv get -mount=kv -field=pw shop/db", "1:34 hashicorp-vault [kv] shop/db#pw")]
    [InlineData("vault kv put -mount kv shop/db user=x pw=y", "1:24 hashicorp-vault [kv] shop/db#user as hashicorp-vault [kv] shop/db#user", "1:24 hashicorp-vault [kv] shop/db#pw as hashicorp-vault [kv] shop/db#pw")]
    [InlineData("vault read -field=value secret/a", "1:25 hashicorp-vault secret/a#value")]
    [InlineData("vault write auth/approle/role/a x=y")]
    [InlineData("vault write secret/a @file", "1:13 hashicorp-vault secret/a as hashicorp-vault secret/a")]
    [InlineData("kubectl get secret db -n shop -o jsonpath='{.data.password}' | base64 -d", "1:20 kubernetes [shop] db#password")]
    [InlineData("kubectl -n shop get secret/tls -o jsonpath=\"{.data['tls\\.crt']}\"", "1:28 kubernetes [shop] tls#tls.crt")]
    [InlineData("kubectl get secrets a -o jsonpath={.data.tls\\\\.key}", "1:21 kubernetes a#tls.key")]
    [InlineData("kubectl create secret generic db --from-literal=password=\"$X\" --from-file=./id.txt", "1:31 kubernetes db#password as kubernetes db#password", "1:31 kubernetes db#id.txt as kubernetes db#id.txt")]
    [InlineData("kubectl get secret -n shop-<env> db -o jsonpath='{.data.key}'", "1:34 kubernetes [shop-*] db#key")]
    [InlineData("kubectl -n ns-${env} get secret db -o jsonpath='{.data.key}'", "1:33 kubernetes [ns-*] db#key")]
    [InlineData("kubectl get secret db -n \"ns-$env\" -o jsonpath='{.data.key}'", "1:20 kubernetes [ns-*] db#key")]
    [InlineData("kubectl get secret $(name)-db-${env}-x -n a$(b)c", "1:20 kubernetes [a*c] *-db-*-x")]
    [InlineData("vault write -f secret/data/a/rotate")] // starts something
    [InlineData("vault write database/rotate-role/app x=y")]
    [InlineData("vault read database/config/app")]
    [InlineData("vault read database/creds/app", "1:12 hashicorp-vault database/creds/app")]
    [InlineData("vault write secret/config x=y", "1:13 hashicorp-vault secret/config#x as hashicorp-vault secret/config#x")]
    [InlineData("kubectl exec -n a v-0 -- vault kv get secret/x", "1:39 hashicorp-vault secret/x")]
    [InlineData("docker exec -it vault vault kv get -mount=kv x", "1:46 hashicorp-vault [kv] x")]
    [InlineData("docker run vault server")]
    [InlineData("docker build --secret id=npm,env=NPM_TOKEN -t a .", "1:23 environment NPM_TOKEN as docker-build npm")]
    [InlineData("docker buildx build --secret=id=npm,src=.secrets/npm --secret id=NPM_TOKEN .", "1:30 files [.secrets] npm as docker-build npm", "1:63 environment NPM_TOKEN as docker-build NPM_TOKEN")]
    [InlineData("docker build -t a . && podman run --secret id=npm a")]
    [InlineData("vault read secret/a <in >out", "1:12 hashicorp-vault secret/a")]
    [InlineData("kubectl get pods a")]
    [InlineData("echo az keyvault secret show --name x")]
    [InlineData("# az keyvault secret show --name x")]
    public void Command_NamesItsSecrets(string script, params string[] mentions) => Mentions.In("a.sh", script).ShouldBe(mentions);

    [Theory]
    [InlineData("X=$(az keyvault secret show --name a --query value)", "1:36 azure-key-vault a as environment X")]
    [InlineData("export DB=\"$(vault kv get -field=f secret/a)\"", "1:36 hashicorp-vault secret/a#f as environment DB")]
    [InlineData("X=`vault read secret/a`", "1:15 hashicorp-vault secret/a as environment X")]
    [InlineData("f \"p=$(aws ssm get-parameter --name \"$(vault read secret/a)\")\"", "1:38 aws-ssm *", "1:51 hashicorp-vault secret/a")]
    [InlineData("az keyvault secret show \\\n  --vault-name kv \\\n  --name db", "3:10 azure-key-vault [https://kv.vault.azure.net/] db")]
    [InlineData("az keyvault secret show \\\r\n  --name db\r\n", "2:10 azure-key-vault db")]
    [InlineData("a && vault read secret/x; (vault read secret/y) | { vault read secret/z; }", "1:17 hashicorp-vault secret/x", "1:39 hashicorp-vault secret/y", "1:64 hashicorp-vault secret/z")]
    [InlineData("curl -H \"Authorization: $API_TOKEN\" $HOST", "1:26 environment API_TOKEN")]
    [InlineData(": \"${DB_PASSWORD:?is not set}\" ${API_KEY:-none}", "1:6 environment DB_PASSWORD", "1:34 environment API_KEY optional")]
    [InlineData("echo '$API_TOKEN' \\$API_TOKEN $$")]
    [InlineData("API_TOKEN=${API_TOKEN:-x}; echo $API_TOKEN", "1:13 environment API_TOKEN optional")]
    [InlineData("read -rs DB_PASSWORD\necho $DB_PASSWORD")]
    [InlineData("echo ${X:-${DB_PASSWORD}}", "1:13 environment DB_PASSWORD")]
    [InlineData("run <<END\n$API_TOKEN\nEND\necho $DB_PASSWORD", "2:2 environment API_TOKEN", "4:7 environment DB_PASSWORD")]
    [InlineData("run <<-'END'\n$API_TOKEN\n\tEND\necho $DB_PASSWORD", "4:7 environment DB_PASSWORD")]
    [InlineData("kubectl apply -f - <<EOF\napiVersion: v1\nkind: ServiceAccount\nimagePullSecrets: [{ name: a }]\nEOF\nvault read secret/x", "4:28 kubernetes a", "6:12 hashicorp-vault secret/x")]
    [InlineData("kubectl exec v-0 -- sh -c \"VAULT_TOKEN=$ROOT_TOKEN vault kv get secret/x\"", "1:41 environment ROOT_TOKEN", "1:65 hashicorp-vault secret/x")]
    [InlineData("kubectl exec v-0 -- \\\n  sh -c \"T=\\$(cat /a) vault kv get secret/x\"", "2:36 hashicorp-vault secret/x")]
    [InlineData("/bin/bash -ec 'a\n  vault read secret/x\n'", "2:14 hashicorp-vault secret/x")]
    [InlineData("sh -c \"a $(vault read secret/x) b\"", "1:23 hashicorp-vault secret/x")] // once
    [InlineData("sh -c a b")]
    [InlineData("x=\"$(")]
    [InlineData("vault read '")]
    public void Script_IsReadAsShellsReadIt(string script, params string[] mentions) => Mentions.In("a.sh", script).ShouldBe(mentions);

    /// <summary>A file whose name has no end says in its first line what runs it.</summary>
    [Theory]
    [InlineData("bin/deploy", "#!/bin/bash", true)]
    [InlineData(".githooks/pre-commit", "#!/bin/sh -e", true)]
    [InlineData("a", "#!/usr/bin/env bash", true)]
    [InlineData("a", "#!/usr/bin/env -S bash -eu", true)]
    [InlineData("a", "#! /usr/local/bin/zsh", true)]
    [InlineData("a", "#!/bin/dash\r", true)]
    [InlineData("a", "#!/usr/bin/env python3", false)]
    [InlineData("a", "#!/usr/bin/fish", false)]
    [InlineData("a", "#!/opt/push", false)]
    [InlineData("a.txt", "#!/bin/sh", false)]
    [InlineData("a", "# /bin/sh", false)]
    public void FirstLine_SaysWhatRunsAFile(string path, string line, bool isScript) => Mentions.In(path, line + "\nvault read secret/a\n").ShouldBe(isScript ? ["2:12 hashicorp-vault secret/a"] : []);

    [Theory]
    [InlineData("console", "$ vault read secret/a", "2:14 hashicorp-vault secret/a")]
    [InlineData("pwsh", "az keyvault secret show `\n  --name a; $env:API_TOKEN", "3:10 azure-key-vault a", "3:18 environment API_TOKEN")]
    [InlineData("pwsh", "x $apiToken \"$env:A_TOKEN ${env:B_TOKEN}\" $script:dbPassword", "2:19 environment A_TOKEN", "2:33 environment B_TOKEN")] // the others are the script's own
    [InlineData("text", "vault read secret/a")]
    public void Fence_IsReadByItsLanguage(string language, string script, params string[] mentions) => Mentions.In("a.md", $"```{language}\n{script}\n```\n").ShouldBe(mentions);

    [Fact]
    public void DeepNesting_EndsSomewhere() => Mentions.In("a.sh", string.Concat(Enumerable.Repeat("$(\"${A:-", 20_000))).ShouldBeEmpty();

    [Fact]
    public void CommandsThatRunCommands_EndSomewhere() => Mentions.In("a.sh", string.Concat(Enumerable.Repeat("kubectl exec a -- docker exec vault ", 50_000))).ShouldBeEmpty();

    [Fact]
    public void ManyScriptsOnOneLine_AreReadAtOnce() => Mentions.In("a.sh", string.Concat(Enumerable.Repeat("sh -c \"vault read secret/a\"; ", 20_000))).Length.ShouldBe(20_000);

    [Fact]
    public void ScriptsInScripts_EndSomewhere() => Mentions.In("a.sh", string.Concat(Enumerable.Repeat("sh -c \"$(", 5_000)) + string.Concat(Enumerable.Repeat(")\"", 5_000))).ShouldBeEmpty();
}
