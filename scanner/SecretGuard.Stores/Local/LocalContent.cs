namespace SecretGuard.Stores.Local;

/// <summary>What a local store holds, without any value.</summary>
/// <param name="Entries">By name; the comparer is the store's.</param>
internal sealed record LocalContent(IReadOnlyDictionary<string, LocalEntry> Entries)
{
    /// <summary>When it was last changed; null where that is not known.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>What could not be read of it, for people.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Why it could not be read at all; null where it could.</summary>
    public StoreProblem? Problem { get; init; }

    /// <summary>It could not be read.</summary>
    public static LocalContent Failed(StoreProblem problem) => new(new Dictionary<string, LocalEntry>(StringComparer.Ordinal)) { Problem = problem };
}

/// <summary>One name of a local store.</summary>
/// <param name="State">What was seen of its value.</param>
internal sealed record LocalEntry(ValueState State)
{
    /// <summary>The line that sets it, from 1; 0 where there are no lines.</summary>
    public int Line { get; init; }

    /// <summary>When it was last changed, where it has a time of its own.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Its fields, where it is a section or a folder.</summary>
    public FieldNames? Fields { get; init; }
}

/// <summary>All that is kept of a value.</summary>
internal enum ValueState
{
    /// <summary>There is one.</summary>
    Filled,

    /// <summary>There is none: no character but blanks.</summary>
    Empty,

    /// <summary>It may not be read.</summary>
    Unreadable,
}
