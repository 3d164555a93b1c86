using SecretGuard.Findings;

namespace SecretGuard.Inventories;

/// <summary>A secret that is to be in a store.</summary>
/// <param name="Id">Its name in the declaration.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record DeclaredSecret(string Id, Location Location)
{
    /// <summary>The store of record: the one that all others follow. Null where there is only one store.</summary>
    public string? Store { get; init; }

    /// <summary>Its name in a store, by the store's name; a store that is not among them knows it by <see cref="Name"/>.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Its name in stores; the id where none is said.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is in a store that tells kinds apart: a secret, a key, a certificate, as <see cref="ReferenceKinds"/> calls them.</summary>
    public string Kind { get; init; } = ReferenceKinds.Secret;

    /// <summary>What it must hold; empty where it is one value.</summary>
    public IReadOnlyList<DeclaredField> Fields { get; init; } = [];

    /// <summary>What it must be as a whole, where it is one value; its name is empty. Null for any.</summary>
    public DeclaredField? Value { get; init; }

    /// <summary>The environments that need it; empty for all.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Who uses it: projects, workloads; empty where nobody says.</summary>
    public IReadOnlyList<string> Consumers { get; init; } = [];

    /// <summary>Who makes it: what a cluster makes for itself is not asked for in a store.</summary>
    public SecretOrigin Origin { get; init; }

    /// <summary>Which policy it follows.</summary>
    public string? Category { get; init; }

    /// <summary>How often it changes.</summary>
    public RotationRule? Rotation { get; init; }

    /// <summary>How long before its end it is told.</summary>
    public TimeSpan? ExpiresWithin { get; init; }

    /// <summary>Stores that hold a copy.</summary>
    public IReadOnlyList<string> Mirrors { get; init; } = [];

    /// <summary>Other secrets, of which one suffices.</summary>
    public IReadOnlyList<string> AnyOf { get; init; } = [];

    /// <summary>What shows that it is kept as declared: its own, and those of its policy.</summary>
    public IReadOnlyList<DeclaredPath> Evidence { get; init; } = [];

    /// <summary>The day on which somebody last looked whether what is declared of it is so; null where nobody says.</summary>
    public DateTime? LastReviewed { get; init; }

    /// <summary>How often somebody is to look; null where nobody says.</summary>
    public TimeSpan? ReviewEvery { get; init; }

    /// <summary>What it is, for people.</summary>
    public string? Description { get; init; }

    /// <summary>Whether an environment needs it.</summary>
    public bool IsFor(string environment) => Environments.Count == 0 || Environments.Contains(environment, StringComparer.Ordinal);

    /// <summary>Its name in a store.</summary>
    public string NameIn(string store) => Names.TryGetValue(store, out string? name) ? name : Name.Length > 0 ? Name : Id;
}

/// <summary>Who makes a secret.</summary>
public enum SecretOrigin
{
    /// <summary>Somebody puts it into its store.</summary>
    External,

    /// <summary>An operator in the cluster makes it.</summary>
    Operator,

    /// <summary>A chart makes it when it is installed.</summary>
    Helm,

    /// <summary>A program makes it when it first needs it.</summary>
    Generated,
}

/// <summary>A field of a secret.</summary>
/// <param name="Name">Its name.</param>
public sealed record DeclaredField(string Name)
{
    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>What kind of value it holds, such as <c>uri</c> or <c>pem</c>; null for any.</summary>
    public string? Type { get; init; }

    /// <summary>The fewest characters.</summary>
    public int MinLength { get; init; }

    /// <summary>The fewest random bits that a value of its characters would have.</summary>
    public int MinEntropy { get; init; }
}

/// <summary>How often a secret changes.</summary>
/// <param name="Every">After which time it is due; null where people decide.</param>
/// <param name="Grace">How long it may be late.</param>
public sealed record RotationRule(TimeSpan? Every, TimeSpan Grace)
{
    /// <summary>What changes it, for people: <c>lambda</c>, <c>manual</c>.</summary>
    public string? Method { get; init; }

    /// <summary>The file that does it, in this repository.</summary>
    public string? Automation { get; init; }

    /// <summary>Where that file is named.</summary>
    public Location? AutomationAt { get; init; }

    /// <summary>The document that says step by step how it is done.</summary>
    public DeclaredPath? Runbook { get; init; }

    /// <summary>How old a value may become where people decide; null for any age.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Why people decide.</summary>
    public string? Reason { get; init; }

    /// <summary>How a new value is made; null where nobody says.</summary>
    public DeclaredGeneration? Generation { get; init; }

    /// <summary>What is run to rotate it, which puts the new value into its store by itself: a program and its arguments; empty for none.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Where the rule is declared: at a secret, or at the policy of several.</summary>
    public Location? Location { get; init; }

    /// <summary>After which time it is due, whoever decides; null for never.</summary>
    public TimeSpan? Period => Every ?? MaxAge;
}

/// <summary>A file or a folder of the repository that a declaration names.</summary>
/// <param name="Path">Relative to the root, with <c>/</c>.</param>
/// <param name="Location">Where it is named.</param>
public sealed record DeclaredPath(string Path, Location Location);
