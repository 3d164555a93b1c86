using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SecretGuard.Stores.Tests.Servers;

/// <summary>An HTTP server in this process that can go wrong.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    /// <summary>No port twice: clients keep for the life of the process what a server of that address once answered to them.</summary>
    private static readonly ConcurrentDictionary<int, bool> UsedPorts = [];

    private readonly WebApplication _application;
    private readonly RequestDelegate _answer;
    private int _faultsLeft;
    private int _untilLost = int.MaxValue;
    private bool _isDoneBefore;

    private LoopbackServer(RequestDelegate answer, X509Certificate2? certificate)
    {
        _answer = answer;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        builder.WebHost.UseKestrelHttpsConfiguration();
        _application = builder.Build();
        _application.Run(HandleAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Address => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Methods and paths of what was asked.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>What it does wrong, and what stands in the bodies of it.</summary>
    public (Fault Kind, string Text) Fault { get; private set; }

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        while (true)
        {
            var server = new LoopbackServer(answer, certificate);
            await server._application.StartAsync(TestContext.Current.CancellationToken);
            if (UsedPorts.TryAdd(new Uri(server.Address).Port, true))
            {
                return server;
            }

            await server.DisposeAsync();
        }
    }

    /// <summary>Goes wrong from now on, for some requests.</summary>
    public void Break(Fault fault, string text, int times = int.MaxValue) => (Fault, _faultsLeft) = ((fault, text), times);

    /// <summary>Whether the request that was to be lost was made.</summary>
    public bool HasLost => _untilLost < 0;

    /// <summary>Loses the connection of one request.</summary>
    /// <param name="number">Which one from now on, from 0.</param>
    /// <param name="isDone">Whether it is done all the same, and only its answer is lost.</param>
    public void Lose(int number, bool isDone) => (_untilLost, _isDoneBefore) = (number, isDone);

    public static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (_untilLost != int.MaxValue && Interlocked.Decrement(ref _untilLost) == -1)
        {
            await LoseAsync(context);
            return;
        }

        if (Fault.Kind == Servers.Fault.None || Interlocked.Decrement(ref _faultsLeft) < 0)
        {
            await _answer(context);
            return;
        }

        try
        {
            await FailAsync(context, Fault.Kind, Fault.Text);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked went away, as it should.
        }
    }

    private async Task LoseAsync(HttpContext context)
    {
        if (_isDoneBefore)
        {
            context.Response.Body = Stream.Null;
            await _answer(context);
        }

        context.Abort();
    }

    private static async Task FailAsync(HttpContext context, Fault fault, string text)
    {
        HttpResponse response = context.Response;
        string page = $"<html><body>{text}</body></html>", json = $$"""{"errors":["{{text}}"],"message":"{{text}}"}""";
        switch (fault)
        {
            case Servers.Fault.TooManyRequests:
                response.Headers.RetryAfter = "3";
                await WriteAsync(context, 429, json);
                break;
            case Servers.Fault.ServerError:
                await WriteAsync(context, 500, json);
                break;
            case Servers.Fault.UnavailablePage:
                await WriteAsync(context, 503, page);
                break;
            case Servers.Fault.Reset:
                context.Abort();
                break;
            case Servers.Fault.Truncated:
                response.ContentLength = 1000;
                await response.Body.WriteAsync(Encoding.UTF8.GetBytes(json), context.RequestAborted);
                await response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                break;
            case Servers.Fault.HalfJson:
                await WriteAsync(context, 200, json[..^4]);
                break;
            case Servers.Fault.Page:
                await WriteAsync(context, 200, page);
                break;
            case Servers.Fault.OtherJson:
                await WriteAsync(context, 200, $$"""{"data":["{{text}}"],"kind":5,"metadata":"{{text}}"}""");
                break;
            case Servers.Fault.Silence:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            case Servers.Fault.SlowDrip:
                for (; ; await Task.Delay(20, context.RequestAborted))
                {
                    await response.WriteAsync(" ", context.RequestAborted);
                    await response.Body.FlushAsync(context.RequestAborted);
                }

            case Servers.Fault.Redirect:
                response.Redirect($"https://{text}@sign-in.invalid/{text}");
                break;
        }
    }
}
