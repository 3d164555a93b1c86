using SecretGuard.Rules;

namespace SecretGuard.Inventories;

/// <summary>Says what is wrong with a secret on one day: by its state, by its end, and by the rotation that is declared of it.</summary>
/// <param name="today">The day.</param>
public sealed class SecretJudge(DateTimeOffset today)
{
    /// <summary>How long before its end a secret is told of, where nobody says otherwise.</summary>
    private static readonly TimeSpan LookAhead = TimeSpan.FromDays(7);

    private static readonly HashSet<Rule> OfWhole =
    [
        ReferenceRules.Missing, ReferenceRules.Disabled, ReferenceRules.Deleted, ReferenceRules.NotYetActive, ReferenceRules.WrongKind,
        ReferenceRules.Expired, ReferenceRules.Expiring, ReferenceRules.RotationDue, ReferenceRules.RotationLate, ReferenceRules.RotationOverdue,
        ReferenceRules.TermTooLong,
    ];

    /// <summary>How long before a rotation it is told of.</summary>
    public TimeSpan RotationWithin { get; init; } = LookAhead;

    /// <summary>What is wrong and why, the gravest first; nothing where all is well, or where nobody knows.</summary>
    /// <param name="state">What is known of it.</param>
    /// <param name="secret">What is declared of it, or null.</param>
    public IEnumerable<(Rule Rule, string Reason)> Judge(SecretState state, DeclaredSecret? secret)
    {
        if (SecretStates.RuleOf(state.Name) is { } rule)
        {
            yield return (rule, Sentence(state.Cause, state.Advice, secret));
        }
        else if (state.Name == LockRecord.Present)
        {
            if (state.Expires is { } end && end - today <= (secret?.ExpiresWithin ?? LookAhead))
            {
                string place = state.Place.Length == 0 ? "" : $" in {state.Place}";
                yield return end <= today ? (ReferenceRules.Expired, Sentence($"it ended on {end:yyyy-MM-dd}{place}", "", secret)) : (ReferenceRules.Expiring, Sentence($"it ends on {end:yyyy-MM-dd}{place}", "", secret));
            }

            if (Rotation(state, secret) is { } late)
            {
                yield return late;
            }

            if (secret?.Rotation?.Period is { } period && state.Term is { Longest: { } longest } term && longest > period)
            {
                yield return (ReferenceRules.TermTooLong, Sentence(
                    term.IsLease
                        ? $"each credential of it is good for up to {DeclaredTime.Count(longest)} ({term.Setting}), and is to be another after {DeclaredTime.Count(period)}"
                        : $"its store changes it after {DeclaredTime.Count(longest)} ({term.Setting}), and it is to be changed every {DeclaredTime.Count(period)}",
                    "", secret));
            }
        }
    }

    /// <summary>Whether that is wrong with a secret as a whole, whichever of its fields is asked for: where it is declared, it is told once.</summary>
    public static bool IsOfWhole(Rule rule) => OfWhole.Contains(rule);

    /// <summary>A cause, what to do about it, and who answers for it.</summary>
    public static string Sentence(string cause, string advice, DeclaredSecret? secret) =>
        $"{cause}{(advice.Length == 0 ? "" : $"; {advice}")}{(secret?.Owner is { } owner ? $" (owner: {owner})" : "")}";

    /// <summary>How a secret stands to its rotation: to the one that is declared, else to that of its store.</summary>
    /// <param name="state">What is known of it.</param>
    /// <param name="rotation">What is declared, or null.</param>
    public RotationOutlook RotationOf(SecretState state, RotationRule? rotation)
    {
        if (state.Name != LockRecord.Present)
        {
            return new RotationOutlook(RotationStatus.Unknown);
        }

        if (state.Term is { IsLease: true })
        {
            return new RotationOutlook(RotationStatus.ByStore); // nobody's value grows old: each ends by itself
        }

        if (rotation?.Period is not { } period)
        {
            return new RotationOutlook(state.NextRotation is { } next ? next < today ? RotationStatus.Overdue : RotationStatus.ByStore : rotation is null ? RotationStatus.Undeclared : RotationStatus.Manual)
            {
                Changed = state.Changed,
                Due = state.NextRotation,
            };
        }

        if (state.Changed is not { } changed)
        {
            return new RotationOutlook(RotationStatus.Unknown);
        }

        DateTimeOffset due = changed + period, end = due + rotation.Grace;
        bool isInTime = state.Term is { } term && term.Longest <= period; // by its store: nobody is to be told before it is late
        return new RotationOutlook(today > end ? RotationStatus.Overdue : today > due ? RotationStatus.Late : isInTime ? RotationStatus.ByStore : due - today <= RotationWithin ? RotationStatus.Due : RotationStatus.Fresh)
        {
            Changed = changed,
            Due = isInTime && today <= due ? state.NextRotation ?? due : due,
            GraceEnds = rotation.Grace > TimeSpan.Zero ? end : null,
        };
    }

    private (Rule, string)? Rotation(SecretState state, DeclaredSecret? secret)
    {
        RotationOutlook outlook = RotationOf(state, secret?.Rotation);
        Rule? rule = outlook.Status switch
        {
            RotationStatus.Overdue => ReferenceRules.RotationOverdue,
            RotationStatus.Late => ReferenceRules.RotationLate,
            RotationStatus.Due => ReferenceRules.RotationDue,
            _ => null,
        };
        return rule is null ? null
            : secret?.Rotation is not { Period: not null } rotation ? (rule, Sentence($"its store was to rotate it by {outlook.Due:yyyy-MM-dd}", "", secret))
            : (rule, Sentence(
                $"it was changed on {outlook.Changed:yyyy-MM-dd}, and is to be changed by {outlook.Due:yyyy-MM-dd}{(outlook.GraceEnds is { } end ? $", at the latest by {end:yyyy-MM-dd}" : "")}",
                rotation.Automation is { } file ? $"{file} changes it" : rotation.Method is { } method ? $"method: {method}" : "",
                secret));
    }
}
