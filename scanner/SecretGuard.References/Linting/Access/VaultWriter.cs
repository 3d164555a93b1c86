using SecretGuard.References.Sources;

namespace SecretGuard.References.Linting.Access;

/// <summary>Says that a text writes secrets into a Key Vault.</summary>
internal sealed record VaultWriter
{
    private static readonly string[] Signs = ["SetSecret", "set_secret", "keyvault secret set", "AzKeyVaultSecret"];

    /// <summary>The only one.</summary>
    public static VaultWriter Instance { get; } = new();

    /// <summary>Whether a text calls what writes: of an SDK, a command line, a module of PowerShell.</summary>
    public static bool IsIn(SourceText source) => Array.Exists(Signs, sign => source.Text.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
