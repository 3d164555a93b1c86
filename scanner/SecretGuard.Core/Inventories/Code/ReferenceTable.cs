namespace SecretGuard.Inventories.Code;

/// <summary>
/// Calls and requests by which C# names a secret, a key of a configuration or an environment variable, each with the parameters or properties that say what.
/// Data only; types go by their simple names, and a call stands for its Async form too. To add one, add a line. Analyzers look parameters up by name, readers of
/// source by the position behind the sign; what stands behind another sign is how many arguments a call has that has the parameter.
/// </summary>
public static class ReferenceTable
{
    private static readonly Dictionary<string, ReferenceEntry> Entries = Read(
        """
        environment env          Environment.GetEnvironmentVariable name=variable@0
        environment source       EnvironmentVariablesExtensions.AddEnvironmentVariables on=IConfigurationBuilder name=prefix@0
        configuration config     ConfigurationBinder.GetValue on=IConfiguration name=key@0 optional=defaultValue@1
        configuration config     ConfigurationExtensions.GetConnectionString on=IConfiguration name=name@0 under=ConnectionStrings
        configuration config     ParameterResourceBuilderExtensions.AddParameter on=IDistributedApplicationBuilder name=name@0 under=Parameters
        configuration config     ParameterResourceBuilderExtensions.AddConnectionString on=IDistributedApplicationBuilder name=name@0 under=ConnectionStrings
        azure-key-vault secret   SecretClient.GetSecret name=name@0 version=version@1
        azure-key-vault secret   SecretClient.GetPropertiesOfSecretVersions name=name@0
        azure-key-vault secret   KeyVaultClientExtensions.GetSecret on=IKeyVaultClient address=vaultBaseUrl@0 name=secretName@1 version=secretVersion@2
        azure-key-vault secret   AzureKeyVaultResourceExtensions.GetSecret on=IResourceBuilder name=secretName@0
        azure-key-vault secret   AzureKeyVaultResourceExtensions.AddSecret on=IResourceBuilder name=secretName@1@3 name=name@0
        azure-key-vault key      KeyClient.GetKey name=name@0 version=version@1
        azure-key-vault key      KeyClient.GetCryptographyClient name=keyName@0 version=keyVersion@1
        azure-key-vault certificate CertificateClient.GetCertificate name=certificateName@0
        azure-key-vault certificate CertificateClient.GetCertificateVersion name=certificateName@0 version=version@1
        azure-key-vault certificate CertificateClient.DownloadCertificate name=certificateName@0 version=version@1
        azure-key-vault source   AzureKeyVaultConfigurationExtensions.AddAzureKeyVault on=IConfigurationBuilder address=vaultUri@0 address=vault@0
        azure-key-vault source   AspireKeyVaultExtensions.AddAzureKeyVaultSecrets on=IConfigurationBuilder name=connectionName@0
        aws-secrets-manager secret GetSecretValueRequest name=SecretId version=VersionId version=VersionStage
        aws-secrets-manager secret DescribeSecretRequest name=SecretId
        aws-secrets-manager secret BatchGetSecretValueRequest names=SecretIdList
        aws-secrets-manager secret SecretsManagerCache.GetSecretString name=secretId@0
        aws-secrets-manager secret SecretsManagerCache.GetSecretBinary name=secretId@0
        aws-secrets-manager source SecretsManagerExtensions.AddSecretsManager on=IConfigurationBuilder
        aws-secrets-manager secret SecretsManagerConfigurationProviderOptions names=AcceptedSecretArns
        aws-ssm secret GetParameterRequest name=Name
        aws-ssm secret GetParametersRequest names=Names
        aws-ssm source GetParametersByPathRequest name=Path
        aws-ssm source SystemsManagerExtensions.AddSystemsManager on=IConfigurationBuilder name=path@0
        hashicorp-vault secret   IKeyValueSecretsEngineV2.ReadSecret name=path@0 version=version@1 address=mountPoint@2
        hashicorp-vault secret   IKeyValueSecretsEngineV1.ReadSecret name=path@0 address=mountPoint@1
        hashicorp-vault secret   IKeyValueSecretsEngineV2.ReadSecretMetadata name=path@0 address=mountPoint@1
        hashicorp-vault secret   IDatabaseSecretsEngine.GetCredentials name=databaseRoleName@0 address=mountPoint@1 folder=creds mount=database
        dapr secret              DaprClient.GetSecret address=storeName@0 name=key@1
        dapr source              DaprClient.GetBulkSecret name=storeName@0
        dapr source              DaprSecretStoreConfigurationExtensions.AddDaprSecretStore on=IConfigurationBuilder name=store@0
        user-secrets source      UserSecretsConfigurationExtensions.AddUserSecrets on=IConfigurationBuilder name=userSecretsId@0
        user-secrets source      UserSecretsIdAttribute name=userSecretsId
        files source             KeyPerFileConfigurationBuilderExtensions.AddKeyPerFile on=IConfigurationBuilder name=directoryPath@0
        """);

