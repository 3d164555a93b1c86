using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace SecretGuard.Stores.Aws;

/// <summary>Requests in AWS JSON 1.1 with a signature of version 4, by the SDK's signer.</summary>
internal static class AwsSignature
{
    private static readonly MediaTypeHeaderValue Json = new("application/x-amz-json-1.1");

    /// <summary>A signed request.</summary>
    /// <param name="place">Where the service is.</param>
    /// <param name="service">The service.</param>
    /// <param name="action">What is asked of it.</param>
    /// <param name="body">The question, as JSON.</param>
    /// <param name="keys">Who asks.</param>
    /// <param name="now">The server's clock, as far as it is known.</param>
    public static HttpRequestMessage Request(AwsPlace place, AwsService service, string action, string body, ImmutableCredentials keys, DateTimeOffset now)
    {
        byte[] content = Encoding.UTF8.GetBytes(body);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = Json.ToString(),
            ["host"] = place.Address!.IsDefaultPort ? place.Address.Host : $"{place.Address.Host}:{place.Address.Port}",
            ["x-amz-date"] = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            ["x-amz-target"] = $"{service.Target}.{action}",
        };
        if (keys.UseToken)
        {
            headers["x-amz-security-token"] = keys.Token;
        }

        // Each segment of the path is escaped once more than it is sent, except in S3.
        string path = string.Join('/', place.Address.AbsolutePath.Split('/').Select(Uri.EscapeDataString));
        string names = string.Join(';', headers.Keys), lines = string.Concat(headers.Select(header => $"{header.Key}:{header.Value}\n"));
        string canonical = $"POST\n{path}\n\n{lines}\n{names}\n{Convert.ToHexStringLower(SHA256.HashData(content))}";
        AWS4SigningResult signed = AWS4Signer.ComputeSignature(keys, place.Region, now.UtcDateTime, service.Name, names, canonical);

        var request = new HttpRequestMessage(HttpMethod.Post, place.Address) { Content = new ByteArrayContent(content) { Headers = { ContentType = Json } } };
        foreach ((string name, string value) in headers.Where(header => header.Key.StartsWith("x-amz-", StringComparison.Ordinal)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Authorization", signed.ForAuthorizationHeader);
        request.Headers.TryAddWithoutValidation("User-Agent", "secretguard");
        return request;
    }
}
