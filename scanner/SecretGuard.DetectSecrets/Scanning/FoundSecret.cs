using SecretGuard.DetectSecrets.Baselines;

namespace SecretGuard.DetectSecrets.Scanning;

/// <summary>A secret in a file. Lives while a command runs; what is written of it is its identity and its line.</summary>
/// <param name="Identity">As a baseline knows it.</param>
/// <param name="Line">1-based.</param>
/// <param name="Value">The whole value.</param>
internal sealed record FoundSecret(SecretIdentity Identity, int Line, string Value)
{
    /// <summary>The part of it that the identity's hash is of.</summary>
    public required string Captured { get; init; }

    /// <summary>Whether the identity's hash is of a part of the value only, which other values share.</summary>
    public bool IsPartial => Captured != Value;

    /// <summary>Whether SecretGuard's own rules found it, and no plugin.</summary>
    public bool IsExtra { get; init; }

    /// <summary>The same secret under the hash of its whole value.</summary>
    public FoundSecret Whole() => this with { Identity = Identity with { Hash = SecretIdentity.HashOf(Value) }, Captured = Value };

    /// <summary>As an entry nobody has judged yet.</summary>
    public SecretEntry ToEntry() => new(Identity, Line);

    /// <summary>A value never goes where a record is printed.</summary>
    public override string ToString() => $"{Identity.Type} in {Identity.File}:{Line}";
}

/// <summary>What was found in one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Secrets">What counts, in the order of the file.</param>
internal sealed record ScannedFile(string Path, IReadOnlyList<FoundSecret> Secrets)
{
    /// <summary>Identities of what was seen besides: the same values under another kind.</summary>
    public IReadOnlyCollection<SecretIdentity> Besides { get; init; } = [];

    /// <summary>The lines in which a secret counts, by their numbers.</summary>
    public IReadOnlyList<Lines.NumberedLine> CountedLines { get; init; } = [];
}
