using System.Globalization;
using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Vault;

/// <summary>Reads what version 2 of the key-value engine tells of a secret. Custom metadata is passed over: people write anything there.</summary>
internal static class VersionTwo
{
    /// <summary>What is wrong with an answer that says nothing of a secret.</summary>
    public static StoreProblem NotSpoken { get; } = new(Verdict.Misconfigured, "the answer is not that of a key-value engine of version 2", "correct the mount or its version");

    /// <summary>The answer, without fields.</summary>
    /// <param name="query">The question.</param>
    /// <param name="data">The <c>data</c> of <c>metadata/…</c>.</param>
    /// <param name="now">The time.</param>
    public static StoreAnswer Judge(SecretQuery query, JsonElement data, DateTimeOffset now)
    {
        if (data.At("current_version").Number() is not { } current)
        {
            return NotSpoken.Answer(query);
        }

        int wanted = current;
        if (query.Version is { } asked && asked != "latest" && !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out wanted))
        {
            return new StoreProblem(Verdict.Misconfigured, $"'{asked}' is no version: Vault counts them from 1", "correct the version in the reference").Answer(query);
        }

        JsonElement version = data.At("versions", wanted.ToString(CultureInfo.InvariantCulture));
        DateTimeOffset? deletion = version.At("deletion_time").Time();
        SecretMetadata metadata = new()
        {
            Version = wanted.ToString(CultureInfo.InvariantCulture),
            Created = data.At("created_time").Time(),
            Updated = version.At("created_time").Time() ?? data.At("updated_time").Time(),
            Expires = deletion > now ? deletion : null,
        };
        if (current == 0 || version.ValueKind != JsonValueKind.Object)
        {
            string cause = current == 0 ? "it has metadata and no version yet" : $"it has no version {wanted}; the current one is {current}";
            return new StoreAnswer(query, Verdict.NoVersion) { Metadata = metadata, Cause = cause, Advice = current == 0 ? "write a value ('vault kv put')" : "correct the version in the reference, or write it again" };
        }

        if (version.At("destroyed").IsTrue())
        {
            return new StoreAnswer(query, Verdict.SoftDeleted) { Metadata = metadata, Cause = $"version {wanted} was destroyed; only its metadata is left", Advice = "write a new version ('vault kv put')" };
        }

        return deletion <= now
            ? new StoreAnswer(query, Verdict.SoftDeleted) { Metadata = metadata, Cause = $"version {wanted} was deleted on {deletion:yyyy-MM-dd}", Advice = "bring it back ('vault kv undelete'), or write a new version" }
            : StoreAnswer.Present(query with { Property = null }, metadata) with { Query = query };
    }

    /// <summary>The names of fields in the <c>data</c> of <c>subkeys/…</c>, those within others too; null where there are none to see.</summary>
    public static FieldNames? Fields(JsonElement data)
    {
        JsonElement subkeys = data.At("subkeys");
        if (subkeys.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var names = new List<string>();
        Collect("", subkeys, names);
        return new FieldNames([.. names.Order(StringComparer.Ordinal)], AreComplete: true);
    }

    private static void Collect(string prefix, JsonElement keys, List<string> names)
    {
        foreach (JsonProperty member in keys.Members())
        {
            names.Add(prefix + member.Name);
            Collect(prefix + member.Name + ".", member.Value, names);
        }
    }
}
