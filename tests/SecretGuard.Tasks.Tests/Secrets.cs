using SecretGuard.Rules;
using SecretGuard.TestKit;

namespace SecretGuard.Tasks.Tests;

/// <summary>Passwords that are made at run time, and remembered so that a test can look for them where none may be.</summary>
internal sealed class Secrets
{
    private readonly Random _random = new(20261);
    private readonly List<string> _made = [];

    /// <summary>All that were made.</summary>
    public IReadOnlyList<string> Made => _made;

    /// <summary>A new token of an issuer's format.</summary>
    public string Token()
    {
        _made.Add(Catalogue.Default.Rules.Single(rule => rule.Slug == "github-pat-classic").MakeExample(_random));
        return _made[^1];
    }

    /// <summary>The text with a new password for every <c>‹pw›</c>.</summary>
    public string Fill(string text)
    {
        const string Place = "‹pw›";
        for (int at = text.IndexOf(Place, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Place, StringComparison.Ordinal))
        {
            string password = Placeholders.Fill(Place, _random);
            _made.Add(password);
            text = string.Concat(text.AsSpan(0, at), password, text.AsSpan(at + Place.Length));
        }

        return text;
    }
}
