using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>A server in this process that answers with JSON, for a tool in another one.</summary>
internal sealed class LoopbackApi : IDisposable
{
    private readonly HttpListener _listener = new();

    /// <summary>Starts it.</summary>
    /// <param name="answer">What it says to a path and query; null for nothing of that name.</param>
    /// <param name="absent">What it says of that.</param>
    public LoopbackApi(Func<string, (int Status, string Json)?> answer, string absent = """{"errors":[]}""")
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(() => AnswerAsync(path => answer(path) ?? (404, absent)));
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>The paths and queries that it was asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public void Stop() => _listener.Stop();

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync(Func<string, (int Status, string Json)> answer)
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context = await _listener.GetContextAsync();
            string path = context.Request.Url!.PathAndQuery;
            Requests.Enqueue(path);
            (context.Response.StatusCode, string json) = answer(path);
            context.Response.ContentType = "application/json";
            context.Response.Close(Encoding.UTF8.GetBytes(json), willBlock: false);
        }
    }
}
