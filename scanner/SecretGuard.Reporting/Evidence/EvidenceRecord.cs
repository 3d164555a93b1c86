namespace SecretGuard.Reporting;

/// <summary>What a verification was, for who checks later that it took place: all of it but its values.</summary>
public sealed record EvidenceRecord
{
    /// <summary>The version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>When the first store was asked, UTC.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>When the last one had answered, UTC.</summary>
    public required DateTimeOffset Ended { get; init; }

    /// <summary>The commit that is checked out; null outside of a repository.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether tracked files differ from that commit; null where nobody knows.</summary>
    public bool? IsChanged { get; init; }

    /// <summary>The commit whose references were left out, as it was named; null where none were.</summary>
    public string? Base { get; init; }

    /// <summary>What was asked, sorted.</summary>
    public required IReadOnlyList<EvidenceEntry> Entries { get; init; }

    /// <summary>What clusters were asked, sorted; null where none was to be asked.</summary>
    public IReadOnlyList<EvidenceObject>? Objects { get; init; }

    /// <summary>What was not verified, sorted.</summary>
    public required IReadOnlyList<EvidenceGap> Gaps { get; init; }
}
