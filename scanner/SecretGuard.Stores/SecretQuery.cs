namespace SecretGuard.Stores;

/// <summary>One question to a store: is this there and usable?</summary>
/// <param name="Name">Its name or path, as the store writes it.</param>
/// <param name="Property">A field of it that is needed; null where the whole secret is.</param>
/// <param name="Version">The version or stage that is needed; null for the current one.</param>
/// <param name="Kind">What it is to be there.</param>
public sealed record SecretQuery(string Name, string? Property = null, string? Version = null, SecretKind Kind = SecretKind.Secret);

/// <summary>What a name stands for in a store that tells several kinds apart.</summary>
public enum SecretKind
{
    /// <summary>A secret.</summary>
    Secret,

    /// <summary>A cryptographic key.</summary>
    Key,

    /// <summary>A certificate.</summary>
    Certificate,
}
