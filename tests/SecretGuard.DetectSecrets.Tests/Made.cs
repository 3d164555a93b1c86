using SecretGuard.Rules;

namespace SecretGuard.DetectSecrets.Tests;

/// <summary>Values that are made at run time: no test holds a token.</summary>
internal static class Made
{
    /// <summary>A sample of a pattern in the language of rules, the same for the same seed.</summary>
    public static string Of(string pattern, int seed = 1) => TokenPattern.Parse(pattern).Sample(new Random(seed));

    /// <summary>A GitHub token.</summary>
    public static string GitHub(int seed = 1) => Of("ghp_[A-Za-z0-9]{36}", seed);

    /// <summary>A password that only its name tells.</summary>
    public static string Password(int seed = 1) => Of("Kx[a-z]{4}[0-9]{3}[a-z]{5}", seed);
}
