using System.Net;
using System.Text.Json;

namespace SecretGuard.Stores.Http;

/// <summary>
/// The one door to servers: no redirect is followed, certificates are verified, bodies are bounded, and every failure is a <see cref="StoreProblem"/>.
/// Safe from several threads.
/// </summary>
internal sealed class StoreHttp : IDisposable
{
    private readonly HttpSettings _settings;
    private readonly SocketsHttpHandler _handler;
    private readonly HttpMessageInvoker _invoker;
    private readonly StoreProblem? _setup;
    private long _calls, _billed;

    public StoreHttp(HttpSettings settings)
    {
        _settings = settings;
        _handler = Handler(settings, out _setup);
        _invoker = new HttpMessageInvoker(_handler, disposeHandler: false);
    }

    /// <summary>How many requests were sent.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>How many of the calls that were answered the store bills.</summary>
    public long BilledCalls => Interlocked.Read(ref _billed);

    /// <summary>Sends a request and reads the answer.</summary>
    /// <param name="request">The request; it is disposed.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> asked for it.</exception>
    public async Task<StoreReply> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using HttpRequestMessage sent = request;
        return await ExchangeAsync(sent, cancellation);
    }

    /// <summary>The same, and leaves the request to who made it.</summary>
    public async Task<StoreReply> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (_setup is not null)
        {
            return new StoreReply(0, null, _setup);
        }

        string host = request.RequestUri!.Authority;
        using var limit = new CancellationTokenSource(_settings.Timeout, _settings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        Interlocked.Increment(ref _calls);
        try
        {
            using HttpResponseMessage response = await _invoker.SendAsync(request, either.Token);
            StoreReply reply = await ReadAsync(response, host, either.Token);
            Interlocked.Add(ref _billed, _settings.Billed(reply));
            return reply;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new StoreReply(0, null, NetworkFaults.TimedOut(host));
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new StoreReply(0, null, NetworkFaults.Of(error, host));
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or InvalidDataException or NotSupportedException)
        {
            return new StoreReply(0, null, new StoreProblem(Verdict.Misconfigured, $"{host} cannot be asked this way ({error.GetType().Name})", "look at the address and the credential"));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _invoker.Dispose();
        _handler.Dispose();
    }

    private static SocketsHttpHandler Handler(HttpSettings settings, out StoreProblem? problem)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = settings.Timeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ActivityHeadersPropagator = null,
            SslOptions = TrustedAuthorities.Options(settings, out problem),
        };
        if (settings.Proxy is { } proxy)
        {
            handler.Proxy = new WebProxy(proxy);
        }

        return handler;
    }

    private async Task<StoreReply> ReadAsync(HttpResponseMessage response, string host, CancellationToken cancellation)
    {
        int status = (int)response.StatusCode;
        byte[]? body = await ReadBodyAsync(response, cancellation);
        (JsonDocument? json, StoreProblem? problem) = body is null
            ? (null, new StoreProblem(Verdict.Misconfigured, $"the answer of {host} is larger than {_settings.MostBytes >> 20} MB", "see whether the address is that of the store"))
            : Parse(body, status, host);
        return new StoreReply(status, json, problem) { RetryAfter = RetryAfter(response), Location = response.Headers.Location, Headers = response.Headers, Body = body };
    }

    private async Task<byte[]?> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        for (int read = await stream.ReadAsync(buffer, cancellation); read > 0; read = await stream.ReadAsync(buffer, cancellation))
        {
            if (body.Length + read > _settings.MostBytes)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return body.ToArray();
    }

    private static (JsonDocument? Json, StoreProblem? Problem) Parse(byte[] body, int status, string host)
    {
        ReadOnlySpan<byte> text = body.AsSpan().TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            return (null, null);
        }

        try
        {
            return (JsonDocument.Parse(body), null);
        }
        catch (JsonException)
        {
            // What a proxy or a balancer says of a server that fails is seldom JSON: then the status tells.
            return status is < 200 or >= 300 ? (null, null) : text[0] is (byte)'{' or (byte)'['
                ? (null, new StoreProblem(Verdict.Unreachable, $"the answer of {host} is cut off or broken (no JSON)", "ask again; if it stays, look at what stands between") { IsTransient = true })
                : (null, new StoreProblem(Verdict.Misconfigured, $"{host} answers with something else than JSON: a page of a proxy or a login, or another server", "see whether the address is that of the store"));
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        TimeSpan? wait = response.Headers.RetryAfter is not { } header ? null : header.Delta ?? (header.Date - _settings.Time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
