using System.Security.Cryptography;
using System.Text;

namespace SecretGuard.DetectSecrets.Baselines;

/// <summary>What makes two entries the same: file, hash and kind; never the line.</summary>
/// <param name="File">Path with <c>/</c>.</param>
/// <param name="Hash">SHA-1 of what the plugin captured, as 40 hex digits.</param>
/// <param name="Type">The kind, such as <c>Secret Keyword</c>.</param>
internal readonly record struct SecretIdentity(string File, string Hash, string Type)
{
    /// <summary>The hash that the format demands.</summary>
    public static string HashOf(string captured) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(captured)));
}

/// <summary>One entry under <c>results</c>.</summary>
/// <param name="Identity">What it is.</param>
/// <param name="Line">1-based; 0 where the file does not say (slim).</param>
internal sealed record SecretEntry(SecretIdentity Identity, int Line)
{
    /// <summary>Whether an issuer confirmed it once. This tool asks none, and keeps what it reads.</summary>
    public bool IsVerified { get; init; }

    /// <summary>The auditor's word: a real secret, a false positive, or null while nobody has said.</summary>
    public bool? IsSecret { get; init; }
}
