using SecretGuard.Detection.NamedValues;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Sinks;

/// <summary>
/// What takes a secret in libraries that everybody uses, under a name that does not say so. Data only; what is called password, apiKey or connectionString
/// needs no line. No entry has a namespace, so that a library's successor in another one is known too.
/// </summary>
public static class KnownSinks
{
    private const string Table =
        """
        password    Credentials(password) NetworkCredential(password) SqlCredential(password) PasswordCredential(password)
        password    PrivateKeyFile(passPhrase) PasswordAuthenticationMethod(password) ConnectionInfo(password) AuthenticationPrompt.Response
        password    SecureString.AppendChar(c) Rfc2898DeriveBytes.Pbkdf2(password) PasswordDeriveBytes(strPassword) ProcessStartInfo.PasswordInClearText
        password    BCrypt.HashPassword(inputKey) BCrypt.Verify(text) UserManager.CreateAsync(password) UserManager.AddPasswordAsync(password)
        password    FtpClient(pass) AsyncFtpClient(pass) ImapClient.Authenticate(password) LdapConnection.Bind(passwd) AuthTokens.Custom(credentials)
        password    MD5AuthenticationProvider(phrase) SHA1AuthenticationProvider(phrase) SHA256AuthenticationProvider(phrase) SHA384AuthenticationProvider(phrase)
        password    SHA512AuthenticationProvider(phrase) DESPrivacyProvider(phrase) AESPrivacyProvider(phrase) Android.keystorePass Android.keyaliasPass
        password    SQLiteConnectionString(key)
        api-key     AzureKeyCredential(key) AzureNamedKeyCredential(key) AzureNamedKeyCredential.Update(key) AzureKeyCredential.Update(key)
        api-key     StorageSharedKeyCredential(accountKey) StorageCredentials(keyValue) CosmosClient(authKeyOrResourceToken) DocumentClient(authKeyOrResourceToken)
        api-key     CosmosClientBuilder(authKeyOrResourceToken) BatchSharedKeyCredentials(keyValue) TopicCredentials(topicKey)
        api-key     DeviceAuthenticationWithRegistrySymmetricKey(key) DeviceAuthenticationWithSharedAccessPolicyKey(key) SymmetricKey.PrimaryKey
        api-key     SymmetricKey.SecondaryKey SecurityProviderSymmetricKey(primaryKey) SecurityProviderSymmetricKey(secondaryKey)
        api-key     AuthenticationProviderSymmetricKey(primaryKey) AuthenticationProviderSymmetricKey(secondaryKey)
        api-key     ApiKeyCredential(key) ApiKeyServiceClientCredentials(subscriptionKey) SpeechConfig.FromSubscription(subscriptionKey)
        api-key     BasicAWSCredentials(secretKey) SessionAWSCredentials(awsSecretAccessKey) SearchCredentials(apiKey) SendGridClient(apiKey) OpenAIClient(key)
        api-key     DuoApi(skey) Configuration.AddApiKey(value)
        token       AzureSasCredential(signature) AzureSasCredential.Update(signature) AccessToken(accessToken) SessionAWSCredentials(token)
        token       ImmutableCredentials(token) OAuth2AuthenticatorBase(accessToken) RefitSettings.AuthorizationHeaderValueGetter
        token       Credentials(token) SlackApiClient(token) TelegramBotClient(token) DiscordClient.LoginAsync(token) JwtAuthenticator(accessToken)
        token       AuthTokens.Kerberos(base64EncodedTicket) FirebaseOptions.AuthTokenAsyncFactory
        crypto-key  SymmetricSecurityKey(key) HMACMD5(key) HMACSHA1(key) HMACSHA256(key) HMACSHA384(key) HMACSHA512(key)
        crypto-key  HMACSHA3_256(key) HMACSHA3_384(key) HMACSHA3_512(key) Kmac128(key) Kmac256(key) KmacXof128(key) KmacXof256(key)
        crypto-key  HMACSHA256.HashData(key) HMACSHA1.HashData(key) HMACSHA384.HashData(key) HMACSHA512.HashData(key) HMACMD5.HashData(key)
        crypto-key  HMACSHA3_256.HashData(key) HMACSHA3_384.HashData(key) HMACSHA3_512.HashData(key) Kmac128.HashData(key) Kmac256.HashData(key)
        crypto-key  IncrementalHash.CreateHMAC(key) CryptographicOperations.HmacData(key) SP800108HmacCounterKdf(key) SP800108HmacCounterKdf.DeriveBytes(key)
        crypto-key  AesGcm(key) AesCcm(key) ChaCha20Poly1305(key) HKDF.DeriveKey(ikm) HKDF.Extract(ikm) HKDF.Expand(prk)
        crypto-key  KeyParameter(key) DesParameters(key) DesEdeParameters(key) RC2Parameters(key) Blake2b(key) Key.Import(blob)
        crypto-key  SecretBox.Create(key) SecretBox.Open(key) SecretKeyAuth.Sign(key) SecretKeyAuth.Verify(key) OneTimeAuth.Sign(key) OneTimeAuth.Verify(key)
        crypto-key  StreamEncryption.Encrypt(key) StreamEncryption.Decrypt(key) GenericHash.Hash(key)
        crypto-key  SymmetricAlgorithm.CreateEncryptor(rgbKey) SymmetricAlgorithm.CreateDecryptor(rgbKey) Aes.CreateEncryptor(rgbKey) Aes.CreateDecryptor(rgbKey)
        crypto-key  SymmetricAlgorithm.Key SymmetricAlgorithm.SetKey(key) Aes.Key AesManaged.Key RijndaelManaged.Key Rijndael.Key DES.Key TripleDES.Key
        crypto-key  RC2.Key HMAC.Key HMACSHA256.Key HMACSHA512.Key HMACSHA1.Key KeyedHashAlgorithm.Key RSAParameters.D ECParameters.D
        crypto-key  AsymmetricAlgorithm.ImportPkcs8PrivateKey(source) RSA.ImportRSAPrivateKey(source) ECDsa.ImportECPrivateKey(source)
        crypto-key  ECAlgorithm.ImportECPrivateKey(source) ECDiffieHellman.ImportECPrivateKey(source)
        crypto-key  JsonWebKey.K JsonWebKey.D OctetSequenceKey(k) JwtBuilder.WithSecret(secret) IJwtEncoder.Encode(key) JwtEncoder.Encode(key)
        crypto-key  JWT.Encode(key) JWT.Decode(key) JWT.EncodeBytes(key) JWT.DecodeBytes(key)
        secret      SecretClient.SetSecret(value) SecretClient.SetSecretAsync(value) KeyVaultSecret(value) KeyVaultClient.SetSecretAsync(value)
        secret      AppRoleAuthMethodInfo(secretId) NatsAuthOpts.Seed BitcoinSecret(base58)
        """;

    /// <summary>The entries.</summary>
    public static readonly IReadOnlyList<TypedSink> All = [.. Table.Split('\n').Select(line => line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries)).SelectMany(Read)];

    private static IEnumerable<TypedSink> Read(string[] words)
    {
        NameKind kind = TypedSink.Kinds.Single(known => known.Name == words[0]).Kind;
        return words.Skip(1).Select(entry => TypedSink.Parse(kind, entry) ?? throw new FormatException(entry));
    }
}
