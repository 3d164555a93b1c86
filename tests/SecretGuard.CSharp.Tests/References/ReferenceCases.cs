using SecretGuard.Inventories;

namespace SecretGuard.CSharp.Tests.References;

/// <summary>Code, and what it refers to: whoever reads references in C#, by its meaning or by its text, tells these.</summary>
internal static class ReferenceCases
{
    public const string Usings =
        "using System; using System.Collections.Generic; using System.Threading.Tasks; using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection; "
        + "using Azure.Security.KeyVault; using Amazon; using VaultSharp; using Aspire.Hosting; using Dapr.Client; using Dapr.Extensions.Configuration; using Microsoft.Azure.Functions.Worker;\n";

    /// <summary>Statements with <c>configuration</c> and the like in scope, and what they refer to, a line each.</summary>
    public static IReadOnlyList<(string Statements, string Expected)> Statements { get; } =
    [
        ("_ = configuration[\"Db:Password\"];", "configuration config Db:Password secret"),
        ("_ = configuration?[\"Db:Password\"];", "configuration config Db:Password secret"),
        ("_ = configuration[\"Logging:Level\"];", "configuration config Logging:Level"),
        ("_ = configuration[\"Db:Password\"] ?? \"\";", "configuration config Db:Password secret optional"),
        ("_ = configuration[\"Db:Password\"] ?? throw new Exception();", "configuration config Db:Password secret required"),
        ("configuration[\"Db:Password\"] = \"\";", ""),
        ("_ = manager[\"Db:Password\"];", "configuration config Db:Password secret"),
        ("_ = section[\"Password\"];", "configuration config *:Password secret"),
        ("_ = configuration.GetSection(\"Mail\").GetSection(\"Smtp\")[\"Password\"];", "configuration config Mail:Smtp:Password secret"),
        ("var mail = configuration.GetRequiredSection(\"Mail\"); _ = mail[\"Password\"];", "configuration config Mail:Password secret"),
        ("_ = configuration.GetSection(\"Mail:Password\").Value;", "configuration config Mail:Password secret"),
        ("_ = configuration.GetSection(\"Mail\");", ""),
        ("const string Area = \"Mail\"; _ = configuration[Area + \":Password\"];", "configuration config Mail:Password secret"),
        ("_ = configuration[nameof(Options) + \":\" + nameof(Options.ApiKey)];", "configuration config Options:ApiKey secret"),
        ("_ = configuration[$\"Tenants:{DateTime.Now.Year}:ApiKey\"];", "configuration config Tenants:*:ApiKey secret"),
        ("_ = configuration[Environment.NewLine];", ""),
        ("_ = configuration.GetValue<string>(\"Mail:Password\");", "configuration config Mail:Password secret"),
        ("_ = configuration.GetValue(\"Mail:Port\", 25);", "configuration config Mail:Port optional"),
        ("_ = configuration.GetSection(\"Mail\").GetValue<int>(\"Port\");", "configuration config Mail:Port"),
        ("_ = configuration.GetConnectionString(\"Orders\");", "configuration config ConnectionStrings:Orders secret"),
        ("_ = System.Configuration.ConfigurationManager.AppSettings[\"SmtpPassword\"];", "configuration config SmtpPassword secret"),
        ("_ = System.Configuration.ConfigurationManager.ConnectionStrings[\"Orders\"];", "configuration config ConnectionStrings:Orders secret"),
        ("_ = new Dictionary<string, string>()[\"Password\"];", ""),
        ("_ = Environment.GetEnvironmentVariable(\"DB_PASSWORD\");", "environment env DB_PASSWORD secret"),
        ("_ = Environment.GetEnvironmentVariable(\"HOME\") ?? \"/\";", "environment env HOME optional"),
        ("manager.AddEnvironmentVariables(\"SHOP_\");", "environment source SHOP_"),
        ("manager.AddKeyPerFile(\"/run/secrets\", false);", "files source /run/secrets"),
        ("manager.AddAzureKeyVault(new Uri(\"https://shop.vault.azure.net\"), new object());", "azure-key-vault source https://shop.vault.azure.net"),
        ("manager.AddUserSecrets(\"shop-dev\");", "user-secrets source shop-dev"),
        ("manager.AddSystemsManager(\"/shop/prod\");", "aws-ssm source /shop/prod"),
        ("manager.AddAzureKeyVault(new Uri(configuration[\"Vault\"]!), new object());", "azure-key-vault source *\nconfiguration config Vault"),
        ("manager.AddSecretsManager();", "aws-secrets-manager source *"),
        ("manager.AddSecretsManager(configurator: options => { });", "aws-secrets-manager source *"),
        ("_ = new SecretsManagerConfigurationProviderOptions { AcceptedSecretArns = [\"shop/db\"] };", "aws-secrets-manager secret shop/db secret"),
        ("var vault = new SecretClient(new Uri(\"https://shop.vault.azure.net\"), new object()); _ = vault.GetSecret(\"db-password\").Value;", "azure-key-vault secret db-password secret at https://shop.vault.azure.net"),
        ("var vault = new SecretClient(new Uri($\"https://{DateTime.Now.Year}.vault.azure.net\"), new object()); _ = await vault.GetSecretAsync(\"db-password\", \"42\");", "azure-key-vault secret db-password secret at https://*.vault.azure.net version 42"),
        ("_ = new KeyClient(new Uri(\"https://shop.vault.azure.net\"), new object()).GetKey(\"signing\");", "azure-key-vault key signing secret at https://shop.vault.azure.net"),
        ("_ = new CertificateClient(null!, new object()).GetCertificateVersion(\"tls\", \"7\");", "azure-key-vault certificate tls secret version 7"),
        ("_ = new GetSecretValueRequest { SecretId = \"shop/db\", VersionStage = \"AWSCURRENT\" };", "aws-secrets-manager secret shop/db secret version AWSCURRENT"),
        ("_ = new BatchGetSecretValueRequest { SecretIdList = new List<string> { \"shop/db\", \"shop/mail\" } };", "aws-secrets-manager secret shop/db secret\naws-secrets-manager secret shop/mail secret"),
        ("_ = new BatchGetSecretValueRequest { SecretIdList = [\"shop/db\", \"shop/mail\"] };", "aws-secrets-manager secret shop/db secret\naws-secrets-manager secret shop/mail secret"),
        ("_ = new GetParameterRequest { Name = \"/shop/db\", WithDecryption = true };", "aws-ssm secret /shop/db secret"),
        ("_ = await engine.ReadSecretAsync(path: \"shop/db\", mountPoint: \"kv\");", "hashicorp-vault secret shop/db secret at kv"),
        ("_ = await databases.GetCredentialsAsync(\"orders\"); _ = await databases.GetCredentialsAsync(\"orders\", \"db-prod\");", "hashicorp-vault secret creds/orders secret at database\nhashicorp-vault secret creds/orders secret at db-prod"),
        ("_ = await dapr.GetSecretAsync(\"vault\", \"db\");", "dapr secret db secret at vault"),
        ("_ = (await dapr.GetSecretAsync(key: \"db\", storeName: \"vault\"))[\"password\"];", "dapr secret db secret at vault"),
        ("_ = await dapr.GetBulkSecretAsync(\"vault\"); manager.AddDaprSecretStore(\"vault\", dapr);", "dapr source vault\ndapr source vault"),
        ("application.AddParameter(\"db-password\", secret: true); application.AddParameter(\"region\"); application.AddConnectionString(\"orders\");", "configuration config Parameters:db-password secret\nconfiguration config Parameters:region\nconfiguration config ConnectionStrings:orders secret"),
        ("var store = application.AddAzureKeyVault(\"shop\"); _ = store.AsExisting().GetSecret(\"stripe-key\"); _ = store.GetSecret(secretName: \"other\");", "azure-key-vault secret stripe-key secret\nazure-key-vault secret other secret"),
        ("var store = application.AddAzureKeyVault(\"shop\"); var stripe = application.AddParameter(\"stripe\", secret: true); store.AddSecret(\"stripe-key\", stripe); store.AddSecret(\"resource\", \"mail-key\", stripe); store.AddSecret(parameterResource: stripe, name: \"n\", secretName: \"s\");", "configuration config Parameters:stripe secret\nazure-key-vault secret stripe-key secret\nazure-key-vault secret mail-key secret\nazure-key-vault secret s secret"),
        ("application.AddAzureKeyVault(\"shop\").AddSecret(\"stripe-key\", application.AddParameter(\"stripe\", secret: true));", "azure-key-vault secret stripe-key secret\nconfiguration config Parameters:stripe secret"),
        ("services.Configure<Options>(configuration.GetSection(\"Shop\"));", Bound("Shop")),
        ("services.AddOptions<Options>().BindConfiguration(\"Shop\");", Bound("Shop")),
        ("services.AddOptions<Options>().Bind(configuration.GetSection(\"Shop\"));", Bound("Shop")),
        ("_ = configuration.GetSection(\"Shop\").Get<Options>();", Bound("Shop")),
        ("var options = new Options(); configuration.Bind(options);", Bound("")),
        ("var options = new Options(); configuration.GetSection(\"A\").Bind(\"Shop\", options);", Bound("A:Shop")),
        ("manager.AddAzureKeyVault(\"https://shop.vault.azure.net\", \"shop\");", "azure-key-vault source https://shop.vault.azure.net"),
    ];

