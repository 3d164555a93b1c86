using SecretGuard.Stores.Values;

namespace SecretGuard.Stores.Writing;

/// <summary>A store that takes values. It is written to only by commands whose names say so.</summary>
public interface IWritableStore : IValueStore
{
    /// <summary>Whether the name of a secret that was deleted stays taken until it is brought back or gone for good.</summary>
    bool KeepsDeletedNames { get; }

    /// <summary>Why nothing can be under this name here, for people; null where it can. Asks nothing.</summary>
    string? NameMisfit(SecretQuery query);

    /// <summary>Why a value cannot be kept here, as far as what is known of it tells; null where it can. Asks nothing.</summary>
    StoreProblem? ValueMisfit(ValueFacts facts);

    /// <summary>Looks at what is under a name now, and at the value with it: one does not belong to another version than the other.</summary>
    /// <param name="query">The name; always the whole secret.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> asked for it.</exception>
    Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation);

    /// <summary>
    /// Writes once, and only over what is expected: a store that can refuse by itself does, of any other it is looked at right before. A store of fields takes
    /// a value as <see cref="ValueShape"/> says. Whether a write that ended with a problem came to anything is not known.
    /// </summary>
    /// <param name="query">The name; always the whole secret.</param>
    /// <param name="value">The value.</param>
    /// <param name="expected">What stands there, of <see cref="LookAsync"/>.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> asked for it.</exception>
    Task<WriteReply> WriteAsync(SecretQuery query, SecretValue value, Standing expected, CancellationToken cancellation);

    /// <summary>How to go back to what stood there before, as a line for the store's own command, which holds no value; empty where the store keeps no versions. Asks nothing.</summary>
    /// <param name="query">What was written.</param>
    /// <param name="before">What stood there before.</param>
    /// <param name="written">The version that was written; null where the store names none.</param>
    string WayBack(SecretQuery query, Standing before, string? written);

    /// <summary>The permission that writing these needs, as the store's own text for it; empty where it has none. Asks nothing.</summary>
    string WritePermissions(IReadOnlyCollection<SecretQuery> queries);
}