    private static readonly ILookup<string, ReferenceEntry> Methods = Entries.Values.Where(entry => entry.Method.Length > 0).ToLookup(entry => entry.Method, StringComparer.Ordinal);

    /// <summary>The simple names of methods, requests and attributes: what a node must be called before anything is bound.</summary>
    public static ISet<string> Names { get; } = new HashSet<string>(Entries.Keys.Select(key => key.Substring(key.IndexOf('.') + 1)), StringComparer.Ordinal);

    /// <summary>Methods that fill an object from a section: all keys that its class has are read.</summary>
    public static ISet<string> Binding { get; } = new HashSet<string>(StringComparer.Ordinal) { "Configure", "Bind", "Get", "BindConfiguration" };

    /// <summary>What attributes end in that bind a parameter to a service, as those of Azure Functions do.</summary>
    public static IReadOnlyList<string> BindingAttributes { get; } = ["Trigger", "Input", "Output", "Binding"];

    /// <summary>The entry of a call, by its type and its name.</summary>
    public static ReferenceEntry? OfCall(string type, string method) => Entries.TryGetValue(type + "." + Synchronous(method), out ReferenceEntry? entry) ? entry : null;

    /// <summary>The entry of an object that is made: a request, an attribute.</summary>
    public static ReferenceEntry? OfType(string type) => Entries.TryGetValue(type, out ReferenceEntry? entry) && entry.Method.Length == 0 ? entry : null;

    /// <summary>The entries of all calls of this name.</summary>
    public static IEnumerable<ReferenceEntry> OfMethod(string method) => Methods[Synchronous(method)];

    /// <summary>The name of a method without what says that it is awaited.</summary>
    public static string Synchronous(string method) => method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - "Async".Length) : method;

    private static Dictionary<string, ReferenceEntry> Read(string table)
    {
        var entries = new Dictionary<string, ReferenceEntry>(StringComparer.Ordinal);
        foreach (string line in table.Split('\n'))
        {
            string[] words = line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries);
            string[][] roles = [.. words.Skip(3).Select(word => word.Split('=', '@'))];
            entries[words[2]] = new ReferenceEntry(words[0], words[1], words[2], roles.ToLookup(role => role[0], role => role[1], StringComparer.Ordinal))
            {
                Positions = roles.Where(role => role.Length > 2).ToDictionary(role => role[1], role => int.Parse(role[2], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal),
                Least = roles.Where(role => role.Length > 3).ToDictionary(role => role[1], role => int.Parse(role[3], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal),
            };
        }

        return entries;
    }
}

/// <summary>One line of the table.</summary>
/// <param name="Store">One of <see cref="StoreTypes"/>.</param>
/// <param name="Kind">One of <see cref="ReferenceKinds"/>.</param>
/// <param name="Member">The type, or the type and its method.</param>
/// <param name="Roles">What parameters and properties say: <c>name</c>, <c>names</c> (a list), <c>version</c>, <c>address</c>, <c>optional</c> (a fallback); <c>under</c> is the section that a key stands in, <c>folder</c> what stands before a name, <c>mount</c> the address where none is said, <c>on</c> what an extension extends.</param>
public sealed record ReferenceEntry(string Store, string Kind, string Member, ILookup<string, string> Roles)
{
    /// <summary>Where parameters stand, by their names: from 0, what an extension extends not counted.</summary>
    public IReadOnlyDictionary<string, int> Positions { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How many arguments a call has at least that has the parameter: another form of the method has something else in its place.</summary>
    public IReadOnlyDictionary<string, int> Least { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The type that declares the method, or that is made.</summary>
    public string Type => Member.Substring(0, Member.Length - (Method.Length == 0 ? 0 : Method.Length + 1));

    /// <summary>The method; empty for what is made.</summary>
    public string Method { get; } = Member.IndexOf('.') is var point and > 0 ? Member.Substring(point + 1) : "";

    /// <summary>Whether it adds a source that is not on the machine: one whose name nobody knows still gives a program keys.</summary>
    public bool IsRemote => Kind == ReferenceKinds.Source && Store is not (StoreTypes.Environment or StoreTypes.Files or StoreTypes.UserSecrets);

    /// <summary>Whether a call says nothing of what is added: all that its store lets a program read.</summary>
    public bool IsNameless => IsRemote && !Roles.Contains("name") && !Roles.Contains("address");

    /// <summary>What its store has before the name; empty for nothing.</summary>
    public string Folder => Roles["folder"].FirstOrDefault() is { } folder ? folder + "/" : "";

    /// <summary>The address that is meant where the call says none.</summary>
    public string? Mount => Roles["mount"].FirstOrDefault();

    /// <summary>The type that the method is called on.</summary>
    public string On => Roles["on"].FirstOrDefault() ?? Type;
}
