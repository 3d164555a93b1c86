using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>What can be wrong with a reference to a secret. These rules find no secrets: stores and manifests answer them.</summary>
public static class ReferenceRules
{
    /// <summary>Nothing fills what is referred to.</summary>
    public static Rule Broken { get; } = new("reference-broken", "Nothing fills what is referred to")
    {
        DiagnosticId = DiagnosticIds.BrokenReference,
        Advice = "Let something fill it (an ExternalSecret, a SecretProviderClass, a variable), or correct the name. 'secretguard trace NAME' draws the way.",
    };

    /// <summary>There is nothing of this name.</summary>
    public static Rule Missing { get; } = new("secret-missing", "Secret is not in its store")
    {
        DiagnosticId = DiagnosticIds.SecretMissing,
        Advice = "Create it in the store, or correct the name in the reference.",
    };

    /// <summary>It is switched off.</summary>
    public static Rule Disabled { get; } = new("secret-disabled", "Secret is disabled in its store")
    {
        DiagnosticId = DiagnosticIds.SecretDisabled,
        Advice = "Enable it, or refer to the one that took its place.",
    };

    /// <summary>It was deleted.</summary>
    public static Rule Deleted { get; } = new("secret-deleted", "Secret was deleted from its store")
    {
        DiagnosticId = DiagnosticIds.SecretDeleted,
        Advice = "Restore it while the store still keeps it, or remove the reference.",
    };

    /// <summary>It is not valid yet.</summary>
    public static Rule NotYetActive { get; } = new("secret-not-yet-active", "Secret is not valid yet")
    {
        DiagnosticId = DiagnosticIds.SecretNotYetActive,
        Advice = "Deploy later, or let it begin earlier.",
    };

    /// <summary>It is not valid any more.</summary>
    public static Rule Expired { get; } = new("secret-expired", "Secret has expired")
    {
        DiagnosticId = DiagnosticIds.SecretExpired,
        Advice = "Issue a new one where the old one came from, and store it with its new expiry.",
    };

    /// <summary>It has no value, or not this version.</summary>
    public static Rule WithoutValue { get; } = new("secret-without-value", "Secret has no value")
    {
        DiagnosticId = DiagnosticIds.SecretWithoutValue,
        Advice = "Give it a value, or correct the version that is asked for.",
    };

    /// <summary>It is something else.</summary>
    public static Rule WrongKind { get; } = new("secret-wrong-kind", "Something else than a secret has this name")
    {
        DiagnosticId = DiagnosticIds.SecretOfWrongKind,
        Advice = "Ask for the kind that is there (secret, key, certificate), or create what is asked for under its own name.",
    };

    /// <summary>It lacks a field.</summary>
    public static Rule FieldMissing { get; } = new("secret-field-missing", "Secret lacks a field")
    {
        DiagnosticId = DiagnosticIds.FieldMissing,
        Advice = "Add the field to the secret, or correct its name in the reference.",
    };

    /// <summary>It expires soon.</summary>
    public static Rule Expiring { get; } = new("secret-expiring", "Secret expires soon")
    {
        DiagnosticId = DiagnosticIds.SecretExpiring,
        Severity = Severity.Medium,
        Advice = "Issue a new one before the old one ends.",
    };

    /// <summary>It is due to be changed.</summary>
    public static Rule RotationDue { get; } = new("rotation-due", "Secret is due to be rotated")
    {
        DiagnosticId = DiagnosticIds.RotationDue,
        Severity = Severity.Info,
        Advice = "Rotate it.",
    };

    /// <summary>It should have been changed.</summary>
    public static Rule RotationLate { get; } = new("rotation-late", "Secret is late to be rotated")
    {
        DiagnosticId = DiagnosticIds.RotationLate,
        Severity = Severity.Medium,
        Advice = "Rotate it before its time of grace is over.",
    };

    /// <summary>It should have been changed long ago.</summary>
    public static Rule RotationOverdue { get; } = new("rotation-overdue", "Secret is overdue to be rotated")
    {
        DiagnosticId = DiagnosticIds.RotationOverdue,
        Advice = "Rotate it now.",
    };

    /// <summary>Nobody has filled it in.</summary>
    public static Rule Placeholder { get; } = new("value-placeholder", "Secret holds a placeholder")
    {
        DiagnosticId = DiagnosticIds.ValuePlaceholder,
        Advice = "Put the real value in; see why what was to do it did not.",
    };

    /// <summary>It is not what it is to be.</summary>
    public static Rule Malformed { get; } = new("value-malformed", "Secret's value is not of its type")
    {
        DiagnosticId = DiagnosticIds.ValueMalformed,
        Advice = "Store it again in the form that its users read.",
    };

    /// <summary>It is too easy to guess.</summary>
    public static Rule Weak { get; } = new("value-weak", "Secret's value is weaker than declared")
    {
        DiagnosticId = DiagnosticIds.ValueWeak,
        Severity = Severity.Medium,
        Advice = "Generate a longer one with a generator of random numbers.",
    };

    /// <summary>Environments share it.</summary>
    public static Rule Shared { get; } = new("value-shared", "Environments share a secret's value")
    {
        DiagnosticId = DiagnosticIds.ValueShared,
        Severity = Severity.Medium,
        Advice = "Issue one for each environment, so that who reads one cannot enter the others.",
    };

