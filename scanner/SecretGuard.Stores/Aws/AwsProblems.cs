using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Aws;

/// <summary>What AWS's error codes say. Its error texts are looked at, never quoted.</summary>
internal static class AwsProblems
{
    private const string SignIn = "AWS's sign-in (STS, SSO)";

    /// <summary>The code of an error: <c>__type</c> in JSON, <c>Code</c> in the XML that gateways write; empty where there is none.</summary>
    public static string CodeOf(StoreReply reply)
    {
        if (reply.IsSuccess || reply.Problem is not null)
        {
            return "";
        }

        string code = reply.Json.At("__type").Text() ?? reply.Json.At("code").Text() ?? XmlCode(reply.Other.Span) ?? "";
        string last = code[(code.LastIndexOf('#') + 1)..];
        return last.Split(':')[0].Replace("Exception", "", StringComparison.Ordinal);
    }

    /// <summary>The problem behind a reply that did not succeed.</summary>
    public static StoreProblem Of(StoreReply reply, AwsService service, AwsPlace place) => reply.Problem is { } problem ? place.Explain(problem) : CodeOf(reply) switch
    {
        "AccessDenied" or "UnauthorizedOperation" or "NotAuthorized" =>
            new StoreProblem(Verdict.Forbidden, "AWS knows the identity, and no policy lets it look: the secret may be there or not", "allow what 'verify --permissions' prints"),
        "ExpiredToken" or "TokenRefreshRequired" => Dead("the session token is expired", "sign in again ('aws sso login', or new temporary keys)"),
        "UnrecognizedClient" or "InvalidClientTokenId" or "InvalidAccessKeyId" =>
            Dead("AWS does not know the access key or its session token", "see whether key and token belong together, and whether the region is switched on for the account"),
        "MissingAuthenticationToken" or "IncompleteSignature" => Dead("AWS got no credential that it can read", "sign in, or see whether a proxy takes headers out"),
        "InvalidSignature" or "SignatureDoesNotMatch" when IsOtherScope(reply) =>
            new StoreProblem(Verdict.Misconfigured, $"the address belongs to another region than '{place.Region}', or to another service", "correct the store's region or its endpoint") { IsStoreWide = true },
        "InvalidSignature" or "SignatureDoesNotMatch" => Dead("AWS does not accept the signature: the secret key does not belong to the access key", "correct the keys"),
        "RequestTimeTooSkewed" or "RequestExpired" => Dead("this machine's clock and AWS's are too far apart", "set the clock"),
        "OptInRequired" or "SubscriptionRequired" => new StoreProblem(Verdict.Misconfigured, $"the account does not have {service.Title} in '{place.Region}'", "switch the region on, or correct it") { IsStoreWide = true },
        "Throttling" or "ThrottledRequest" or "RequestThrottled" or "TooManyRequests" or "RequestLimitExceeded" or "LimitExceeded" or "SlowDown" =>
            new StoreProblem(Verdict.Throttled, $"{service.Title} asks to be asked less often", "ask again later, or with fewer questions at a time") { IsTransient = true, RetryAfter = reply.RetryAfter },
        "InternalService" or "InternalServiceError" or "InternalServerError" or "InternalServer" or "InternalFailure" or "ServiceUnavailable" =>
            new StoreProblem(Verdict.Unreachable, $"{service.Title} has a fault of its own", "ask again; if it stays, look at AWS's health page") { IsTransient = true, RetryAfter = reply.RetryAfter },
        "Validation" or "InvalidParameter" or "InvalidRequest" or "InvalidFilterValue" => new StoreProblem(Verdict.Misconfigured, $"{service.Title} does not take this for a name", "correct the reference"),
        "UnknownOperation" or "InvalidAction" or "Serialization" => NoService(service, place),
        _ when reply.Status == 404 => NoService(service, place),
        _ => StatusProblems.Of(reply, place.Address!.Authority),
    };

    /// <summary>The answer was not that of the service.</summary>
    public static StoreProblem NoService(AwsService service, AwsPlace place) =>
        new(Verdict.Misconfigured, $"{place.Address?.Authority} does not answer like {service.Title}", "see whether the endpoint is that of the service");

    /// <summary>Why there is no credential, by what the SDK threw; its message is not quoted.</summary>
    public static StoreProblem OfLogin(Exception error, AwsSettings settings)
    {
        Exception[] chain = [.. Chain(error)];
        if (chain.OfType<ProfileNotFoundException>().Any())
        {
            return new StoreProblem(Verdict.Misconfigured, $"AWS's files have no profile '{settings.Profile ?? Environment.GetEnvironmentVariable("AWS_PROFILE")}'", "correct the store's profile, or AWS_PROFILE") { IsStoreWide = true };
        }

        if (chain.OfType<AmazonServiceException>().FirstOrDefault(service => service.ErrorCode is { Length: > 0 }) is { } refused)
        {
            return (int)refused.StatusCode is 429 or >= 500 || refused.ErrorCode.StartsWith("Throttl", StringComparison.Ordinal)
                ? new StoreProblem(Verdict.Unreachable, $"{SignIn} has a fault of its own, or asks to be asked less often", "ask again") { IsTransient = true, IsStoreWide = true }
                : Dead($"{SignIn} does not give this identity the role", "see whether the role exists and trusts who asks for it, and whether key or token is still good");
        }

        if (chain.FirstOrDefault(one => one is HttpRequestException or SocketException or AuthenticationException) is { } network && !IsOfMachine(chain))
        {
            return NetworkFaults.Of(network, SignIn) with { IsStoreWide = true };
        }

        return chain.OfType<ProcessAWSCredentialException>().Any()
            ? Dead("the profile's credential_process gives no credential", "run it by hand and see what it says")
            : Dead("there is no credential: none in variables, in a profile that can be used, or of this machine", "run 'aws sso login' or 'aws configure', or set AWS_PROFILE or the keys");
    }

    private static StoreProblem Dead(string cause, string advice) => new(Verdict.Unauthenticated, cause, advice) { IsStoreWide = true };

    /// <summary>AWS says in words only that a signature is good, for another region or service.</summary>
    private static bool IsOtherScope(StoreReply reply) =>
        (reply.Json.At("message").Text() ?? reply.Json.At("Message").Text())?.Contains("should be scoped to", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Where the machine's own metadata were the last place to look, their silence says that there is no credential.</summary>
    private static bool IsOfMachine(Exception[] chain) => chain.Any(one => one.Message.Contains("Instance Metadata", StringComparison.OrdinalIgnoreCase) || one.Message.Contains("169.254.", StringComparison.Ordinal));

    private static string? XmlCode(ReadOnlySpan<byte> text)
    {
        int start = text.IndexOf("<Code>"u8);
        ReadOnlySpan<byte> rest = start < 0 ? default : text[(start + "<Code>"u8.Length)..];
        int end = rest.IndexOf("</Code>"u8);
        return end is > 0 and < 100 ? Encoding.UTF8.GetString(rest[..end]) : null;
    }

    private static IEnumerable<Exception> Chain(Exception error) =>
        error is AggregateException several ? [several, .. several.InnerExceptions.SelectMany(Chain)] : error.InnerException is { } inner ? [error, .. Chain(inner)] : [error];
}
