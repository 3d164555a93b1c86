namespace SecretGuard.Tasks.Scanning;

/// <summary>What was found in a file as it was when it was read.</summary>
/// <param name="Path">In full.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Written">When it was last written, in ticks.</param>
/// <param name="Remarks">In the order of the text.</param>
internal sealed record ScannedFile(string Path, long Length, long Written, IReadOnlyList<Remark> Remarks)
{
    /// <summary>Whether it could be read.</summary>
    public bool IsComplete { get; init; } = true;
}
