using Amazon.Runtime;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Aws;

/// <summary>
/// A signed-in way to one service: signs in with the first question. The SDK finds credentials and the endpoint and signs; it sends nothing to the
/// service, so that every request goes through <see cref="StoreHttp"/>, is counted, and only the verifier asks again.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="settings">Where it is and how it is asked.</param>
/// <param name="billed">How many calls on the account's bill an answer stands for.</param>
internal sealed class AwsSession(AwsService service, AwsSettings settings, Func<StoreReply, long> billed) : IDisposable
{
    // AWS takes a signature that is five minutes off.
    private static readonly TimeSpan TolerableSkew = TimeSpan.FromMinutes(4);

    private readonly AwsConfiguration _configuration = new(service, settings);
    private readonly StoreHttp _http = new(new HttpSettings { AuthoritiesFile = settings.AuthoritiesFile, Timeout = settings.Timeout, Billed = billed, Time = settings.Time });
    private readonly SemaphoreSlim _opening = new(1, 1);
    private AwsPlace? _place;
    private AWSCredentials? _credentials;
    private ImmutableCredentials? _spent;
    private StoreProblem? _failure;
    private TimeSpan _skew;

    /// <summary>Where it is.</summary>
    public AwsPlace Place => _place ??= AwsPlace.Find(service, _configuration, settings);

    /// <summary>How many requests were sent to the service. Those that get a credential (STS, SSO) are the SDK's own, and AWS does not bill them.</summary>
    public long Calls => _http.Calls;

    /// <summary>How many calls of the account's bill these were.</summary>
    public long BilledCalls => _http.BilledCalls;

    /// <summary>How far this machine's clock is off; zero while that does not matter.</summary>
    public TimeSpan Skew => _skew;

    /// <summary>Asks the service.</summary>
    /// <param name="action">What is asked of it.</param>
    /// <param name="body">The question, as JSON.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<StoreReply> CallAsync(string action, string body, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        (ImmutableCredentials? keys, StoreProblem? problem) = await SignInAsync(cancellation);
        if (keys is null)
        {
            return new StoreReply(0, null, problem);
        }

        TimeSpan skew = _skew;
        StoreReply reply = await SendAsync(action, body, keys, skew, cancellation);
        if (!CanMend(reply, keys, skew))
        {
            return reply;
        }

        reply.Dispose();
        (keys, problem) = await SignInAsync(cancellation);
        return keys is null ? new StoreReply(0, null, problem) : await SendAsync(action, body, keys, _skew, cancellation);
    }

    /// <summary>Why a reply is none.</summary>
    public StoreProblem ProblemOf(StoreReply reply) => AwsProblems.Of(reply, service, Place);

    /// <summary>The answer was not that of the service.</summary>
    public StoreProblem NoService => AwsProblems.NoService(service, Place);

    /// <inheritdoc/>
    public void Dispose()
    {
        _opening.Dispose();
        _http.Dispose();
    }

    private Task<StoreReply> SendAsync(string action, string body, ImmutableCredentials keys, TimeSpan skew, CancellationToken cancellation) =>
        _http.SendAsync(AwsSignature.Request(Place, service, action, body, keys, settings.Time.GetUtcNow() + skew), cancellation);

    /// <summary>Whether another signature may do: by the server's clock, or with credentials that can be renewed.</summary>
    private bool CanMend(StoreReply reply, ImmutableCredentials keys, TimeSpan skew)
    {
        switch (AwsProblems.CodeOf(reply))
        {
            case "InvalidSignature" or "SignatureDoesNotMatch" or "RequestTimeTooSkewed" or "RequestExpired" when reply.Date is { } theirs:
                TimeSpan found = theirs - settings.Time.GetUtcNow();
                _skew = (found - skew).Duration() > TolerableSkew ? found : _skew;
                return _skew != skew;
            case "ExpiredToken" when _credentials is RefreshingAWSCredentials renewable:
                // Of many that are told so at once, the first renews.
                if (!keys.Equals(Interlocked.Exchange(ref _spent, keys)))
                {
                    renewable.ClearCredentials();
                }

                return true;
            default:
                return false;
        }
    }

    private async Task<(ImmutableCredentials? Keys, StoreProblem? Problem)> SignInAsync(CancellationToken cancellation)
    {
        if (Place.Problem is { } nowhere)
        {
            return (null, nowhere);
        }

        await _opening.WaitAsync(cancellation);
        try
        {
            if (_failure is not null)
            {
                return (null, _failure);
            }

            // The SDK reads files and waits for other services on the thread that asks.
            ImmutableCredentials? keys = await Task.Run(
                async () => await (_credentials ??= await settings.Login.FindAsync(_configuration, cancellation)).GetCredentialsAsync(), cancellation).WaitAsync(cancellation);
            return keys is not null ? (keys, null) : (null, AwsProblems.OfLogin(new AmazonClientException(""), settings));
        }
        catch (Exception error)
        {
            cancellation.ThrowIfCancellationRequested();
            StoreProblem problem = AwsProblems.OfLogin(error, settings);
            _failure = problem.IsTransient ? null : problem;
            return (null, problem);
        }
        finally
        {
            _opening.Release();
        }
    }
}
