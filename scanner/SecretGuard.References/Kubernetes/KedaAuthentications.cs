using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>What KEDA signs in with to see how much there is to do: secrets of the cluster, of a Key Vault, of AWS and of a Vault.</summary>
internal static class KedaAuthentications
{
    private const string Via = "TriggerAuthentication", Name = "name";

    public static void Read(Manifest manifest)
    {
        YamlValue spec = manifest.Spec, azure = spec["azureKeyVault"], aws = spec["awsSecretManager"], vault = spec["hashiCorpVault"];
        foreach (YamlValue target in spec["secretTargetRef"].Items.Where(target => target[Name].Text is not null))
        {
            YamlValue key = target["key"];
            manifest.Add(manifest.Secret(target.TextOf(Name)!, key.Text, "secretTargetRef"), key.Text is null ? target[Name] : key);
        }

        foreach (YamlValue secret in azure["secrets"].Items.Where(secret => secret[Name].Text is not null))
        {
            string? address = azure.TextOf("vaultUri") is { } uri ? uri.TrimEnd('/') + "/" : null;
            manifest.Add(ReferenceOf.Secret(StoreTypes.AzureKeyVault, secret.TextOf(Name)!, Via) with { Address = address, Version = secret.TextOf("version") }, secret[Name]);
        }

        foreach (YamlValue secret in aws["secrets"].Items.Where(secret => secret[Name].Text is not null))
        {
            manifest.Add(ReferenceOf.Secret(StoreTypes.AwsSecretsManager, secret.TextOf(Name)!, Via) with { Address = aws.TextOf("region"), Version = secret.TextOf("versionStage") ?? secret.TextOf("versionId") }, secret[Name]);
        }

        foreach (YamlValue secret in vault["secrets"].Items.Where(secret => secret["path"].Text is not null))
        {
            manifest.Add(ReferenceOf.Secret(StoreTypes.Vault, DataPath(secret.TextOf("path")!), Via) with { Property = secret.TextOf("key"), Address = vault.TextOf("address") }, secret["path"]);
        }
    }

    /// <summary>KEDA names the path of Vault's API: <c>secret/data/shop</c>.</summary>
    private static string DataPath(string path) => Joining.DeclaredStores.VaultPath(null, true, path);
}
