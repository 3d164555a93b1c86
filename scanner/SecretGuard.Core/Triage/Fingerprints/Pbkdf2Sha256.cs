using System.Security.Cryptography;

namespace SecretGuard.Triage;

/// <summary>PBKDF2 with HMAC-SHA256 (RFC 8018, section 5.2), cut to its first block. netstandard2.0 offers it with SHA-1 only.</summary>
internal static class Pbkdf2Sha256
{
    /// <summary>The first 32 bytes of the derived key.</summary>
    public static byte[] Derive(byte[] password, byte[] salt, int iterations)
    {
#if NET
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, 32);
#else
        return DerivePortably(password, salt, iterations);
#endif
    }

    /// <summary>The same over HMAC alone, for frameworks that have no more.</summary>
    public static byte[] DerivePortably(byte[] password, byte[] salt, int iterations)
    {
        using var hmac = new HMACSHA256(password);

        // One block of output: its index, big endian, follows the salt.
        byte[] first = new byte[salt.Length + 4];
        salt.CopyTo(first, 0);
        first[first.Length - 1] = 1;
        byte[] round = hmac.ComputeHash(first);
        byte[] sum = (byte[])round.Clone();
        for (int i = 1; i < iterations; i++)
        {
            round = hmac.ComputeHash(round);
            for (int j = 0; j < sum.Length; j++)
            {
                sum[j] ^= round[j];
            }
        }

        return sum;
    }
}
