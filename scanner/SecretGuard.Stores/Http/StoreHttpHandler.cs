using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SecretGuard.Stores.Http;

/// <summary>Lets a client that somebody else wrote send by <see cref="StoreHttp"/>: counted, bounded, in time, without redirects.</summary>
/// <param name="http">The door.</param>
/// <param name="judge">The problem that a reply tells of; null where the client is to see the reply.</param>
/// <exception cref="StoreProblemException">Whatever kept an answer from coming.</exception>
internal sealed class StoreHttpHandler(StoreHttp http, Func<StoreReply, StoreProblem?> judge) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using StoreReply reply = await http.ExchangeAsync(request, cancellationToken);
        if ((reply.Problem ?? judge(reply)) is { } problem)
        {
            throw new StoreProblemException(problem);
        }

        var response = new HttpResponseMessage((HttpStatusCode)reply.Status) { RequestMessage = request, Content = new ByteArrayContent(reply.Body ?? []) };
        if (reply.Json.ValueKind != JsonValueKind.Undefined)
        {
            response.Content.Headers.ContentType = new("application/json");
        }

        foreach (AuthenticationHeaderValue challenge in reply.Headers!.WwwAuthenticate)
        {
            response.Headers.WwwAuthenticate.Add(challenge);
        }

        return response;
    }
}

/// <summary>A problem on its way through code of others, which may wrap it.</summary>
internal sealed class StoreProblemException(StoreProblem problem) : HttpRequestException("a store could not tell")
{
    /// <summary>The problem.</summary>
    public StoreProblem Problem => problem;

    /// <summary>The problem that an exception brings; null where it brings none.</summary>
    public static StoreProblem? In(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is StoreProblemException found)
            {
                return found.Problem;
            }
        }

        return null;
    }
}
