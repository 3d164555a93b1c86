using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Azure;

/// <summary>One secret, key or certificate, or a version of one, as lists of a vault tell it.</summary>
/// <param name="Name">Its name, as the vault writes it.</param>
/// <param name="Version">The version; null where the list is of the whole vault.</param>
internal sealed record KeyVaultItem(string Name, string? Version)
{
    /// <summary>Whether it is switched on.</summary>
    public bool IsEnabled { get; private init; } = true;

    /// <summary>Whether it belongs to the certificate of the same name.</summary>
    public bool IsManaged { get; private init; }

    /// <summary>Its times.</summary>
    public SecretMetadata Metadata { get; private init; } = SecretMetadata.None;

    /// <summary>When it was deleted, and when it can no more be brought back.</summary>
    public (DateTimeOffset? At, DateTimeOffset? Purged) Deleted { get; private init; }

    /// <summary>The item of a list; null where it is none.</summary>
    public static KeyVaultItem? Of(JsonElement item)
    {
        if (!Uri.TryCreate(item.At("id").Text() ?? item.At("kid").Text(), UriKind.Absolute, out Uri? id) || id.Segments.Length is not (3 or 4))
        {
            return null;
        }

        JsonElement attributes = item.At("attributes");
        string? version = id.Segments.Length == 4 ? id.Segments[3].TrimEnd('/') : null;
        return new KeyVaultItem(id.Segments[2].TrimEnd('/'), version)
        {
            IsEnabled = attributes.At("enabled").ValueKind != JsonValueKind.False,
            IsManaged = item.At("managed").IsTrue(),
            Metadata = new SecretMetadata
            {
                Version = version,
                Created = Time(attributes, "created"),
                Updated = Time(attributes, "updated"),
                NotBefore = Time(attributes, "nbf"),
                Expires = Time(attributes, "exp"),
            },
            Deleted = (Time(item, "deletedDate"), Time(item, "scheduledPurgeDate")),
        };
    }

    /// <summary>What it answers to a question. The vault serves what is not yet or no more valid all the same: whoever asks for it need not notice.</summary>
    /// <param name="query">The question.</param>
    /// <param name="now">The time.</param>
    public StoreAnswer Judge(SecretQuery query, DateTimeOffset now)
    {
        // Tags and switches change a version of a key, and leave the key what it was made as.
        SecretMetadata told = query.Kind == SecretKind.Key ? Metadata with { Rotated = Metadata.Created } : Metadata;
        StoreAnswer answer = Validity.Judge(query, told, IsEnabled, now, query.Version is null ? "it" : "this version of it");
        return answer.Verdict == Verdict.Present && IsManaged && query.Kind == SecretKind.Secret
            ? answer with { Remark = "it belongs to the certificate of this name: its value is the certificate with its private key" } : answer;
    }

    private static DateTimeOffset? Time(JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out long seconds) && seconds is >= 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}

/// <summary>One page of a list of a vault.</summary>
/// <param name="Items">What it lists.</param>
/// <param name="Next">The address of the next page; null where there is none.</param>
internal sealed record KeyVaultPage(IReadOnlyList<KeyVaultItem> Items, string? Next)
{
    /// <summary>Why there is no page; null where there is.</summary>
    public StoreProblem? Problem { get; private init; }

    /// <summary>Nothing is there.</summary>
    public static KeyVaultPage Empty { get; } = new([], null);

    /// <summary>No page, and why.</summary>
    public static KeyVaultPage Failed(StoreProblem problem) => Empty with { Problem = problem };
}
