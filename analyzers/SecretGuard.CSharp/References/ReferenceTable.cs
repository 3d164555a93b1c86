using SecretGuard.Inventories;

namespace SecretGuard.CSharp.References;

/// <summary>
/// Calls and requests by which C# names a secret, a key of a configuration or an environment variable, each with the parameters or properties that say what.
/// Data only; types go by their simple names, and a call stands for its Async form too. To add one, add a line.
/// </summary>
internal static class ReferenceTable
{
    private static readonly Dictionary<string, ReferenceEntry> Entries = Read(
        """
        environment env          Environment.GetEnvironmentVariable name=variable
        environment source       EnvironmentVariablesExtensions.AddEnvironmentVariables name=prefix
        configuration config     ConfigurationBinder.GetValue name=key optional=defaultValue
        configuration config     ConfigurationExtensions.GetConnectionString name=name under=ConnectionStrings
        configuration config     ParameterResourceBuilderExtensions.AddParameter name=name under=Parameters
        configuration config     ParameterResourceBuilderExtensions.AddConnectionString name=name under=ConnectionStrings
        azure-key-vault secret   SecretClient.GetSecret name=name version=version
        azure-key-vault secret   SecretClient.GetPropertiesOfSecretVersions name=name
        azure-key-vault secret   KeyVaultClientExtensions.GetSecret name=secretName version=secretVersion address=vaultBaseUrl
        azure-key-vault key      KeyClient.GetKey name=name version=version
        azure-key-vault key      KeyClient.GetCryptographyClient name=keyName version=keyVersion
        azure-key-vault certificate CertificateClient.GetCertificate name=certificateName
        azure-key-vault certificate CertificateClient.GetCertificateVersion name=certificateName version=version
        azure-key-vault certificate CertificateClient.DownloadCertificate name=certificateName version=version
        azure-key-vault source   AzureKeyVaultConfigurationExtensions.AddAzureKeyVault address=vaultUri
        azure-key-vault source   AspireKeyVaultExtensions.AddAzureKeyVaultSecrets name=connectionName
        aws-secrets-manager secret GetSecretValueRequest name=SecretId version=VersionId version=VersionStage
        aws-secrets-manager secret DescribeSecretRequest name=SecretId
        aws-secrets-manager secret BatchGetSecretValueRequest names=SecretIdList
        aws-secrets-manager secret SecretsManagerCache.GetSecretString name=secretId
        aws-secrets-manager secret SecretsManagerCache.GetSecretBinary name=secretId
        aws-ssm secret GetParameterRequest name=Name
        aws-ssm secret GetParametersRequest names=Names
        aws-ssm source GetParametersByPathRequest name=Path
        aws-ssm source SystemsManagerExtensions.AddSystemsManager name=path
        hashicorp-vault secret   IKeyValueSecretsEngineV2.ReadSecret name=path version=version address=mountPoint
        hashicorp-vault secret   IKeyValueSecretsEngineV1.ReadSecret name=path address=mountPoint
        hashicorp-vault secret   IKeyValueSecretsEngineV2.ReadSecretMetadata name=path address=mountPoint
        hashicorp-vault secret   IDatabaseSecretsEngine.GetCredentials name=databaseRoleName address=mountPoint
        user-secrets source      UserSecretsConfigurationExtensions.AddUserSecrets name=userSecretsId
        user-secrets source      UserSecretsIdAttribute name=userSecretsId
        files source             KeyPerFileConfigurationBuilderExtensions.AddKeyPerFile name=directoryPath
        """);

    /// <summary>The simple names of methods, requests and attributes: what a node must be called before anything is bound.</summary>
    public static ISet<string> Names { get; } = new HashSet<string>(Entries.Keys.Select(key => key.Substring(key.IndexOf('.') + 1)), StringComparer.Ordinal);

    /// <summary>The entry of a call, by its type and its name.</summary>
    public static ReferenceEntry? OfCall(string type, string method) => Entries.TryGetValue(type + "." + Synchronous(method), out ReferenceEntry? entry) ? entry : null;

    /// <summary>The entry of an object that is made: a request, an attribute.</summary>
    public static ReferenceEntry? OfType(string type) => Entries.TryGetValue(type, out ReferenceEntry? entry) ? entry : null;

    /// <summary>The name of a method without what says that it is awaited.</summary>
    public static string Synchronous(string method) => method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - "Async".Length) : method;

    private static Dictionary<string, ReferenceEntry> Read(string table)
    {
        var entries = new Dictionary<string, ReferenceEntry>(StringComparer.Ordinal);
        foreach (string line in table.Split('\n'))
        {
            string[] words = line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries);
            ILookup<string, string> roles = words.Skip(3).Select(word => word.Split('=')).ToLookup(role => role[0], role => role[1], StringComparer.Ordinal);
            entries[words[2]] = new ReferenceEntry(words[0], words[1], words[2], roles);
        }

        return entries;
    }
}

/// <summary>One line of the table.</summary>
/// <param name="Store">One of <see cref="StoreTypes"/>.</param>
/// <param name="Kind">One of <see cref="ReferenceKinds"/>.</param>
/// <param name="Member">The type, or the type and its method.</param>
/// <param name="Roles">What parameters and properties say: <c>name</c>, <c>names</c> (a list), <c>version</c>, <c>address</c>, <c>optional</c> (a fallback); <c>under</c> is the section that a key stands in.</param>
internal sealed record ReferenceEntry(string Store, string Kind, string Member, ILookup<string, string> Roles);
