using SecretGuard.Rules;

namespace SecretGuard.Inventories;

/// <summary>Says what is wrong with a secret on one day: by its state, by its end, and by the rotation that is declared of it.</summary>
/// <param name="today">The day.</param>
public sealed class SecretJudge(DateTimeOffset today)
{
    /// <summary>How long before its end a secret is told of, where nobody says otherwise.</summary>
    private static readonly TimeSpan LookAhead = TimeSpan.FromDays(7);

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
        }
    }

    /// <summary>A cause, what to do about it, and who answers for it.</summary>
    public static string Sentence(string cause, string advice, DeclaredSecret? secret) =>
        $"{cause}{(advice.Length == 0 ? "" : $"; {advice}")}{(secret?.Owner is { } owner ? $" (owner: {owner})" : "")}";

    private (Rule, string)? Rotation(SecretState state, DeclaredSecret? secret)
    {
        if (secret?.Rotation is not { Every: { } every } rotation)
        {
            return state.NextRotation < today ? (ReferenceRules.RotationOverdue, Sentence($"its store was to rotate it by {state.NextRotation:yyyy-MM-dd}", "", secret)) : null;
        }

        if (state.Changed is not { } changed)
        {
            return null;
        }

        DateTimeOffset due = changed + every;
        Rule? rule = today > due + rotation.Grace ? ReferenceRules.RotationOverdue
            : today > due ? ReferenceRules.RotationLate
            : due - today <= LookAhead ? ReferenceRules.RotationDue : null;
        return rule is null ? null : (rule, Sentence(
            $"it was changed on {changed:yyyy-MM-dd}, and is to be changed by {due:yyyy-MM-dd}{(rotation.Grace > TimeSpan.Zero ? $", at the latest by {due + rotation.Grace:yyyy-MM-dd}" : "")}",
            rotation.Automation is { } file ? $"{file} changes it" : rotation.Method is { } method ? $"method: {method}" : "",
            secret));
    }
}
