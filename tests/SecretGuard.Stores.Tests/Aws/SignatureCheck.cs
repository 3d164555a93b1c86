using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SecretGuard.Stores.Tests.Aws;

/// <summary>Computes a signature of version 4 anew, as AWS's documentation tells it, from what arrived.</summary>
internal static class SignatureCheck
{
    /// <summary>The error that AWS would answer with; null where the signature is good.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="accessKey">The key that is known.</param>
    /// <param name="secretKey">Its secret.</param>
    /// <param name="scope">The region and the service that the server stands for.</param>
    /// <param name="now">The server's clock.</param>
    public static (string Code, string Message)? Error(HttpRequest request, byte[] body, string accessKey, string secretKey, string scope, DateTimeOffset now)
    {
        string given = request.Headers.Authorization.ToString();
        if (given.Length == 0)
        {
            return ("MissingAuthenticationTokenException", "Request is missing Authentication Token");
        }

        Dictionary<string, string> parts = given["AWS4-HMAC-SHA256 ".Length..].Split(',').Select(part => part.Trim().Split('=', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        string[] credential = parts["Credential"].Split('/', 2);
        if (credential[0] != accessKey)
        {
            return ("UnrecognizedClientException", "The security token included in the request is invalid.");
        }

        string stamp = request.Headers["X-Amz-Date"].ToString();
        if (credential[1] != $"{stamp[..8]}/{scope}/aws4_request")
        {
            return ("InvalidSignatureException", "Credential should be scoped to a valid region.");
        }

        string[] names = parts["SignedHeaders"].Split(';');
        names.ShouldBe(names.Order(StringComparer.Ordinal));
        foreach (string needed in request.Headers.Keys.Where(name => name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase)).Append("host"))
        {
            names.ShouldContain(needed.ToLowerInvariant(), "every header of AWS is signed");
        }

        string path = string.Join('/', request.Path.ToUriComponent().Split('/').Select(Uri.EscapeDataString));
        string lines = string.Concat(names.Select(name => $"{name}:{request.Headers[name]}\n"));
        string canonical = $"{request.Method}\n{path}\n\n{lines}\n{parts["SignedHeaders"]}\n{Hex(SHA256.HashData(body))}";
        string text = $"AWS4-HMAC-SHA256\n{stamp}\n{credential[1]}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] key = credential[1].Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Hmac);
        if (Hex(Hmac(key, text)) != parts["Signature"])
        {
            return ("InvalidSignatureException", "The request signature we calculated does not match the signature you provided.");
        }

        DateTimeOffset at = DateTimeOffset.ParseExact(stamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return (at - now).Duration() > TimeSpan.FromMinutes(5) ? ("InvalidSignatureException", "Signature expired") : null;
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
