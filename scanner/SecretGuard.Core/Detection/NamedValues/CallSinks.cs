using SecretGuard.Detection.Names;

namespace SecretGuard.Detection.NamedValues;

/// <summary>Well-known calls that take a credential: the callee, which argument, what it is. Data only.</summary>
internal static class CallSinks
{
    /// <summary>The calls. An argument counts from 0; the callee is matched to the letter, with a word boundary before it.</summary>
    public static readonly (string Callee, int Argument, NameKind Kind)[] All =
    [
        // .NET
        ("NetworkCredential(", 1, NameKind.Password),
        ("NetworkCredential]::new(", 1, NameKind.Password),
        ("db.auth(", 1, NameKind.Password),
        ("PSCredential(", 1, NameKind.Password),
        ("UsernamePasswordCredential(", 1, NameKind.Password),
        ("ClientSecretCredential(", 2, NameKind.Secret),
        ("AzureKeyCredential(", 0, NameKind.ApiKey),
        ("AzureSasCredential(", 0, NameKind.Token),
        ("AzureNamedKeyCredential(", 1, NameKind.ApiKey),
        ("StorageSharedKeyCredential(", 1, NameKind.ApiKey),
        ("StorageCredentials(", 1, NameKind.ApiKey),
        ("CosmosClient(", 1, NameKind.ApiKey),
        ("BasicAWSCredentials(", 1, NameKind.ApiKey),
        ("SessionAWSCredentials(", 1, NameKind.ApiKey),
        ("X509Certificate2(", 1, NameKind.Password),
        ("LoadPkcs12FromFile(", 1, NameKind.Password),
        ("LoadPkcs12(", 1, NameKind.Password),
        ("PrivateKeyFile(", 1, NameKind.Password),
        ("SymmetricSecurityKey(", 0, NameKind.CryptoKey),
        ("HMACMD5(", 0, NameKind.CryptoKey),
        ("HMACSHA1(", 0, NameKind.CryptoKey),
        ("HMACSHA256(", 0, NameKind.CryptoKey),
        ("HMACSHA384(", 0, NameKind.CryptoKey),
        ("HMACSHA512(", 0, NameKind.CryptoKey),
        ("AesGcm(", 0, NameKind.CryptoKey),
        ("Rfc2898DeriveBytes(", 0, NameKind.Password),
        ("HttpBasicAuthenticator(", 1, NameKind.Password),
        ("BasicAuthentication(", 1, NameKind.Password),
        ("BasicAuthenticationCredentials(", 1, NameKind.Password),
        ("ApiKeyServiceClientCredentials(", 0, NameKind.ApiKey),
        ("CreateCredential(", 2, NameKind.Password),
        ("SftpClient(", 2, NameKind.Password),
        ("SshClient(", 2, NameKind.Password),
        ("ScpClient(", 2, NameKind.Password),
        ("Credentials(", 1, NameKind.Password),
        ("PasswordCredential(", 1, NameKind.Password),
        ("PasswordAuthenticationMethod(", 1, NameKind.Password),
        ("MailKitAuthenticate(", 1, NameKind.Password),
        ("UserManager.CreateAsync(", 1, NameKind.Password),
        ("userManager.CreateAsync(", 1, NameKind.Password),
        ("TwilioClient.Init(", 1, NameKind.Token),
        ("SendGridClient(", 0, NameKind.ApiKey),

        // Java and Kotlin
        ("DriverManager.getConnection(", 2, NameKind.Password),
        ("PasswordAuthentication(", 1, NameKind.Password),
        ("UsernamePasswordCredentials(", 1, NameKind.Password),
        ("UsernamePasswordToken(", 1, NameKind.Password),
        ("BasicAWSCredentials(", 1, NameKind.ApiKey),
        ("AwsBasicCredentials.create(", 1, NameKind.ApiKey),
        ("SecretKeySpec(", 0, NameKind.CryptoKey),
        ("PBEKeySpec(", 0, NameKind.Password),
        ("inMemoryAuthentication(", 1, NameKind.Password),
        ("httpBasic(", 1, NameKind.Password),
        ("Credentials.basic(", 1, NameKind.Password),
        ("HMAC256(", 0, NameKind.CryptoKey),
        ("hmacShaKeyFor(", 0, NameKind.CryptoKey),
        ("setSigningKey(", 0, NameKind.CryptoKey),
        ("signWith(", 1, NameKind.CryptoKey),
        ("keyStore.load(", 1, NameKind.Password),

        // Python
        ("HTTPBasicAuth(", 1, NameKind.Password),
        ("HTTPDigestAuth(", 1, NameKind.Password),
        ("HTTPProxyAuth(", 1, NameKind.Password),
        ("BasicAuth(", 1, NameKind.Password),
        ("auth=(", 1, NameKind.Password),
        ("hmac.new(", 0, NameKind.CryptoKey),
        ("jwt.encode(", 1, NameKind.CryptoKey),
        ("jwt.decode(", 1, NameKind.CryptoKey),
        ("Fernet(", 0, NameKind.CryptoKey),
        ("AES.new(", 0, NameKind.CryptoKey),
        ("URLSafeTimedSerializer(", 0, NameKind.CryptoKey),

        // JavaScript and TypeScript
        ("jwt.sign(", 1, NameKind.CryptoKey),
        ("jwt.verify(", 1, NameKind.CryptoKey),
        ("jsonwebtoken.sign(", 1, NameKind.CryptoKey),
        ("createHmac(", 1, NameKind.CryptoKey),
        ("createCipheriv(", 1, NameKind.CryptoKey),
        ("createDecipheriv(", 1, NameKind.CryptoKey),
        ("new Sequelize(", 2, NameKind.Password),
        ("Wallet(", 0, NameKind.CryptoKey),
        ("HDWalletProvider(", 0, NameKind.CryptoKey),
        ("cookieParser(", 0, NameKind.CryptoKey),
        ("CryptoJS.AES.encrypt(", 1, NameKind.CryptoKey),
        ("CryptoJS.AES.decrypt(", 1, NameKind.CryptoKey),

        // Go
        ("SetBasicAuth(", 1, NameKind.Password),
        ("smtp.PlainAuth(", 2, NameKind.Password),
        ("ssh.Password(", 0, NameKind.Password),
        ("NewStaticCredentials(", 1, NameKind.ApiKey),
        ("NewStaticCredentialsProvider(", 1, NameKind.ApiKey),
        ("url.UserPassword(", 1, NameKind.Password),
        ("hmac.New(", 1, NameKind.CryptoKey),
        ("aes.NewCipher(", 0, NameKind.CryptoKey),
        ("sessions.NewCookieStore(", 0, NameKind.CryptoKey),
        ("SignedString(", 0, NameKind.CryptoKey),

        // Rust
        ("EncodingKey::from_secret(", 0, NameKind.CryptoKey),
        ("DecodingKey::from_secret(", 0, NameKind.CryptoKey),
        ("new_from_slice(", 0, NameKind.CryptoKey),

        // C and C++
        ("WiFi.begin(", 1, NameKind.Password),

        // PHP and Ruby
        ("new PDO(", 2, NameKind.Password),
        ("mysqli_connect(", 2, NameKind.Password),
        ("mysql_connect(", 2, NameKind.Password),
        ("new mysqli(", 2, NameKind.Password),
        ("ftp_login(", 2, NameKind.Password),
        ("ldap_bind(", 2, NameKind.Password),
        ("http_basic_authenticate_with(", 1, NameKind.Password),
        ("basic_auth(", 1, NameKind.Password),

        // Puppet
        ("postgresql_password(", 1, NameKind.Password),
        ("postgresql::password(", 1, NameKind.Password),
        ("mysql_password(", 0, NameKind.Password),
        ("mysql::password(", 0, NameKind.Password),

        // Names that many clients share
        ("WithCredentials(", 1, NameKind.Password),
        ("withCredentials(", 1, NameKind.Password),
        ("WithBasicAuth(", 1, NameKind.Password),
        ("setCredentials(", 1, NameKind.Password),
        ("basicAuth(", 1, NameKind.Password),
        ("ldap.Bind(", 1, NameKind.Password),
        ("smtp.login(", 1, NameKind.Password),
        ("smtp.Authenticate(", 1, NameKind.Password),
        ("client.login(", 1, NameKind.Password),
        ("ftp.login(", 1, NameKind.Password),
    ];
}
