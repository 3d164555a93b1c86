namespace SecretGuard.Findings;

/// <summary>The source line of a finding with every secret in it masked, cut to a readable width.</summary>
/// <param name="Text">The masked line.</param>
/// <param name="MarkStart">0-based UTF-16 offset of this finding's mask in <paramref name="Text"/>.</param>
/// <param name="MarkLength">Length of that mask.</param>
public sealed record Excerpt(string Text, int MarkStart, int MarkLength);
