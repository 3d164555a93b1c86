namespace SecretGuard.Detection;

/// <summary>A range of bytes in a text; empty where something was taken away.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte after its last.</param>
public readonly record struct TextRange(int Start, int End);
