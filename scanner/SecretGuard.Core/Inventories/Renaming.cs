using SecretGuard.Findings;

namespace SecretGuard.Inventories;

/// <summary>That what a file makes has another name where it is deployed than the file says.</summary>
/// <param name="Former">What it is called in the file.</param>
/// <param name="Place">What renames it.</param>
public sealed record Renaming(string Former, Location Place);