    /// <summary>Whole files.</summary>
    public static IReadOnlyList<(string Text, string Expected)> Files { get; } =
    [
        (
            "class Vault { readonly SecretClient _client = new(new Uri(\"https://shop.vault.azure.net\"), new object()); string Password => _client.GetSecret(\"db-password\").Value; }",
            "azure-key-vault secret db-password secret at https://shop.vault.azure.net"),
        (
            "IConfiguration configuration = null!; var mail = configuration.GetSection(\"Mail\"); _ = mail[\"Password\"];",
            "configuration config Mail:Password secret"),
        (
            "class Jobs { void Run([ServiceBusTrigger(\"%OrdersQueue%\", Connection = \"OrdersBus\")] string order) { } }",
            "configuration config OrdersQueue\nconfiguration config OrdersBus secret"),
        ("[assembly: Microsoft.Extensions.Configuration.UserSecrets.UserSecretsId(\"shop-dev\")]", "user-secrets source shop-dev"),
    ];

    /// <summary>A file in whose only method these statements stand, with <c>configuration</c> and the like in scope.</summary>
    public static string Around(string statements) =>
        "class Program { async Task Run(IConfiguration configuration, Microsoft.Extensions.Configuration.ConfigurationManager manager, IConfigurationSection section, IKeyValueSecretsEngineV2 engine, IDatabaseSecretsEngine databases, DaprClient dapr, IServiceCollection services, IDistributedApplicationBuilder application) { "
        + statements + " await Task.Yield(); } }\n" + Shapes;

    /// <summary>A reference in a line.</summary>
    public static string Describe(SecretReference reference) =>
        $"{reference.Store} {reference.Kind} {reference.Name}{(reference.IsSecret ? " secret" : "")}{reference.IsOptional switch { true => " optional", false => " required", null => "" }}"
        + $"{(reference.Address is null ? "" : " at " + reference.Address)}{(reference.Version is null ? "" : " version " + reference.Version)}";

    private const string Shapes =
        "class Options { [System.ComponentModel.DataAnnotations.Required] public string ApiKey { get; set; } = \"\"; public int Retries { get; set; } [ConfigurationKeyName(\"mail\")] public Mail Smtp { get; } = new(); public List<Mail> More { get; set; } = []; public string Computed => \"\"; public Options? Inner; } "
        + "class Mail { public string? Password { get; set; } public Mail? Next { get; set; } }";

    private static string Bound(string section)
    {
        string under = section.Length == 0 ? "" : section + ":";
        string[] mails = ["mail:", "More:*:"];
        return string.Join("\n", new[] { $"configuration config {under}ApiKey secret required", $"configuration config {under}Retries" }.Concat(mails.Select(mail => $"configuration config {under}{mail}Password secret")));
    }
}
