using SecretGuard.Inventories;

namespace SecretGuard.References.Linting.Access;

/// <summary>A role that is built into Azure, and what it allows in a Key Vault.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its id, the same in every tenant.</param>
/// <param name="Rights">What it allows, by kind; null for all kinds.</param>
internal sealed record AzureRole(string Name, string Id, params (string? Kind, Capabilities Capabilities)[] Rights)
{
    private const Capabilities Reading = Capabilities.Read | Capabilities.Describe | Capabilities.List;
    private const Capabilities Keeping = Reading | Capabilities.Write | Capabilities.Delete;
    private const string Secret = ReferenceKinds.Secret, Key = ReferenceKinds.Key, Certificate = ReferenceKinds.Certificate;

    /// <summary>As Azure's documentation of built-in roles has them.</summary>
    private static readonly AzureRole[] All =
    [
        new("Key Vault Administrator", "00482a5a-887f-4fb3-b363-3b7fe8e74483", (null, Capabilities.All)) { IsAdmin = true },
        new("Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6", (Secret, Reading)),
        new("Key Vault Secrets Officer", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7", (Secret, Keeping)),
        new("Key Vault Certificate User", "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba", (Certificate, Reading), (Secret, Reading)),
        new("Key Vault Certificates Officer", "a4417e6f-fecd-4de8-b567-7b0420556985", (Certificate, Keeping)),
        new("Key Vault Crypto User", "12338af0-0e69-4776-bea7-57ae8d297424", (Key, Reading)),
        new("Key Vault Crypto Officer", "14b46e9e-c2b7-41b4-b07b-48a6ebf60603", (Key, Keeping)),
        new("Key Vault Crypto Service Encryption User", "e147488a-f6f5-4113-8e2d-b22465e65bf6", (Key, Reading)),
        new("Key Vault Reader", "21090545-7ca7-4776-b22c-e363652d74d2", (null, Capabilities.Describe | Capabilities.List)),
        new("Key Vault Contributor", "f25e0fa2-a7c8-4377-a976-54943a77a395", (null, Capabilities.Manage)) { IsAdmin = true },
        new("Key Vault Data Access Administrator", "8b54135c-b56d-4d72-a534-26097cfdc8d8", (null, Capabilities.Manage)) { IsAdmin = true },
        new("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", (null, Capabilities.Manage)) { IsAdmin = true, IsGeneral = true },
        new("Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c", (null, Capabilities.Manage)) { IsAdmin = true, IsGeneral = true },
        new("User Access Administrator", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", (null, Capabilities.Manage)) { IsAdmin = true, IsGeneral = true },
    ];

    /// <summary>Whether it is for who administers a vault.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Whether it is about more than vaults.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>The role of a name, or of an id wherever it stands in a text; null where it is none that is known.</summary>
    public static AzureRole? Find(string text) => Array.Find(All, role => role.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? Array.Find(All, role => text.Contains(role.Id, StringComparison.OrdinalIgnoreCase));

    /// <summary>What words of an access policy come to: <c>Get</c>, <c>List</c>, <c>All</c>.</summary>
    public static Capabilities CapabilitiesOf(IEnumerable<string> words) => words.Aggregate(Capabilities.None, (all, word) => all | word.ToUpperInvariant() switch
    {
        "ALL" => Capabilities.All,
        "GET" or "DECRYPT" or "SIGN" or "UNWRAPKEY" or "VERIFY" or "ENCRYPT" or "WRAPKEY" => Capabilities.Read | Capabilities.Describe,
        "LIST" => Capabilities.List,
        "SET" or "CREATE" or "IMPORT" or "UPDATE" or "RESTORE" or "RECOVER" or "ROTATE" => Capabilities.Write,
        "DELETE" or "PURGE" => Capabilities.Delete,
        _ => Capabilities.None,
    });
}
