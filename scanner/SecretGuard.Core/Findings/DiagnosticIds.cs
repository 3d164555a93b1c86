namespace SecretGuard.Findings;

/// <summary>Ids of diagnostics. Append-only: an id is never reused.</summary>
public static class DiagnosticIds
{
    /// <summary>How the ids of secrets in code and files begin: a rule's slug says which kind.</summary>
    public const string SecretPrefix = "SG1";

    /// <summary>How the ids of remarks about the tool's own inputs begin, which are no findings.</summary>
    public const string NoticePrefix = "SG9";

    /// <summary>A hard-coded secret in source code: move it to configuration that is not committed, or to a store.</summary>
    public const string SecretInCode = "SG1001";

    /// <summary>A secret in a configuration, script or document: replace it by a reference to a store.</summary>
    public const string SecretInFile = "SG1002";

    /// <summary>A hard-coded value that is used where no secret is configured: fail instead, or the fallback goes into production.</summary>
    public const string SecretAsFallback = "SG1003";

    /// <summary>A secret that reaches a log, the console, or an exception: leave it out.</summary>
    public const string SecretFlowsOut = "SG1004";

    /// <summary>A secret that is written into a URL: hand it over in a header.</summary>
    public const string SecretInUrl = "SG1005";

    /// <summary>A place that names a secret, a key of the configuration or an environment variable: a record of the inventory, nothing to mend.</summary>
    public const string SecretReference = "SG2001";

    /// <summary>A reference whose way ends before it reaches a store: nothing fills what it names.</summary>
    public const string BrokenReference = "SG2002";

    /// <summary>A reference in code to what, as secretguard.lock has it, is missing in a store or cannot be used.</summary>
    public const string UnusableReference = "SG2003";

    /// <summary>A reference in code to a secret that secretguard.lock does not know.</summary>
    public const string UnlockedReference = "SG2004";

    /// <summary>A secret that is referred to and not declared.</summary>
    public const string SecretUndeclared = "SG3001";

    /// <summary>A secret that is declared and that nothing refers to.</summary>
    public const string SecretUnused = "SG3002";

    /// <summary>A secret that is declared twice.</summary>
    public const string SecretDuplicated = "SG3003";

    /// <summary>A secret whose name is not as its store asks.</summary>
    public const string SecretMisnamed = "SG3004";

    /// <summary>A file that is to change a secret and is not there.</summary>
    public const string AutomationMissing = "SG3005";

    /// <summary>Names that become one in a store.</summary>
    public const string NamesCollide = "SG3006";

    /// <summary>A secret that a store holds, and that nothing declares or refers to.</summary>
    public const string SecretUnmanaged = "SG3007";

    /// <summary>A declared secret that nothing here makes, as it does the others of its store.</summary>
    public const string SecretUnprovisioned = "SG3008";

    /// <summary>A secret in a version of a file that git holds: revoke it, then take it out of the history.</summary>
    public const string SecretInHistory = "SG4001";

    /// <summary>A secret in the message of a commit or an annotated tag.</summary>
    public const string SecretInMessage = "SG4002";

    /// <summary>A store has nothing of the name that is referred to.</summary>
    public const string SecretMissing = "SG5001";

    /// <summary>A secret that is switched off in its store.</summary>
    public const string SecretDisabled = "SG5002";

    /// <summary>A secret that was deleted, and can perhaps be brought back.</summary>
    public const string SecretDeleted = "SG5003";

    /// <summary>A secret that begins to be valid later.</summary>
    public const string SecretNotYetActive = "SG5004";

    /// <summary>A secret whose time is over.</summary>
    public const string SecretExpired = "SG5005";

    /// <summary>A secret that has no value, or not the version that is asked for.</summary>
    public const string SecretWithoutValue = "SG5006";

    /// <summary>Something else of this name: a key or a certificate where a secret is asked for.</summary>
    public const string SecretOfWrongKind = "SG5007";

    /// <summary>A secret that lacks a field that is asked for.</summary>
    public const string FieldMissing = "SG5008";

    /// <summary>A secret whose time is over soon.</summary>
    public const string SecretExpiring = "SG5009";

    /// <summary>A secret that is due to be changed.</summary>
    public const string RotationDue = "SG5010";

    /// <summary>A secret that should have been changed, and may still be for some time.</summary>
    public const string RotationLate = "SG5011";

    /// <summary>A secret that should have been changed, beyond all grace.</summary>
    public const string RotationOverdue = "SG5012";

    /// <summary>A value that stands for one that nobody has filled in.</summary>
    public const string ValuePlaceholder = "SG5013";

    /// <summary>A value that is not of its type.</summary>
    public const string ValueMalformed = "SG5014";

    /// <summary>A value that is shorter or easier to guess than declared.</summary>
    public const string ValueWeak = "SG5015";

    /// <summary>A value that several environments have in common.</summary>
    public const string ValueShared = "SG5016";

    /// <summary>A copy that does not follow the store of record.</summary>
    public const string MirrorDrift = "SG5017";

    /// <summary>A value that the history holds and a store still serves.</summary>
    public const string LeakInUse = "SG5018";

    /// <summary>An object that the operator in the cluster cannot fill.</summary>
    public const string NotSynced = "SG5019";

    /// <summary>A store lets a value be in use longer than its declared rotation allows.</summary>
    public const string TermTooLong = "SG5020";

    /// <summary>A configuration file or option that cannot be understood: nothing of it is in force.</summary>
    public const string InvalidConfiguration = "SG9001";

    /// <summary>A suppression without a reason.</summary>
    public const string SuppressionWithoutReason = "SG9002";

    /// <summary>A suppression or allowlist entry that suppresses nothing.</summary>
    public const string UnusedSuppression = "SG9003";

    /// <summary>A baseline entry whose secret is gone.</summary>
    public const string StaleBaselineEntry = "SG9004";

    /// <summary>A baseline or allowlist entry whose accepted time is over.</summary>
    public const string ExpiredAcceptance = "SG9005";

    /// <summary>A baseline entry that nobody has given a reason for.</summary>
    public const string UnauditedAcceptance = "SG9006";

    /// <summary>Something that could not be looked at.</summary>
    public const string NotLookedAt = "SG9007";

    /// <summary>A reference that no store was asked for, or that none answered.</summary>
    public const string NotVerified = "SG9008";

    /// <summary>A lock whose answers are old.</summary>
    public const string StaleLock = "SG9009";
}
