namespace SecretGuard.Remedies;

/// <summary>What a secret is called where it is kept: an optional section, and what it is.</summary>
/// <param name="Section">Whose secret it is: smtp.</param>
/// <param name="Kind">What it is: password, api key.</param>
public sealed record SecretName(IReadOnlyList<string> Section, IReadOnlyList<string> Kind)
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "password", "passwd", "pwd", "pass", "passphrase", "secret", "token", "key", "pat", "pin", "credential", "credentials", "signature", "dsn", "url", "uri", "jwt", "pem", "sas", "apikey",
    };

    private static readonly HashSet<string> QualifiedKinds = new(StringComparer.Ordinal)
    {
        "api key", "access key", "secret key", "account key", "private key", "signing key", "encryption key", "shared key", "subscription key", "client secret", "app secret", "api secret", "access token", "auth token", "bearer token",
        "refresh token", "sas token", "bot token", "connection string", "pass word", "pass phrase", "webhook url",
    };

    private string? _key;

    /// <summary>A connection string, which configuration keeps in a section of its own.</summary>
    public bool IsConnectionString => Kind.Count == 2 && Kind[0] == "connection" && Kind[1] == "string";

    /// <summary>Whether its last words say that it is a secret.</summary>
    public bool IsNamedByKind => Kinds.Contains(Kind[Kind.Count - 1].TrimEnd('1', '2', '3', '4')) || IsConnectionString;

    /// <summary>The key in configuration: <c>Smtp:Password</c>.</summary>
    public string ConfigurationKey => _key
        ?? (IsConnectionString ? "ConnectionStrings:" + (Section.Count == 0 ? "Default" : Words.Pascal(Section))
            : Section.Count == 0 ? Words.Pascal(Kind)
            : Words.Pascal(Section) + ":" + Words.Pascal(Kind));

    /// <summary>The variable of the environment: <c>SMTP_PASSWORD</c>.</summary>
    public string Variable => string.Join("_", Section.Concat(Kind)).ToUpperInvariant();

    /// <summary>The name in a vault: <c>smtp-password</c>.</summary>
    public string VaultName => string.Join("-", Section.Concat(Kind));

    /// <summary>The name that these words make; what they end with says which kind of secret it is.</summary>
    public static SecretName Of(IReadOnlyList<string> words)
    {
        words = [.. words.Select(word => word is "pwd" ? "password" : word)]; // PWD is the shell's
        int kind = words.Count > 1 && QualifiedKinds.Contains(words[words.Count - 2] + " " + words[words.Count - 1].TrimEnd('1', '2', '3', '4')) ? 2
            : Kinds.Contains(words[words.Count - 1].TrimEnd('1', '2', '3', '4')) ? 1
            : words.Count;
        return new SecretName([.. words.Take(words.Count - kind)], [.. words.Skip(words.Count - kind)]);
    }

    /// <summary>The name that a key of configuration has already.</summary>
    public static SecretName OfKey(string key) => Of(Words.Of(key)) with { _key = key.Contains(':') ? key : null };

    /// <summary>The same kind of secret in the section of its owner.</summary>
    public SecretName Within(IReadOnlyList<string> owner) => new([.. owner.Concat(Section)], Kind);

    /// <summary>This kind of secret, of what another name calls it.</summary>
    public SecretName Of(SecretName thing) => new([.. thing.Section.Concat(thing.Kind).Where(word => !Kind.Contains(word, StringComparer.Ordinal))], Kind);

    /// <summary>Another secret of the same name.</summary>
    public SecretName Numbered(int number) => new(Section, [.. Kind.Take(Kind.Count - 1), Kind[Kind.Count - 1] + number]);

    /// <summary>A connection string of this name.</summary>
    public SecretName AsConnectionString() =>
        IsConnectionString ? this : new SecretName(Kind.Count == 1 && Kind[0] is "connection" or "value" or "url" ? Section : [.. Section.Concat(Kind)], ["connection", "string"]);
}
