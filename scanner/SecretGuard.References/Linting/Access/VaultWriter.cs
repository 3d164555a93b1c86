using System.Buffers;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Linting.Access;

/// <summary>Says that a text writes secrets into a Key Vault.</summary>
internal sealed record VaultWriter
{
    // Looked for in every file: in one pass.
    private static readonly SearchValues<string> Signs = SearchValues.Create(["SetSecret", "set_secret", "keyvault secret set", "AzKeyVaultSecret"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The only one.</summary>
    public static VaultWriter Instance { get; } = new();

    /// <summary>Whether a text calls what writes: of an SDK, a command line, a module of PowerShell.</summary>
    public static bool IsIn(SourceText source) => source.Text.AsSpan().ContainsAny(Signs);
}
