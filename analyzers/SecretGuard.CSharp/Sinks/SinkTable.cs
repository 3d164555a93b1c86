using Microsoft.CodeAnalysis;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Sinks;

/// <summary>
/// Parameters and properties of known types that take a secret under a name that does not say so. Data only; what is called password, apiKey or
/// connectionString needs no line. Types go by their simple names, so that a library's successor in another namespace is known too.
/// </summary>
internal static class SinkTable
{
    private const int DataTypePassword = 11; // System.ComponentModel.DataAnnotations.DataType.Password

    private static readonly Dictionary<string, NameKind> Entries = Read(
        """
        password    Credentials(password) NetworkCredential(password) SqlCredential(password) PasswordCredential(password)
        password    PrivateKeyFile(passPhrase) PasswordAuthenticationMethod(password) ConnectionInfo(password)
        password    SecureString.AppendChar(c) Rfc2898DeriveBytes.Pbkdf2(password) PasswordDeriveBytes(strPassword)
        password    BCrypt.HashPassword(inputKey) BCrypt.Verify(text) UserManager.CreateAsync(password) UserManager.AddPasswordAsync(password)
        password    FtpClient(pass) ImapClient.Authenticate(password) LdapConnection.Bind(passwd)
        api-key     AzureKeyCredential(key) AzureNamedKeyCredential(key) AzureNamedKeyCredential.Update(key) AzureKeyCredential.Update(key)
        api-key     StorageSharedKeyCredential(accountKey) StorageCredentials(keyValue) CosmosClient(authKeyOrResourceToken) DocumentClient(authKeyOrResourceToken)
        api-key     ApiKeyCredential(key) ApiKeyServiceClientCredentials(subscriptionKey) SpeechConfig.FromSubscription(subscriptionKey)
        api-key     BasicAWSCredentials(secretKey) SessionAWSCredentials(awsSecretAccessKey) SearchCredentials(apiKey) SendGridClient(apiKey) OpenAIClient(key)
        token       AzureSasCredential(signature) AccessToken(accessToken) SessionAWSCredentials(token) OAuth2AuthenticatorBase(accessToken)
        token       Credentials(token) SlackApiClient(token) TelegramBotClient(token) DiscordClient.LoginAsync(token) JwtAuthenticator(accessToken)
        crypto-key  SymmetricSecurityKey(key) HMACMD5(key) HMACSHA1(key) HMACSHA256(key) HMACSHA384(key) HMACSHA512(key)
        crypto-key  HMACSHA256.HashData(key) HMACSHA1.HashData(key) HMACSHA384.HashData(key) HMACSHA512.HashData(key) HMACMD5.HashData(key)
        crypto-key  AesGcm(key) AesCcm(key) ChaCha20Poly1305(key) HKDF.DeriveKey(ikm) KeyParameter(key) Blake2b(key)
        crypto-key  SymmetricAlgorithm.CreateEncryptor(rgbKey) SymmetricAlgorithm.CreateDecryptor(rgbKey) Aes.CreateEncryptor(rgbKey) Aes.CreateDecryptor(rgbKey)
        crypto-key  SymmetricAlgorithm.Key Aes.Key AesManaged.Key RijndaelManaged.Key Rijndael.Key DES.Key TripleDES.Key RC2.Key HMAC.Key HMACSHA256.Key HMACSHA512.Key HMACSHA1.Key KeyedHashAlgorithm.Key
        crypto-key  JsonWebKey.K OctetSequenceKey(k) JwtBuilder.WithSecret(secret) IJwtEncoder.Encode(key) JwtEncoder.Encode(key)
        """);

    /// <summary>What a parameter takes, or <see cref="NameKind.None"/>.</summary>
    public static NameKind OfParameter(IParameterSymbol parameter) => parameter.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => Find(constructor.ContainingType.Name + "(" + parameter.Name + ")"),
        IMethodSymbol method => Find(method.ContainingType.Name + "." + method.Name + "(" + parameter.Name + ")"),
        _ => NameKind.None,
    };

    /// <summary>What the attributes of a member say of it: <c>[DataType(DataType.Password)]</c>, <c>[PasswordPropertyText(true)]</c>.</summary>
    public static NameKind OfAttributes(ISymbol member) => member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name switch
    {
        "DataTypeAttribute" => attribute.ConstructorArguments.FirstOrDefault().Value is DataTypePassword,
        "PasswordPropertyTextAttribute" => attribute.ConstructorArguments.FirstOrDefault().Value is true,
        _ => false,
    }) ? NameKind.Password : NameKind.None;

    /// <summary>What a property or field holds, or <see cref="NameKind.None"/>.</summary>
    public static NameKind OfMember(ISymbol member) => Find(member.ContainingType?.Name + "." + member.Name);

    private static NameKind Find(string member) => Entries.TryGetValue(member, out NameKind kind) ? kind : NameKind.None;

    private static Dictionary<string, NameKind> Read(string table)
    {
        var entries = new Dictionary<string, NameKind>(StringComparer.Ordinal);
        foreach (string line in table.Split('\n'))
        {
            string[] words = line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries);
            NameKind kind = words[0] switch
            {
                "password" => NameKind.Password,
                "api-key" => NameKind.ApiKey,
                "token" => NameKind.Token,
                "crypto-key" => NameKind.CryptoKey,
                _ => NameKind.Secret,
            };
            foreach (string member in words.Skip(1))
            {
                entries[member] = kind;
            }
        }

        return entries;
    }
}
