using SecretGuard.Inventories;

namespace SecretGuard.References.Linting.Templates;

/// <summary>The names that variables of declared secrets bear by custom: <c>GHCR_TOKEN</c> for <c>ghcr-token</c>.</summary>
internal static class DeclaredVariables
{
    /// <summary>Those of a secret: by its id, its names, and of a path also the last name alone.</summary>
    public static IEnumerable<string> Of(DeclaredSecret secret) =>
        secret.Names.Values.Append(secret.Id).Append(secret.Name).Where(name => name.Length > 0).SelectMany(name => new[] { Variable(name), Variable(name[(name.LastIndexOf('/') + 1)..]) }).Distinct(StringComparer.Ordinal);

    private static string Variable(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'));
}
