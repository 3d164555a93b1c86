namespace SecretGuard.Detection.Urls;

/// <summary>What the value of a query parameter must be like.</summary>
internal enum QueryKind
{
    /// <summary>An issued token: only a value that looks drawn is believed.</summary>
    Token,

    /// <summary>As a token, and longer: the name alone says little.</summary>
    LongToken,

    /// <summary>An application's id, which some services take for its key: only 32 hex digits are.</summary>
    HexToken,

    /// <summary>A password, which may be a word.</summary>
    Password,

    /// <summary>The key of an Azure function.</summary>
    FunctionKey,

    /// <summary>The signature of a presigned URL.</summary>
    Presigned,
}

/// <summary>The query parameters that carry secrets.</summary>
internal static class QueryKeys
{
    public static IReadOnlyList<(string Name, QueryKind Kind)> All { get; } =
    [
        ("access_token", QueryKind.Token),
        ("accesstoken", QueryKind.Token),
        ("access-token", QueryKind.Token),
        ("auth_token", QueryKind.Token),
        ("authtoken", QueryKind.Token),
        ("private_token", QueryKind.Token),
        ("refresh_token", QueryKind.Token),
        ("id_token", QueryKind.Token),
        ("api_key", QueryKind.Token),
        ("apikey", QueryKind.Token),
        ("api-key", QueryKind.Token),
        ("api_token", QueryKind.Token),
        ("app_key", QueryKind.Token),
        ("appkey", QueryKind.Token),
        ("access_key", QueryKind.Token),
        ("accesskey", QueryKind.Token),
        ("subscription-key", QueryKind.Token),
        ("client_secret", QueryKind.Token),
        ("clientsecret", QueryKind.Token),
        ("appid", QueryKind.HexToken),
        ("app_id", QueryKind.HexToken),
        ("client_assertion", QueryKind.LongToken),
        ("api_secret", QueryKind.Token),
        ("app_secret", QueryKind.Token),
        ("appsecret", QueryKind.Token),
        ("secret_key", QueryKind.Token),
        ("secretkey", QueryKind.Token),
        ("secret", QueryKind.Token),
        ("key", QueryKind.Token),
        ("token", QueryKind.LongToken),
        ("auth", QueryKind.LongToken),
        ("jwt", QueryKind.LongToken),
        ("password", QueryKind.Password),
        ("passwd", QueryKind.Password),
        ("passphrase", QueryKind.Password),
        ("pwd", QueryKind.Password),
        ("code", QueryKind.FunctionKey),
        ("x-amz-signature", QueryKind.Presigned),
        ("x-goog-signature", QueryKind.Presigned),
        ("x-amz-security-token", QueryKind.LongToken),
    ];
}
