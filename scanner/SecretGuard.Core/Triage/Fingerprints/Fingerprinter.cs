using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Rules;

namespace SecretGuard.Triage;

/// <summary>
/// Makes fingerprints under one salt. Thread-safe; each distinct value is derived once. Values whose format guarantees 80 random bits
/// get an HMAC; all others 20,000 rounds of PBKDF2, because a committed list must not give weak passwords away.
/// </summary>
public sealed class Fingerprinter(Salt salt)
{
    /// <summary>Bytes of a digest.</summary>
    internal const int DigestLength = 16;

    private const int StrongBits = 80;
    private const int Iterations = 20_000;

    // Few runs make a fingerprint, every run has who makes them.
    private readonly Lazy<Known> _known = new(static () => new());

    /// <summary>The fingerprint of a match in a content.</summary>
    public Fingerprint Of(Content content, Match match) =>
        new(match.Rule.Slug, Fingerprint.ScopeOf(content.Path), Digest(content, match));

    /// <summary>The digest of a match's whole value: the same wherever the value stands.</summary>
    public string Digest(Content content, Match match)
    {
        byte[] value = match.Subject is null ? new byte[match.Length] : Encoding.UTF8.GetBytes(match.Subject);
        if (match.Subject is null)
        {
            Buffer.BlockCopy(content.Buffer, match.Start, value, 0, match.Length);
        }

        using var hmac = new HMACSHA256(salt.Bytes());
        string fast = Hex.Encode(hmac.ComputeHash(value), DigestLength);

        // A subject is no secret: nobody has to be kept from guessing it.
        if (match.Subject is not null || _known.Value.Strong.GetOrAdd(match.Rule, IsStrong))
        {
            return fast;
        }

        // The fast digest is only the key of the cache and leaves this object never.
        Lazy<string> slow = _known.Value.Derived.GetOrAdd(fast, _ => new Lazy<string>(() => Derive(value)));
        return slow.Value;
    }

    /// <summary>Whether every value of this kind holds 80 bits that its issuer drew at random.</summary>
    internal static bool IsStrong(Rule rule)
    {
        foreach (TokenPattern pattern in rule.Patterns)
        {
            if (pattern.RandomBits < StrongBits)
            {
                return false;
            }
        }

        return rule.Patterns.Count > 0;
    }

    private string Derive(byte[] value) => Hex.Encode(Pbkdf2Sha256.Derive(value, salt.Bytes(), Iterations), DigestLength);

    /// <summary>What is worked out once.</summary>
    private sealed class Known
    {
        public ConcurrentDictionary<string, Lazy<string>> Derived { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<Rule, bool> Strong { get; } = new();
    }
}
