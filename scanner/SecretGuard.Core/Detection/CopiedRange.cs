namespace SecretGuard.Detection;

/// <summary>A range of bytes that a text has in common with the one that it was made from.</summary>
/// <param name="Source">Where it begins in that one.</param>
/// <param name="Target">Where it begins here.</param>
/// <param name="Length">Its length in bytes.</param>
public readonly record struct CopiedRange(int Source, int Target, int Length);
