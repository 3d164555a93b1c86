using System.Text.Json;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Whole;

namespace SecretGuard.Stores.AzurePipelines;

/// <summary>A group of variables, as the server lists it (learn.microsoft.com/rest/api/azure/devops/distributedtask/variablegroups).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Updated">When it was last changed.</param>
/// <param name="Variables">Its variables.</param>
internal sealed record VariableGroup(string Name, DateTimeOffset? Updated, IReadOnlyList<(string Name, StoreEntry Entry)> Variables)
{
    /// <summary>The group of some JSON; null where it is none.</summary>
    public static VariableGroup? Of(JsonElement group)
    {
        if (group.At("name").Text() is not { } name)
        {
            return null;
        }

        DateTimeOffset? updated = group.At("modifiedOn").Time();
        string? vault = group.At("type").Text() == "AzureKeyVault" ? group.At("providerData", "vault").Text() ?? "a Key Vault" : null;
        return new VariableGroup(name, updated, [.. group.At("variables").Members().Select(variable => (variable.Name, Entry(variable.Value, name, updated, vault)))]);
    }

    /// <summary>Of a value is not even looked whether it is there: that of a secret never is.</summary>
    private static StoreEntry Entry(JsonElement variable, string group, DateTimeOffset? updated, string? vault) => new(ValueState.Filled)
    {
        IsSecret = vault is not null || variable.At("isSecret").IsTrue(),
        IsEnabled = variable.At("enabled").ValueKind != JsonValueKind.False,
        Metadata = new() { Updated = updated, Expires = variable.At("expires").Time() },
        Remark = vault is not null ? $"the group '{group}' takes it from {vault} when a pipeline runs: whether it is there, the vault must be asked"
            : variable.At("isSecret").IsTrue() ? ""
            : $"the group '{group}' does not keep it as a secret: whoever may see the group can read it",
    };
}
