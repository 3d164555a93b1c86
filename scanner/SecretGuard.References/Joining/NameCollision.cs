namespace SecretGuard.References.Joining;

/// <summary>Different names that a lossy transform makes one: whichever is written last is what all of them read.</summary>
/// <param name="Name">What they become.</param>
/// <param name="Sources">The names, two or more, sorted.</param>
public sealed record NameCollision(string Name, IReadOnlyList<string> Sources)
{
    /// <summary>The collisions among names, sorted by what they become.</summary>
    /// <param name="names">The names; the same one may stand there several times.</param>
    /// <param name="transform">What they go through.</param>
    /// <param name="made">How the store that they come into tells names apart: Key Vault and the configuration of .NET do not mind the case. Ordinal where null.</param>
    /// <param name="given">How whoever gave the names tells them apart. Ordinal where null.</param>
    public static IReadOnlyList<NameCollision> Find(IEnumerable<string> names, NameTransform transform, StringComparer? made = null, StringComparer? given = null) =>
    [
        .. names.Distinct(given ?? StringComparer.Ordinal)
            .Select(name => (Name: name, Made: transform.Apply(name)))
            .Where(pair => pair.Made is not null)
            .GroupBy(pair => pair.Made!, made ?? StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .Select(group => new NameCollision(group.Key, [.. group.Select(pair => pair.Name).Order(StringComparer.Ordinal)]))
            .OrderBy(collision => collision.Name, StringComparer.Ordinal),
    ];
}
