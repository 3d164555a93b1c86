using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of Azure and Microsoft Entra that are not identifiable keys; the older keys without a signature are contextual.</summary>
internal static class AzureRules
{
    private const string Regenerate = "Regenerate both keys of the resource in the Azure portal; prefer Microsoft Entra authentication.";

    private static readonly Issuer Azure = new("Microsoft Azure", "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage");
    private static readonly Issuer Entra = new("Microsoft Entra", "https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials");

    /// <summary>What <see cref="Detection.SharedAccessSignatureMatcher"/> finds: only the query around a signature tells it.</summary>
    public static Rule SharedAccessSignature { get; } = new("azure-shared-access-signature", "Azure shared access signature")
    {
        Provider = "Microsoft Azure",
        Severity = Severity.High,
        Advice = "Rotate the key that signed it or delete its stored access policy; it is valid until then.",
        Documentation = "https://learn.microsoft.com/azure/storage/common/storage-sas-overview",
        Example = SampleSignature,
    };

    public static Rule[] All =>
    [
        Entra.Advising("Delete the secret under 'Certificates & secrets' of the app registration; prefer a federated credential.")
            .Sealed("azure-entra-client-secret", "Microsoft Entra application client secret", Severity.Critical,
                new EntraSecretChecksum(), "[0-9A-Za-z_~.-]{3}8Q~[0-9A-Za-z_~.-]{34}"),
        Entra.Advising("Delete the secret under 'Certificates & secrets' of the app registration; prefer a federated credential.")
            .Token("azure-entra-client-secret-legacy", "Microsoft Entra application client secret (37 characters)", Severity.Critical,
                "[0-9A-Za-z_~.-]{3}7Q~[0-9A-Za-z_~.-]{31}"),
        Entra.Advising("Revoke the user's sessions in the Microsoft Entra admin center.")
            .Token("azure-entra-refresh-token", "Microsoft Entra refresh token", Severity.High,
                @"[01]\.A[0-9A-Za-z_-]{30,100}(\.[0-9])?\.AgAB[0-9A-Za-z_-]{250,2000}"),
        SharedAccessSignature,
        Azure.Advising("Revoke it under 'Personal access tokens' in the user settings of Azure DevOps.")
            .Near("azure-devops-pat-legacy", "Azure DevOps personal access token (52 characters)", Severity.Critical,
                ["azure_devops", "azuredevops", "azure-devops", "azdo", "vsts", "vss_", "system_accesstoken", "dev.azure.com", "visualstudio.com", "vsce"], "[2-7a-z]{52}"),
        Azure.Advising(Regenerate).Near("azure-storage-account-key-legacy", "Azure Storage account key (without signature)", Severity.Critical,
            ["accountkey", "account_key", "storagekey", "storage_key", "storageaccount", "storage_account", "azure_storage", "core.windows.net"], "[0-9A-Za-z+/]{86}=="),
        Azure.Advising(Regenerate).Near("azure-cosmos-db-key-legacy", "Azure Cosmos DB key (without signature)", Severity.Critical,
            ["cosmos", "documentdb", "documents.azure.com"], "[0-9A-Za-z+/]{86}=="),
        Azure.Advising(Regenerate).Near("azure-messaging-key-legacy", "Azure Service Bus or Event Hubs key (without signature)", Severity.High,
            ["sharedaccesskey", "servicebus", "service_bus", "eventhub", "event_hub"], "[0-9A-Za-z+/]{43}="),
        Azure.Advising("Renew the key under 'App keys' or 'Function keys' of the function app.")
            .Near("azure-functions-key-legacy", "Azure Functions access key (without signature)", Severity.High,
                ["x-functions-key", "functionkey", "function_key", "functions_key", "azurewebsites.net"], "[0-9A-Za-z/]{54}=="),
        Azure.Advising(Regenerate).Near("azure-ai-services-key-legacy", "Azure AI services key (32 digits)", Severity.High,
            ["ocp-apim-subscription-key", "cognitive", "azure_openai", "azureopenai", "openai.azure.com", "speech", "textanalytics"], "[0-9a-f]{32}"),
        Azure.Advising("Regenerate the passwords of the registry's admin user; prefer Microsoft Entra authentication.")
            .Near("azure-container-registry-password", "Azure Container Registry password (without signature)", Severity.High,
                ["azurecr.io", "acr_password", "registry_password", "acrpassword"], "[0-9A-Za-z+/=]{32}"),
    ];

    private static string SampleSignature(Random random)
    {
        byte[] signature = new byte[32];
        random.NextBytes(signature);
        return Uri.EscapeDataString(Convert.ToBase64String(signature));
    }
}
