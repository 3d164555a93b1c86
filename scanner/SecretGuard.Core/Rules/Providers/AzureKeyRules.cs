using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>
/// Azure's identifiable keys: a signature at a fixed distance from the end and a Marvin32 sum. Formats and seeds: Microsoft's
/// published library for identifiable secrets. Kinds with the same signature are told apart by their seeds only, so they are one rule.
/// </summary>
internal static class AzureKeyRules
{
    private const string Regenerate = "Regenerate both keys of the resource in the Azure portal; prefer Microsoft Entra authentication.";

    private static readonly Issuer Azure = new("Microsoft Azure", "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage");

    public static Rule[] All =>
    [
        Azure.Advising(Regenerate).Sealed("azure-storage-account-key", "Azure Storage account key", Severity.Critical,
            new AzureKeyChecksum("Default0"), Bytes64(@"\+ASt")),
        Azure.Advising(Regenerate).Sealed("azure-cosmos-db-key", "Azure Cosmos DB key", Severity.Critical,
            new AzureKeyChecksum("MastRW00", "MastRO00", "SystRW00", "SystRO00", "SysAll00", "Resour00", "Encryp00"), Bytes64("ACDb")),
        Azure.Advising(Regenerate).Sealed("azure-batch-key", "Azure Batch account key", Severity.High,
            new AzureKeyChecksum("AbAcct00"), Bytes64(@"\+ABa")),
        Azure.Advising(Regenerate).Sealed("azure-api-management-key", "Azure API Management key", Severity.High,
            new AzureKeyChecksum("IoTHub00", "Tenant00", "Gatewy00", "GitKey00"), Bytes64("APIM")),
        Azure.Advising(Regenerate).Sealed("azure-service-bus-key", "Azure Service Bus key", Severity.High, Messaging(), Bytes32(@"\+ASb")),
        Azure.Advising(Regenerate).Sealed("azure-event-hubs-key", "Azure Event Hubs key", Severity.High, Messaging(), Bytes32(@"\+AEh")),
        Azure.Advising(Regenerate).Sealed("azure-relay-key", "Azure Relay key", Severity.High, Messaging(), Bytes32(@"\+ARm")),
        Azure.Advising(Regenerate).Sealed("azure-iot-key", "Azure IoT Hub, device or provisioning key", Severity.High,
            new AzureKeyChecksum("IoTHub00", "DpsKey00", "Device00"), Bytes32("AIoT")),
        Azure.Advising(Regenerate).Token("azure-event-grid-key", "Azure Event Grid key", Severity.High,
            "[0-9A-Za-z+/]{33}AZEG[A-P][0-9A-Za-z+/]{4}[AEIMQUYcgkosw048]="),

        // Issued after '+' and '/' were replaced by letters, so the sum cannot be checked.
        Azure.Advising(Regenerate).Token("azure-cache-for-redis-key", "Azure Cache for Redis key", Severity.High,
            "[0-9A-Za-z]{33}AzCa[A-P][0-9A-Za-z]{4}[AEIMQUYcgkosw048]="),
        Azure.Advising("Regenerate the passwords of the registry's admin user or token; prefer Microsoft Entra authentication.")
            .Sealed("azure-container-registry-key", "Azure Container Registry key", Severity.High,
                new AzureKeyChecksum("ACRDflt0"), @"[0-9A-Za-z+/]{42}\+ACR[A-D][0-9A-Za-z+/]{5}"),
        Azure.Advising("Regenerate the admin key, or delete the query key, of the search service.")
            .Sealed("azure-search-key", "Azure AI Search key", Severity.High,
                new AzureKeyChecksum("PAdmin00", "Query000") { AlphanumericOnly = true }, "[0-9A-Za-z]{42}AzSe[A-D][0-9A-Za-z]{5}"),
        Azure.Advising(Regenerate).Sealed("azure-machine-learning-classic-key", "Azure Machine Learning web service key", Severity.High,
            new AzureKeyChecksum("Classic0"), @"[0-9A-Za-z+/]{44}\+AMC[0-9A-Za-z+/]{5}[AQgw]=="),
        Azure.Advising("Renew the key under 'App keys' or 'Function keys' of the function app.")
            .Sealed("azure-functions-key", "Azure Functions access key", Severity.High,
                new AzureKeyChecksum("Functi00", "System00", "Master00") { UrlSafe = true }, "[0-9A-Za-z_-]{44}AzFu[0-9A-Za-z_-]{5}[AQgw]=="),
        Annotated("azure-devops-pat", "Azure DevOps personal access token", Severity.Critical,
            "Revoke it under 'Personal access tokens' in the user settings of Azure DevOps.", "AZDO"),
        Annotated("azure-ai-services-key", "Azure AI services or Azure OpenAI key", Severity.High, Regenerate, "ACOG"),
        Annotated("microsoft-annotated-security-key", "Microsoft common annotated security key", Severity.High,
            "Revoke it at the service that issued it.", "[A-Za-z][0-9A-Za-z]{3}"),
    ];

    private static AzureKeyChecksum Messaging() => new("Manage00", "Send0000", "Listen00", "System00", "Unknown0");

    private static string Bytes64(string signature) => "[0-9A-Za-z+/]{76}" + signature + "[0-9A-Za-z+/]{5}[AQgw]==";

    // The issuer leaves the two bits after the signature zero; where there is a sum, it decides.
    private static string Bytes32(string signature) => "[0-9A-Za-z+/]{33}" + signature + "[0-9A-Za-z+/]{5}[AEIMQUYcgkosw048]=";

    /// <summary>The second version: 52 random characters, the standard's mark, the date, what platform and provider add, the signature, the sum.</summary>
    private static Rule Annotated(string slug, string title, Severity severity, string advice, string signature) =>
        Azure.Advising(advice).Sealed(slug, title, severity,
            new AnnotatedKeyChecksum(), "[0-9A-Za-z]{52}JQQJ9[9DH][0-9A-Za-z][A-L][0-9A-Za-z]{16}" + signature + "[0-9A-Za-z]{4}([0-9A-Za-z]{2}==)?");
}
