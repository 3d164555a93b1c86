namespace SecretGuard.Stores.Values;

/// <summary>A store that gives out values. It is asked for one only where the user wants values looked at.</summary>
public interface IValueStore : ISecretStore
{
    /// <summary>Reads the whole secret of a question once; its field is for who asked to look up. What goes wrong is a problem.</summary>
    /// <param name="query">The question.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> asked for it.</exception>
    Task<ValueReply> ReadAsync(SecretQuery query, CancellationToken cancellation);

    /// <summary>What would be asked to read it: method and address, or a path. Asks nothing.</summary>
    string ValueEndpoint(SecretQuery query);

    /// <summary>The permission that reading these needs besides, as the store's own text for it; empty where it has none. Asks nothing.</summary>
    string ValuePermissions(IReadOnlyCollection<SecretQuery> queries);

    /// <summary>The least that a program needs which reads these by name and does nothing else, as the store's own text for it; empty where it has none. Asks nothing.</summary>
    string ReaderPermissions(IReadOnlyCollection<SecretQuery> queries, SecretReader reader) => ValuePermissions(queries);
}

/// <summary>What a store gave for a question. Not a record, so that nothing prints it.</summary>
public sealed class ValueReply
{
    private ValueReply(SecretValue? value, StoreProblem? problem) => (Value, Problem) = (value, problem);

    /// <summary>The value; null where there is a problem, or none is given out.</summary>
    public SecretValue? Value { get; }

    /// <summary>Why it could not be read; null where it could, or none is given out.</summary>
    public StoreProblem? Problem { get; }

    /// <summary>Why it is not to be written over, for people; null where it may be, or the store does not tell with the value.</summary>
    public string? WriteRefusal { get; private init; }

    /// <summary>Here it is.</summary>
    public static ValueReply Of(SecretValue value, string? writeRefusal = null) => new(value, null) { WriteRefusal = writeRefusal };

    /// <summary>It could not be read.</summary>
    public static ValueReply Failed(StoreProblem problem) => new(null, problem);

    /// <summary>There is none to be given out: it would be made by being read.</summary>
    public static ValueReply NotGiven { get; } = new(null, null);

    /// <summary>The store says that it is there, and answers with something else.</summary>
    public static ValueReply NoValue(string where) => Failed(new StoreProblem(Verdict.Misconfigured, $"{where} answers with something else than a value", "see whether the address is that of the store"));
}
