using System.Security.Cryptography;
using System.Text;

namespace SecretGuard.Tasks.Caching;

/// <summary>Short names of long texts, to see whether they changed.</summary>
internal static class Digests
{
    /// <summary>64 hex digits that stand for these texts, in this order.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        // The length before each text: otherwise two lists could look alike.
        string joined = string.Concat(texts.Select(text => $"{text.Length}:{text}"));
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(joined))).Replace("-", "");
    }
}