    /// <summary>The copy is another.</summary>
    public static Rule Drifted { get; } = new("mirror-drift", "Copy of a secret differs from its store of record")
    {
        DiagnosticId = DiagnosticIds.MirrorDrift,
        Advice = "Copy it again, and see why what was to do it did not.",
    };

    /// <summary>Everybody who has the repository has it.</summary>
    public static Rule LeakInUse { get; } = new("leak-in-use", "Leaked secret is still in use")
    {
        DiagnosticId = DiagnosticIds.LeakInUse,
        Severity = Severity.Critical,
        Advice = "Rotate it now: whoever has a clone of this repository has what the store serves.",
    };

    /// <summary>The operator cannot fill it.</summary>
    public static Rule NotSynced { get; } = new("not-synced", "Operator in the cluster cannot fill a secret")
    {
        DiagnosticId = DiagnosticIds.NotSynced,
        Advice = "Mend the cause, then let the operator look again: 'kubectl annotate KIND NAME force-sync=$(date +%s) --overwrite'.",
    };

    /// <summary>Its store lets a value live too long.</summary>
    public static Rule TermTooLong { get; } = new("rotation-term-long", "Store keeps a value longer than its rotation allows")
    {
        DiagnosticId = DiagnosticIds.TermTooLong,
        Severity = Severity.Medium,
        Advice = "Shorten the lease or the period in the store, or correct the rotation in secretguard.yml.",
    };

    /// <summary>Nothing declares it.</summary>
    public static Rule Undeclared { get; } = new("secret-undeclared", "Secret is not declared")
    {
        DiagnosticId = DiagnosticIds.SecretUndeclared,
        Severity = Severity.Low,
        Advice = "Declare it under 'secrets' in secretguard.yml, with its owner; or correct the name in the reference.",
    };

    /// <summary>Nothing refers to it.</summary>
    public static Rule Unused { get; } = new("secret-unused", "Declared secret is not referred to")
    {
        DiagnosticId = DiagnosticIds.SecretUnused,
        Severity = Severity.Low,
        Advice = "Remove it from secretguard.yml, and then from its store; or name who uses it under 'consumers'.",
    };

    /// <summary>It is declared twice.</summary>
    public static Rule Duplicated { get; } = new("secret-duplicated", "Secret is declared twice")
    {
        DiagnosticId = DiagnosticIds.SecretDuplicated,
        Severity = Severity.Medium,
        Advice = "Keep one of the declarations, and let both users refer to it.",
    };

    /// <summary>Its name is not as its store asks.</summary>
    public static Rule Misnamed { get; } = new("secret-misnamed", "Secret's name is not as its store asks")
    {
        DiagnosticId = DiagnosticIds.SecretMisnamed,
        Severity = Severity.Medium,
        Advice = "Rename it, or add the category to the store's 'categories'.",
    };

    /// <summary>Two names become one.</summary>
    public static Rule Colliding { get; } = new("names-collide", "Two references become one name in a store")
    {
        DiagnosticId = DiagnosticIds.NamesCollide,
        Advice = "Rename one of them, or choose a transform that keeps them apart.",
    };

    /// <summary>Nobody knows what it is for.</summary>
    public static Rule Unmanaged { get; } = new("secret-unmanaged", "Store holds a secret that is not declared")
    {
        DiagnosticId = DiagnosticIds.SecretUnmanaged,
        Severity = Severity.Low,
        Advice = "Declare it under 'secrets' in secretguard.yml, with its owner and who uses it; or remove it from the store, if nobody does.",
    };

    /// <summary>What makes the others does not make it.</summary>
    public static Rule Unprovisioned { get; } = new("secret-unprovisioned", "Secret is not made as others of its store are")
    {
        DiagnosticId = DiagnosticIds.SecretUnprovisioned,
        Severity = Severity.Low,
        Advice = "Add it where the others are made, so that a new environment has it too; or remove the declaration.",
    };

    /// <summary>What is to change it is not there.</summary>
    public static Rule WithoutAutomation { get; } = new("rotation-automation-missing", "What is to rotate the secret is not there")
    {
        DiagnosticId = DiagnosticIds.AutomationMissing,
        Severity = Severity.Medium,
        Advice = "Write it, correct its path, or say with 'method' how the secret is rotated until it is there.",
    };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [Broken, Undeclared, Unused, Duplicated, Misnamed, WithoutAutomation, Colliding, Unmanaged, Unprovisioned, Missing, Disabled, Deleted, NotYetActive, Expired, WithoutValue, WrongKind, FieldMissing, Expiring, RotationDue, RotationLate, RotationOverdue,
            Placeholder, Malformed, Weak, Shared, Drifted, LeakInUse, NotSynced, TermTooLong];

    /// <summary>Whether a slug is that of one of these rules, or of a lint: rules that speak of no secret's value.</summary>
    public static bool IsOne(string slug) => Slugs.Contains(slug);

    private static HashSet<string> Slugs { get; } = new(All.Concat(LintRules.All).Select(rule => rule.Slug), StringComparer.Ordinal);
}
