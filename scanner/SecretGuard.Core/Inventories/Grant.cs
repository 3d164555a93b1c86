using SecretGuard.Findings;

namespace SecretGuard.Inventories;

/// <summary>What may be done with secrets.</summary>
[Flags]
public enum Capabilities
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Their values may be read; of keys: they may be used.</summary>
    Read = 1,

    /// <summary>Their versions, dates and fields may be seen, without values.</summary>
    Describe = 2,

    /// <summary>Their names may be listed; in a cluster that gives their values.</summary>
    List = 4,

    /// <summary>They may be made and changed.</summary>
    Write = 8,

    /// <summary>They may be deleted.</summary>
    Delete = 16,

    /// <summary>It may be decided who may do what.</summary>
    Manage = 32,

    /// <summary>All of it.</summary>
    All = Read | Describe | List | Write | Delete | Manage,
}

/// <summary>A permission on secrets that a file gives somebody.</summary>
/// <param name="Store">The kind of store: one of <see cref="StoreTypes"/>.</param>
/// <param name="Pattern">The secrets, as the policy writes them, by the rules of their store for <c>*</c>, <c>?</c> and <c>+</c>; <c>${…}</c> is a part that is computed.</param>
/// <param name="Capabilities">What may be done.</param>
/// <param name="Policy">What gives it: <c>aws_iam_policy.shop</c>, <c>policies/shop.hcl</c>, <c>Role/shop</c>.</param>
/// <param name="Location">Where.</param>
public sealed record Grant(string Store, string Pattern, Capabilities Capabilities, string Policy, Location Location)
{
    /// <summary>Who has it, as far as files say; empty where they do not.</summary>
    public string Principal { get; init; } = "";

    /// <summary>The vault, the region or the namespace, where it is known; null for any.</summary>
    public string? Address { get; init; }

    /// <summary>What it is about in a store that tells kinds apart: one of <see cref="ReferenceKinds"/>; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>The role or the rights, in the words of the store: <c>Key Vault Secrets User</c>, <c>secretsmanager:GetSecretValue</c>.</summary>
    public string Role { get; init; } = "";

    /// <summary>Whether it holds only where more is true than the policy's reader knows here: a tag, an address.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether it takes away instead.</summary>
    public bool IsDenied { get; init; }

    /// <summary>Whether all of some capabilities are given.</summary>
    public bool Allows(Capabilities wanted) => !IsDenied && (Capabilities & wanted) == wanted;
}
