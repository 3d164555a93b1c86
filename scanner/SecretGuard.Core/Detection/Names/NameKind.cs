namespace SecretGuard.Detection.Names;

/// <summary>What an identifier says about the value that is bound to it.</summary>
public enum NameKind
{
    /// <summary>Nothing about a secret, or that it is about one without being it: <c>passwordLabel</c>, <c>secretName</c>.</summary>
    None,

    /// <summary>A bare "key", "auth", "code": only a random value makes it a secret.</summary>
    Weak,

    /// <summary>A key for an API, a service, an account.</summary>
    ApiKey,

    /// <summary>A key for encryption or signing.</summary>
    CryptoKey,

    /// <summary>A token.</summary>
    Token,

    /// <summary>A secret of no kind that the name tells.</summary>
    Secret,

    /// <summary>A password or passphrase: people choose these, so weak values are real.</summary>
    Password,

    /// <summary>A numeric code of a person.</summary>
    Pin,
}
