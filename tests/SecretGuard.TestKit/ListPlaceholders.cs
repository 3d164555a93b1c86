using System.Globalization;

namespace SecretGuard.TestKit;

/// <summary>Placeholders for secrets that code lists: <c>‹bytes›</c> sixteen bytes of a key, <c>‹chars›</c> the characters of a password.</summary>
public static class ListPlaceholders
{
    /// <summary>The text with its placeholders filled in, those of <see cref="Placeholders"/> too.</summary>
    public static string Fill(string text, Random random)
    {
        byte[] bytes = new byte[16];
        random.NextBytes(bytes);
        string password = Placeholders.Fill("‹pw›", random);
        return Placeholders.Fill(
            text.Replace("‹bytes›", string.Join(", ", bytes.Select(b => "0x" + b.ToString("x2", CultureInfo.InvariantCulture))), StringComparison.Ordinal)
                .Replace("‹chars›", string.Join(", ", password.Select(c => $"'{c}'")), StringComparison.Ordinal),
            random);
    }
}
