using System.Net.Sockets;
using System.Security.Authentication;

namespace SecretGuard.Stores.Http;

/// <summary>What failed on the way to a server, by the exceptions of the framework; their messages are never quoted.</summary>
internal static class NetworkFaults
{
    /// <summary>The problem behind an exception.</summary>
    /// <param name="error">What a request or the reading of its body threw.</param>
    /// <param name="host">The server, for people.</param>
    public static StoreProblem Of(Exception error, string host)
    {
        HttpRequestError kind = (error as HttpRequestException)?.HttpRequestError ?? (error as HttpIOException)?.HttpRequestError ?? HttpRequestError.Unknown;
        SocketError? socket = Chain(error).OfType<SocketException>().FirstOrDefault()?.SocketErrorCode;
        if (kind == HttpRequestError.NameResolutionError || socket is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain)
        {
            return Down($"the name {host} is not known (DNS)", "correct the address, or see whether this machine is in the right network");
        }

        if (kind == HttpRequestError.SecureConnectionError || Chain(error).OfType<AuthenticationException>().Any())
        {
            return new StoreProblem(
                Verdict.Unreachable,
                $"no trusted TLS connection to {host}: its certificate is not trusted, expired or for another name, or it does not speak TLS",
                "give the store's CA file, correct the host name, or renew the certificate") { IsStoreWide = true };
        }

        return socket switch
        {
            SocketError.ConnectionRefused => Down($"{host} refused the connection", "see whether it runs, and whether the port is right"),
            SocketError.HostUnreachable or SocketError.NetworkUnreachable => Down($"there is no route to {host}", "see whether this machine is in the right network"),
            SocketError.TimedOut => TimedOut(host) with { IsStoreWide = true },
            SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => Reset(host),
            _ => kind switch
            {
                HttpRequestError.ProxyTunnelError => Down($"the proxy does not lead to {host}", "correct the proxy, or name the host in NO_PROXY"),
                HttpRequestError.ResponseEnded => Again($"{host} ended the connection in the middle of its answer (truncated)", "ask again; if it stays, look at what stands between"),
                HttpRequestError.InvalidResponse => new StoreProblem(Verdict.Misconfigured, $"{host} does not answer in HTTP", "correct the address, its scheme and its port"),
                HttpRequestError.ConfigurationLimitExceeded => new StoreProblem(Verdict.Misconfigured, $"the answer of {host} is larger than any of its kind", "see whether the address is that of the store"),
                HttpRequestError.ConnectionError => Down($"no connection to {host}", "see whether it runs, and whether this machine may reach it"),
                _ => Reset(host),
            },
        };
    }

    /// <summary>No answer in time.</summary>
    public static StoreProblem TimedOut(string host) => Again($"{host} did not answer in time", "see whether it is overloaded or a firewall drops the connection");

    private static StoreProblem Reset(string host) => Again($"{host} broke the connection (reset)", "ask again; if it stays, look at what stands between");

    private static StoreProblem Again(string cause, string advice) => new(Verdict.Unreachable, cause, advice) { IsTransient = true };

    private static StoreProblem Down(string cause, string advice) => Again(cause, advice) with { IsStoreWide = true };

    private static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }
}
