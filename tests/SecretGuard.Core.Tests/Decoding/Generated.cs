using System.Globalization;

namespace SecretGuard.Core.Tests.Decoding;

/// <summary>Values that are made at run time.</summary>
internal static class Generated
{
    /// <summary>What a policy asks for: both cases, digits and a sign.</summary>
    public static string Password(int seed)
    {
        var random = new Random(seed);
        string word = string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('a' + random.Next(26))));
        return $"K{word}!{random.Next(100, 999).ToString(CultureInfo.InvariantCulture)}Vz";
    }
}
