using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>What a team has declared for itself: who answers for a secret, where it is kept, who uses it, what proves it, which lists agree.</summary>
public static class HouseRules
{
    /// <summary>Nobody answers for it.</summary>
    public static Rule OwnerMissing { get; } = new("house-owner-missing", "Nobody answers for a declared secret")
    {
        DiagnosticId = "SG3601",
        Severity = Severity.Low,
        Advice = "Name an 'owner' at the secret, or at the policy of its category.",
    };

    /// <summary>A cluster makes it, and something else does too.</summary>
    public static Rule ClusterMade { get; } = new("house-cluster-made-stored", "What the cluster makes for itself is kept outside of it too")
    {
        DiagnosticId = "SG3602",
        Advice = "Let one of them make it: take it out of the store and out of what fills it, or declare the store as its store of record.",
    };

    /// <summary>Another store is asked.</summary>
    public static Rule ForeignStore { get; } = new("house-store-foreign", "Secret is asked for in a store that is not to hold it")
    {
        DiagnosticId = "SG3603",
        Severity = Severity.Medium,
        Advice = "Ask the store of record for it, or declare this store under 'mirrors', so that it is verified that the copy follows.",
    };

    /// <summary>A consumer that is not there.</summary>
    public static Rule ConsumerUnknown { get; } = new("house-consumer-unknown", "Declared consumer of a secret is nowhere in the repository")
    {
        DiagnosticId = "SG3604",
        Severity = Severity.Low,
        Advice = "Correct its name, or take it out of 'consumers': whoever rotates the secret looks there for whom to tell.",
    };

    /// <summary>A consumer that nobody declares.</summary>
    public static Rule ConsumerUndeclared { get; } = new("house-consumer-undeclared", "Consumer of a secret is not declared")
    {
        DiagnosticId = "SG3605",
        Severity = Severity.Low,
        Advice = "Add it to the secret's 'consumers', or let it use a secret of its own.",
    };

    /// <summary>A category without a secret.</summary>
    public static Rule CategoryUnused { get; } = new("house-category-unused", "No secret is of a declared category")
    {
        DiagnosticId = "SG3606",
        Severity = Severity.Info,
        Advice = "Take it out of the store's 'categories', or declare the secrets that are to be there.",
    };

    /// <summary>A file that is to show something is not there.</summary>
    public static Rule EvidenceMissing { get; } = new("house-evidence-missing", "Evidence or runbook of a secret is not there")
    {
        DiagnosticId = "SG3607",
        Severity = Severity.Medium,
        Advice = "Write it, or correct its path.",
    };

    /// <summary>Nothing rotates it.</summary>
    public static Rule RotationUnattended { get; } = new("house-rotation-unattended", "Rotation that people forget has nothing that does it")
    {
        DiagnosticId = "SG3608",
        Severity = Severity.Low,
        Advice = "Name the 'automation', 'method' or 'runbook' of the rotation.",
    };

    /// <summary>Nobody says why people rotate it.</summary>
    public static Rule RotationUnreasoned { get; } = new("house-rotation-unreasoned", "Manual rotation has neither a reason nor an end")
    {
        DiagnosticId = "SG3609",
        Severity = Severity.Low,
        Advice = "Say with 'maxAge' how old it may become, or with 'reason' why that does not matter.",
    };

    /// <summary>Two lists do not agree.</summary>
    public static Rule ListsDiffer { get; } = new("house-lists-differ", "Lists that must agree do not")
    {
        DiagnosticId = "SG3610",
        Severity = Severity.Medium,
        Advice = "Add what is missing to the other list, or take it out of this one.",
    };

    /// <summary>A list is not there.</summary>
    public static Rule ListMissing { get; } = new("house-list-missing", "List that must agree with another is not there")
    {
        DiagnosticId = "SG3611",
        Severity = Severity.Medium,
        Advice = "Correct the file or the path under 'assertions' in secretguard.yml; until then nothing is compared.",
    };

    /// <summary>Nobody has looked for too long.</summary>
    public static Rule ReviewDue { get; } = new("house-review-due", "Declared secret is to be reviewed")
    {
        DiagnosticId = "SG3612",
        Severity = Severity.Low,
        Advice = "See whether it is still needed, who owns and uses it, and write the day to 'lastReviewed'.",
    };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [OwnerMissing, ClusterMade, ForeignStore, ConsumerUnknown, ConsumerUndeclared, CategoryUnused, EvidenceMissing, RotationUnattended, RotationUnreasoned, ListsDiffer, ListMissing, ReviewDue];
}
