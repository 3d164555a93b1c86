using System.Collections.Concurrent;
using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Vault;

/// <summary>What Vault has said at an address, asked for once however many fields of a secret are asked about. Only what it knows is kept, no failure of it.</summary>
/// <param name="session">Asks.</param>
internal sealed class VaultAnswers(VaultSession session)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<StoreReply>>> _asked = new(StringComparer.Ordinal);

    /// <summary>Asks, or waits for the answer that somebody has asked for. It is kept, so that nobody lets go of it.</summary>
    public async Task<StoreReply> GetAsync(string address, CancellationToken cancellation)
    {
        Lazy<Task<StoreReply>> asked = _asked.GetOrAdd(address, _ => new Lazy<Task<StoreReply>>(() => session.GetAsync(address, cancellation)));
        StoreReply? reply = null;
        try
        {
            reply = await asked.Value.WaitAsync(cancellation);
            return reply;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return await session.GetAsync(address, cancellation); // who asked first has given up
        }
        finally
        {
            if (reply is null || !IsKnowledge(reply))
            {
                _asked.TryRemove(new KeyValuePair<string, Lazy<Task<StoreReply>>>(address, asked));
            }
        }
    }

    private static bool IsKnowledge(StoreReply reply) => reply.IsSuccess ? reply.Json.At("data").ValueKind == JsonValueKind.Object : reply is { Problem: null, Status: 404 };

    /// <summary>Lets go of what was said: the next question asks again.</summary>
    public void Forget() => _asked.Clear();
}
