namespace SecretGuard.Stores;

/// <summary>A store's answer. Append-only: the names stand in lock files.</summary>
public enum Verdict
{
    /// <summary>It is there and can be used.</summary>
    Present,

    /// <summary>The store said that there is nothing of this name.</summary>
    Missing,

    /// <summary>It is there and switched off.</summary>
    Disabled,

    /// <summary>It was deleted, and can perhaps be brought back.</summary>
    SoftDeleted,

    /// <summary>It begins to be valid later.</summary>
    NotYetActive,

    /// <summary>It was valid until some time that is past.</summary>
    Expired,

    /// <summary>The name is there, but the version that is asked for is not, or what is there is empty.</summary>
    NoVersion,

    /// <summary>The name stands for something else: a key, a certificate, a folder.</summary>
    WrongKind,

    /// <summary>It is there and lacks the field that is asked for.</summary>
    FieldMissing,

    /// <summary>The store knows who asks and does not let them look: it may be there or not.</summary>
    Forbidden,

    /// <summary>The store does not accept the credential, or there is none.</summary>
    Unauthenticated,

    /// <summary>No usable answer came back in time.</summary>
    Unreachable,

    /// <summary>The store asked to be asked less often.</summary>
    Throttled,

    /// <summary>The store is there and locked.</summary>
    Sealed,

    /// <summary>What was asked cannot be right: another address, mount, namespace or file.</summary>
    Misconfigured,
}

/// <summary>What verdicts mean.</summary>
public static class Verdicts
{
    /// <summary>Its name in lock files and reports: <c>soft-deleted</c>.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.SoftDeleted => "soft-deleted",
        Verdict.NotYetActive => "not-yet-active",
        Verdict.NoVersion => "no-version",
        Verdict.WrongKind => "wrong-kind",
        Verdict.FieldMissing => "field-missing",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    /// <summary>Whether the store said that something is wrong with the secret.</summary>
    public static bool IsFinding(this Verdict verdict) => verdict is > Verdict.Present and < Verdict.Forbidden;

    /// <summary>Whether nothing is known of the secret. That is never the same as missing.</summary>
    public static bool CannotTell(this Verdict verdict) => verdict >= Verdict.Forbidden;
}
