using SecretGuard.Inventories;

namespace SecretGuard.Cli.Referring;

/// <summary>What compilers wrote down of a repository's code.</summary>
/// <param name="Records">The references.</param>
/// <param name="IsCurrent">Whether a compiler has seen a file as it is, by its path from the root: then its text says nothing more.</param>
internal sealed record CompiledCode(IReadOnlyList<InventoryRecord> Records, Predicate<string> IsCurrent);
