namespace SecretGuard.Findings;

/// <summary>A range in a text. Lines and columns are 1-based, columns count UTF-16 code units, the end column is exclusive.</summary>
/// <param name="Path">Relative to the scanned root, with <c>/</c> between segments on every platform.</param>
/// <param name="StartLine">First line.</param>
/// <param name="StartColumn">First column.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="EndColumn">The column after the last character.</param>
public sealed record Location(string Path, int StartLine, int StartColumn, int EndLine, int EndColumn);
