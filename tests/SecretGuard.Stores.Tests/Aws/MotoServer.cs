using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace SecretGuard.Stores.Tests.Aws;

/// <summary>moto, an emulator of AWS in Python, where it is installed.</summary>
internal sealed class MotoServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client = new();

    private MotoServer(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    /// <summary>Starts one; skips the test where there is none.</summary>
    public static async Task<MotoServer> StartAsync(CancellationToken cancellation)
    {
        Assert.SkipUnless(await IsThereAsync(cancellation), "moto is not installed for python3");
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var server = new MotoServer(Run($"-m moto.server -H 127.0.0.1 -p {port}")!, $"http://127.0.0.1:{port}");
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100, cancellation))
        {
            try
            {
                using HttpResponseMessage page = await server._client.GetAsync(new Uri(server.Address + "/moto-api/"), cancellation);
                return server;
            }
            catch (HttpRequestException)
            {
                waited.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
            }
        }
    }

    /// <summary>Asks it without a signature, which it does not look at.</summary>
    public async Task<string> CallAsync(string service, string target, string question, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(question, Encoding.UTF8, new MediaTypeHeaderValue("application/x-amz-json-1.1")) };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=x/20260101/{FakeAws.Region}/{service}/aws4_request, SignedHeaders=host, Signature=x");
        using HttpResponseMessage reply = await _client.SendAsync(request, cancellation);
        string body = await reply.Content.ReadAsStringAsync(cancellation);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return body;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static async Task<bool> IsThereAsync(CancellationToken cancellation)
    {
        using Process? process = Run("-c \"import moto.server, flask\"");
        if (process is null)
        {
            return false;
        }

        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0;
    }

    private static Process? Run(string arguments)
    {
        try
        {
            var process = Process.Start(new ProcessStartInfo("python3", arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
