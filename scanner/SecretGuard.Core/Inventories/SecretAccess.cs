using SecretGuard.Findings;

namespace SecretGuard.Inventories;

/// <summary>Who may do what with which secrets, and who uses them, by the files of a repository alone.</summary>
/// <param name="Secrets">One for each secret, by name.</param>
/// <param name="Unused">What is granted on secrets that nothing refers to, by place.</param>
/// <param name="Notices">What the files do not say, for people.</param>
public sealed record AccessOverview(IReadOnlyList<SecretAccess> Secrets, IReadOnlyList<Grant> Unused, IReadOnlyList<string> Notices);

/// <summary>Who may do what with one secret, and who uses it.</summary>
/// <param name="Name">Its name in the declaration; of one that is not declared, its name in its store.</param>
public sealed record SecretAccess(string Name)
{
    /// <summary>Where it is kept, and as what a cluster gets it.</summary>
    public IReadOnlyList<SecretReference> Places { get; init; } = [];

    /// <summary>What is granted, by place.</summary>
    public IReadOnlyList<SecretGrant> Grants { get; init; } = [];

    /// <summary>Who uses it, by name.</summary>
    public IReadOnlyList<SecretUse> Uses { get; init; } = [];
}

/// <summary>A permission, as far as it is about one secret.</summary>
/// <param name="Grant">It.</param>
/// <param name="Place">Which of the places of the secret it is about.</param>
public sealed record SecretGrant(Grant Grant, SecretReference Place)
{
    /// <summary>The service accounts that have it, <c>namespace/name</c>; <c>*</c> is a namespace that no file says.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>What runs as these: <c>Deployment/api</c>.</summary>
    public IReadOnlyList<string> Workloads { get; init; } = [];

    /// <summary>Whether it is about other secrets too.</summary>
    public bool IsWildcard { get; init; }

    /// <summary>Whether it only may be about this one, or what it allows is not known: a part is computed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it lets a program that only runs decide who may do what.</summary>
    public bool IsAdminOfWorkload { get; init; }
}

/// <summary>Somebody who uses a secret.</summary>
/// <param name="Consumer">Who: <c>Deployment/api</c>.</param>
/// <param name="State">Whether it may.</param>
public sealed record SecretUse(string Consumer, UseState State)
{
    /// <summary>Where; null where only the declaration says it.</summary>
    public Location? Location { get; init; }

    /// <summary>Why not, for people; empty where there is nothing to say.</summary>
    public string Cause { get; init; } = "";
}

/// <summary>Whether somebody may read what it uses.</summary>
public enum UseState
{
    /// <summary>A policy lets it be read.</summary>
    Granted,

    /// <summary>There are policies for the store, and none lets it be read.</summary>
    NotGranted,

    /// <summary>It asks no store: the cluster hands it on.</summary>
    Delivered,

    /// <summary>No policy for that store is here.</summary>
    NotSaid,

    /// <summary>The declaration names it, and no file shows it.</summary>
    NotSeen,
}
