using System.Net.Http.Headers;
using System.Text.Json;

namespace SecretGuard.Stores.Http;

/// <summary>What came back: JSON with a status, or a problem. What it holds is read and let go; it is not a record, so that nothing prints it.</summary>
internal sealed class StoreReply(int status, JsonDocument? document, StoreProblem? problem) : IDisposable
{
    /// <summary>The HTTP status; 0 where there was no answer.</summary>
    public int Status => status;

    /// <summary>Why there is no JSON; null where there is, or where the body was empty.</summary>
    public StoreProblem? Problem => problem;

    /// <summary>The JSON; undefined where there is none.</summary>
    public JsonElement Json => document?.RootElement ?? default;

    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public Uri? Location { get; init; }

    /// <summary>The headers; null where there was no answer.</summary>
    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>The body as it came; null where there is none or it is too large.</summary>
    public byte[]? Body { get; init; }

    /// <summary>What a server that failed wrote instead of JSON; to be looked into, never quoted.</summary>
    public ReadOnlyMemory<byte> Other => document is null && problem is null ? Body : default;

    /// <summary>The server's clock.</summary>
    public DateTimeOffset? Date => Headers?.Date;

    /// <summary>Whether the request succeeded.</summary>
    public bool IsSuccess => problem is null && status is >= 200 and < 300;

    /// <summary>The first value of a header; null where there is none.</summary>
    public string? Header(string name) => Headers?.TryGetValues(name, out IEnumerable<string>? values) == true ? values.First() : null;

    /// <inheritdoc/>
    public void Dispose() => document?.Dispose();
}
