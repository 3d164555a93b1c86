using SecretGuard.Rules;

namespace SecretGuard.Inventories;

/// <summary>The states that say what is wrong with a secret, by the names that they have in a lock. Append-only.</summary>
public static class SecretStates
{
    /// <summary>Its time is over.</summary>
    public const string Expired = "expired";

    /// <summary>The rule of a state; null where nothing is wrong with the secret, or nobody knows.</summary>
    public static Rule? RuleOf(string state) => state switch
    {
        LockRecord.Missing => ReferenceRules.Missing,
        "disabled" => ReferenceRules.Disabled,
        "soft-deleted" => ReferenceRules.Deleted,
        "not-yet-active" => ReferenceRules.NotYetActive,
        Expired => ReferenceRules.Expired,
        "no-version" => ReferenceRules.WithoutValue,
        "wrong-kind" => ReferenceRules.WrongKind,
        "field-missing" => ReferenceRules.FieldMissing,
        _ => null,
    };

    /// <summary>What a record of a lock says on one day: what was there may have ended since.</summary>
    public static SecretState Of(LockRecord record, DateTimeOffset today)
    {
        var state = new SecretState(record.State) { Changed = Time(record.Updated), Expires = Time(record.Expires), NextRotation = Time(record.Due) };
        return record.State != LockRecord.Present ? state with { Cause = $"it was {Words(record.State)} on {record.Asked:yyyy-MM-dd}, when the store was last asked" }
            : state.Expires <= today ? state with { Name = Expired, Cause = $"it ended on {state.Expires:yyyy-MM-dd}", Advice = "issue a new one" }
            : state;
    }

    private static string Words(string state) => state switch
    {
        "no-version" => "there without the version",
        "wrong-kind" => "of another kind",
        "field-missing" => "there without the field",
        _ => state.Replace('-', ' '),
    };

    private static DateTimeOffset? Time(DateTime? day) => day is { } date ? new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc)) : null;
}
