using Azure.Core;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Azure;

/// <summary>Signs in for one vault, and keeps the token that the vault's client asked for after it had seen that the vault may have it.</summary>
/// <param name="make">Makes what signs in.</param>
/// <param name="authority">Where tokens are issued, for people.</param>
/// <param name="time">The clock.</param>
internal sealed class KeyVaultCredential(Func<TokenCredential> make, string authority, TimeProvider time) : TokenCredential
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly Lazy<TokenCredential> _inner = new(make);
    private volatile Held? _held;

    /// <summary>The token of the last sign-in; null where there was none, or it ends soon.</summary>
    public string? Token => _held is { } held && held.Token.ExpiresOn - time.GetUtcNow() > Margin ? held.Token.Token : null;

    /// <inheritdoc/>
    /// <exception cref="StoreProblemException">There is no token.</exception>
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        try
        {
            AccessToken token = await _inner.Value.GetTokenAsync(requestContext, cancellationToken);
            _held = new Held(token);
            return token;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StoreProblemException(SignInProblems.Of(error, authority));
        }
    }

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException("a vault is only asked asynchronously");

    private sealed class Held(AccessToken token)
    {
        public AccessToken Token => token;
    }
}
