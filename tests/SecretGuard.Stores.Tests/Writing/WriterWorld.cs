using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Tests.Writing;

/// <summary>A store to write to, for the contract; and what somebody else who looks at it and writes to it sees.</summary>
internal sealed class WriterWorld : IAsyncDisposable
{
    public required IWritableStore Store { get; init; }

    /// <summary>A name that is not there yet.</summary>
    public required string Name { get; init; }

    /// <summary>What this name is when it is to be somewhere else.</summary>
    public required string BadName { get; init; }

    /// <summary>Writes as somebody else would.</summary>
    public required Action<string> Put { get; init; }

    /// <summary>The value as somebody else reads it; null where nothing is there.</summary>
    public required Func<string?> Get { get; init; }

    /// <summary>How often it was written; null where nothing counts that.</summary>
    public Func<int>? Writes { get; init; }

    /// <summary>Lets it be read, and no more written.</summary>
    public required Action Forbid { get; init; }

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
