using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Contract;

/// <summary>A store with something in it, for the contract.</summary>
internal sealed class StoreWorld : IAsyncDisposable
{
    public required ISecretStore Store { get; init; }

    /// <summary>What is there.</summary>
    public required string Present { get; init; }

    /// <summary>What every name begins with that is to be listed; empty for all.</summary>
    public string Start { get; init; } = "";

    /// <summary>A name that is listed; null for that of what is there.</summary>
    public string? Listed { get; init; }

    /// <summary>A field of it.</summary>
    public required string Field { get; init; }

    /// <summary>What is not, though the store is there.</summary>
    public required string Missing { get; init; }

    /// <summary>Texts that no answer may hold: values, tokens, annotations.</summary>
    public required IReadOnlyList<string> Canaries { get; init; }

    /// <summary>The server behind it; null where there is none.</summary>
    public LoopbackServer? Server { get; init; }

    /// <summary>What else is to be let go.</summary>
    public IDisposable? Extra { get; init; }

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        Extra?.Dispose();
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
    }
}
