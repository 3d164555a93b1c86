namespace SecretGuard.CSharp.Tests.References;

/// <summary>The shapes of the libraries by which programs ask for secrets, as far as the tests call them.</summary>
internal static class Libraries
{
    public const string Text =
        """
        using System; using System.Collections.Generic; using System.Threading.Tasks;
        namespace Microsoft.Extensions.Configuration
        {
            public interface IConfiguration { string? this[string key] { get; set; } IConfigurationSection GetSection(string key); }
            public interface IConfigurationSection : IConfiguration { string? Value { get; set; } }
            public interface IConfigurationBuilder { }
            public sealed class ConfigurationManager : IConfiguration, IConfigurationBuilder { public string? this[string key] { get => null; set { } } public IConfigurationSection GetSection(string key) => null!; }
            public static class ConfigurationExtensions
            {
                public static string? GetConnectionString(this IConfiguration configuration, string name) => null;
                public static IConfigurationSection GetRequiredSection(this IConfiguration configuration, string key) => null!;
            }
            public static class ConfigurationBinder
            {
                public static T? GetValue<T>(this IConfiguration configuration, string key) => default;
                public static T GetValue<T>(this IConfiguration configuration, string key, T defaultValue) => defaultValue;
                public static T? Get<T>(this IConfiguration configuration) => default;
                public static void Bind(this IConfiguration configuration, object? instance) { }
                public static void Bind(this IConfiguration configuration, string key, object? instance) { }
            }
            public static class EnvironmentVariablesExtensions { public static IConfigurationBuilder AddEnvironmentVariables(this IConfigurationBuilder configurationBuilder, string? prefix = null) => configurationBuilder; }
            public static class AzureKeyVaultConfigurationExtensions { public static IConfigurationBuilder AddAzureKeyVault(this IConfigurationBuilder configurationBuilder, Uri vaultUri, object credential) => configurationBuilder; public static IConfigurationBuilder AddAzureKeyVault(this IConfigurationBuilder configurationBuilder, string vault, string clientId) => configurationBuilder; }
            public static class KeyPerFileConfigurationBuilderExtensions { public static IConfigurationBuilder AddKeyPerFile(this IConfigurationBuilder builder, string directoryPath, bool optional) => builder; }
            public static class UserSecretsConfigurationExtensions { public static IConfigurationBuilder AddUserSecrets(this IConfigurationBuilder configuration, string userSecretsId) => configuration; }
            public static class SystemsManagerExtensions { public static IConfigurationBuilder AddSystemsManager(this IConfigurationBuilder builder, string path) => builder; }
            public static class SecretsManagerExtensions { public static IConfigurationBuilder AddSecretsManager(this IConfigurationBuilder configurationBuilder, object? credentials = null, object? region = null, Action<SecretsManagerConfigurationProviderOptions>? configurator = null) => configurationBuilder; }
            public sealed class SecretsManagerConfigurationProviderOptions { public List<string> AcceptedSecretArns { get; set; } = []; }
            public sealed class ConfigurationKeyNameAttribute(string name) : Attribute { public string Name => name; }
        }
        namespace Microsoft.Extensions.Configuration.UserSecrets { [AttributeUsage(AttributeTargets.Assembly)] public sealed class UserSecretsIdAttribute(string userSecretsId) : Attribute { public string UserSecretsId => userSecretsId; } }
        namespace Microsoft.Extensions.DependencyInjection
        {
            using Microsoft.Extensions.Configuration;
            public interface IServiceCollection { }
            public sealed class OptionsBuilder<T> { }
            public static class Registration
            {
                public static IServiceCollection Configure<T>(this IServiceCollection services, IConfiguration config) => services;
                public static OptionsBuilder<T> AddOptions<T>(this IServiceCollection services) => new();
                public static OptionsBuilder<T> BindConfiguration<T>(this OptionsBuilder<T> optionsBuilder, string configSectionPath) => optionsBuilder;
                public static OptionsBuilder<T> Bind<T>(this OptionsBuilder<T> optionsBuilder, IConfiguration config) => optionsBuilder;
            }
        }
        namespace System.Configuration { public sealed class ConnectionStringSettingsCollection { public object this[string name] => name; } public static class ConfigurationManager { public static System.Collections.Specialized.NameValueCollection AppSettings => new(); public static ConnectionStringSettingsCollection ConnectionStrings => new(); } }
        namespace Azure.Security.KeyVault
        {
            public sealed class Secret { public string Value => ""; }
            public sealed class SecretClient(Uri vaultUri, object credential) { public Secret GetSecret(string name, string? version = null) => new(); public Task<Secret> GetSecretAsync(string name, string? version = null) => Task.FromResult(new Secret()); }
            public sealed class KeyClient(Uri vaultUri, object credential) { public object GetKey(string name, string? version = null) => new(); }
            public sealed class CertificateClient(Uri vaultUri, object credential) { public object GetCertificateVersion(string certificateName, string version) => new(); }
        }
        namespace Amazon
        {
            public sealed class GetSecretValueRequest { public string? SecretId { get; set; } public string? VersionStage { get; set; } }
            public sealed class BatchGetSecretValueRequest { public List<string>? SecretIdList { get; set; } }
            public sealed class GetParameterRequest { public string? Name { get; set; } public bool WithDecryption { get; set; } }
        }
        namespace VaultSharp { public interface IKeyValueSecretsEngineV2 { Task<object> ReadSecretAsync(string path, int? version = null, string? mountPoint = null); } public interface IDatabaseSecretsEngine { Task<object> GetCredentialsAsync(string databaseRoleName, string? mountPoint = null); } }
        namespace Dapr.Client { public abstract class DaprClient { public Task<Dictionary<string, string>> GetSecretAsync(string storeName, string key, object? metadata = null) => null!; public Task<object> GetBulkSecretAsync(string storeName, object? metadata = null) => null!; } }
        namespace Dapr.Extensions.Configuration
        {
            using Microsoft.Extensions.Configuration;
            public static class DaprSecretStoreConfigurationExtensions { public static IConfigurationBuilder AddDaprSecretStore(this IConfigurationBuilder configurationBuilder, string store, Dapr.Client.DaprClient client) => configurationBuilder; }
        }
        namespace Aspire.Hosting
        {
            public interface IDistributedApplicationBuilder { }
            public interface IResourceBuilder<T> { }
            public sealed class AzureKeyVaultResource { }
            public static class AzureKeyVaultResourceExtensions
            {
                public static IResourceBuilder<AzureKeyVaultResource> AddAzureKeyVault(this IDistributedApplicationBuilder builder, string name) => null!;
                public static IResourceBuilder<AzureKeyVaultResource> AsExisting(this IResourceBuilder<AzureKeyVaultResource> builder) => builder;
                public static object GetSecret(this IResourceBuilder<AzureKeyVaultResource> builder, string secretName) => new();
                public static object AddSecret(this IResourceBuilder<AzureKeyVaultResource> builder, string name, object parameterResource) => new();
                public static object AddSecret(this IResourceBuilder<AzureKeyVaultResource> builder, string name, string secretName, object parameterResource) => new();
            }
            public static class ParameterResourceBuilderExtensions { public static object AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) => new(); public static object AddConnectionString(this IDistributedApplicationBuilder builder, string name) => new(); }
        }
        namespace Microsoft.Azure.Functions.Worker { [AttributeUsage(AttributeTargets.All)] public sealed class ServiceBusTriggerAttribute(string queueName) : Attribute { public string QueueName => queueName; public string? Connection { get; set; } } }
        """;
}
