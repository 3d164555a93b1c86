namespace SecretGuard.Stores.Whole;

/// <summary>What a store holds, without any value.</summary>
/// <param name="Entries">By name; the comparer is the store's.</param>
internal sealed record StoreContent(IReadOnlyDictionary<string, StoreEntry> Entries)
{
    /// <summary>When it was last changed; null where that is not known.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>What could not be read of it, for people.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Why it could not be read at all; null where it could.</summary>
    public StoreProblem? Problem { get; init; }

    /// <summary>Why a part of it could not be read, in which any name may be that is not among the entries; null where there is none.</summary>
    public StoreProblem? Gap { get; init; }

    /// <summary>It could not be read.</summary>
    public static StoreContent Failed(StoreProblem problem) => new(new Dictionary<string, StoreEntry>(StringComparer.Ordinal)) { Problem = problem };
}

/// <summary>One name of a store.</summary>
/// <param name="State">What was seen of its value.</param>
internal sealed record StoreEntry(ValueState State)
{
    /// <summary>The line that sets it, from 1; 0 where there are no lines.</summary>
    public int Line { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>What it is; null where nobody says.</summary>
    public SecretKind? Kind { get; init; }

    /// <summary>Whether it is a secret of its own: not what the store keeps in the clear, nor a second name, nor a group of others.</summary>
    public bool IsSecret { get; init; } = true;

    /// <summary>What is known of it beside.</summary>
    public SecretMetadata Metadata { get; init; } = SecretMetadata.None;

    /// <summary>What deserves to be known of it, for people.</summary>
    public string Remark { get; init; } = "";
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
