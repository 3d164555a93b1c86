using System.Security.Cryptography;

namespace SecretGuard.Triage;

/// <summary>
/// The repository's salt: 16 random bytes that keep the digests of one repository from being looked up in another's, or in a table
/// made beforehand. It is no secret and is committed, as 32 hex digits, beside what it protects.
/// </summary>
public sealed class Salt
{
    private const int Length = 16;
    private readonly byte[] _bytes;

    private Salt(byte[] bytes) => _bytes = bytes;

    /// <summary>What stands in until a repository has a salt of its own. Known to everybody, and the same for ever.</summary>
    public static Salt Public { get; } = new("secretguard sg1 "u8.ToArray());

    /// <summary>Reads 32 hex digits.</summary>
    public static bool TryParse(string text, out Salt salt)
    {
        salt = Public;
        if (text.Length != Length * 2 || !Hex.TryDecode(text, out byte[] bytes))
        {
            return false;
        }

        salt = new Salt(bytes);
        return true;
    }

    /// <summary>A new salt.</summary>
    public static Salt Create()
    {
        byte[] bytes = new byte[Length];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return new Salt(bytes);
    }

    /// <summary>32 hex digits.</summary>
    public override string ToString() => Hex.Encode(_bytes, Length);

    /// <summary>The bytes, not to be changed.</summary>
    internal byte[] Bytes() => _bytes;
}
