namespace SecretGuard.Stores.Vault;

/// <summary>Where a Vault is and how it is asked.</summary>
/// <param name="Address">Scheme, host and port.</param>
/// <param name="Login">How one signs in.</param>
public sealed record VaultSettings(string Address, VaultLogin Login)
{
    /// <summary>The namespace; empty for the root's.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The mount that names are relative to; empty where names begin with their mount.</summary>
    public string Mount { get; init; } = "";

    /// <summary>The version of the key-value engine, 1 or 2; null to ask.</summary>
    public int? EngineVersion { get; init; }

    /// <summary>A file of authorities to trust, as PEM; null for those of the system.</summary>
    public string? AuthoritiesFile { get; init; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What is off, for people.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What the variables of Vault's own command line say; a token where no other login is known.</summary>
    public static VaultSettings FromEnvironment() => FromEnvironment(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>What these variables say.</summary>
    internal static VaultSettings FromEnvironment(Func<string, string?> variable, string home)
    {
        // The default of Vault's own command line.
        string address = First(variable("VAULT_ADDR"), variable("BAO_ADDR")) ?? "https://127.0.0.1:8200";
        return new VaultSettings(address, VaultLogin.WithAmbientToken(variable, home))
        {
            Namespace = variable("VAULT_NAMESPACE")?.Trim() ?? "",
            AuthoritiesFile = First(variable("VAULT_CACERT"), variable("BAO_CACERT")),
            Notices = First(variable("VAULT_SKIP_VERIFY")) is null ? [] : ["VAULT_SKIP_VERIFY is not heeded: certificates are always verified; name the authority in VAULT_CACERT"],
        };
    }

    private static string? First(params string?[] values) => values.Select(value => value?.Trim()).FirstOrDefault(value => value is { Length: > 0 });
}
