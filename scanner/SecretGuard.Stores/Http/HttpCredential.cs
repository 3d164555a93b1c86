using System.Net.Http.Headers;
using System.Text;

namespace SecretGuard.Stores.Http;

/// <summary>What is sent as Authorization. It holds a token, so it is not a record and prints only its scheme.</summary>
public sealed class HttpCredential
{
    private readonly string _scheme;
    private readonly string _text;

    private HttpCredential(string scheme, string text) => (_scheme, _text) = (scheme, text);

    /// <summary>A bearer's token.</summary>
    public static HttpCredential Bearer(string token) => new("Bearer", token.Trim());

    /// <summary>A token in the place of a password, without a user.</summary>
    public static HttpCredential Basic(string token) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(":" + token.Trim())));

    /// <summary>The first of these variables that is set, as a bearer's token; null where none is.</summary>
    public static HttpCredential? FromVariables(Func<string, string?> variable, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (variable(name)?.Trim() is { Length: > 0 } token)
            {
                return Bearer(token);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => _scheme;

    /// <summary>The header; null where the token has characters that no token has.</summary>
    internal AuthenticationHeaderValue? Header() => _text.Length > 0 && !_text.Any(c => c is <= ' ' or > '~') ? new AuthenticationHeaderValue(_scheme, _text) : null;
}
