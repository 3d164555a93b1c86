namespace SecretGuard.Detection.Names;

/// <summary>The words that names are made of, lower case. Data only; <see cref="NameJudge"/> gives them meaning.</summary>
internal static class NameWords
{
    /// <summary>Words that mean a password by themselves, in many languages.</summary>
    public static readonly WordSet Password = WordSet.Of(
        "adgangskode adminpass adminpassword adminpw adminpwd authpass authpassword authpwd authtok bindcredentials bindpass bindpassword "
        + "bindpw clave contrasena contraseña contraseñas dbpass dbpasswd dbpassword dbpwd deststorepass ftppass ftppassword haslo hasło heslo "
        + "jelszo jelszó kennwoerter kennwort keypass keypassword keystorepass kodeord ldappass losenord lozinka lösenord mailpass mailpassword "
        + "masterauth mdp motdepasse mypass mypwd mysqlpass mysqlpassword parola passcode passord passphrase passwd password passwort passwrd "
        + "paswd paswoord paswrd pepper pgpassword psk psswd pswd pw pwd pword requirepass rootpass rootpasswd rootpassword rootpw salasana "
        + "sapwd senha sifre smtppass smtppassword sqlpassword srcstorepass sshpass storepass storepassword truststorepass userpass userpasswd "
        + "userpassword userpwd wachtwoord wifipass wifipassword wpapsk şifre пароль パスワード 口令 密码 密碼 비밀번호 암호");

    /// <summary>"pass" is a password only beside one of these, or alone as a whole name in configuration.</summary>
    public static readonly WordSet PassCompany = WordSet.Of(
        "account acct ad admin amqp ansible api app archive artifactory auth backup basic become bind cassandra cert clickhouse client consul "
        + "couchbase couchdb database db default dev docker elastic elasticsearch email encrypt es etcd ftp git grafana guest host hotspot http "
        + "https imap influx influxdb jdbc jenkins jira jks kafka key keystore ldap local login mail maria mariadb master memcached mongo mongodb mq "
        + "mqtt mssql my mysql network new nexus odbc old ora oracle pfx pg plain postgres postgresql prod proxy psql qa rabbit rabbitmq rar raw rdp "
        + "redis registry remote root sa secret server service sftp sign signing smtp snmp sonar sql sqlserver srv ssh ssl stage staging storage store str sudo super "
        + "svc svn temp test tls tmp tomcat trust truststore user usr vault vnc vpn web wifi wlan wpa your zabbix zip zookeeper");

    /// <summary>Words that mean a secret of no particular kind.</summary>
    public static readonly WordSet Secret = WordSet.Of(
        "apisecret appsecret authsecret clientsecret community cookiesecret cred credential credentials creds geheim geheimnis jwtsecret mnemonic otpseed secret "
        + "secreto secrets secretstring secretvalue seedphrase segredo segreto sessionsecret sharedsecret snmpcommunity totpsecret totpseed usersecret");

    /// <summary>Words that mean a token.</summary>
    public static readonly WordSet Token = WordSet.Of(
        "accesstoken accesstokens apitoken authorization authtoken bearer bearertoken bottoken deploytoken gettone idtoken jeton jwt "
        + "oauthtoken pat personaltoken privatetoken refreshtoken sastoken securitytoken sessiontoken token usertoken webhooktoken");

    /// <summary>Words that mean a key for a service.</summary>
    public static readonly WordSet ApiKey = WordSet.Of(
        "accesskey accountkey adminkey apikey apikeys apipassword apisecretkey appkey authkey clientkey connectionkey consumerkey functionkey ingestkey "
        + "integrationkey licencekey licencekeys licensekey masterkey privatekey routingkey secretaccesskey secretkey servicekey sharedaccesskey sharedkey ssokey "
        + "storagekey subscriptionkey writekey");

    /// <summary>Words that mean a cryptographic key.</summary>
    public static readonly WordSet CryptoKey = WordSet.Of(
        "aeskey appskey cipherkey cryptokey decryptionkey decryptkey deskey encryptionkey encryptkey hmackey jwtkey keymaterial nwkkey nwkskey signingkey symmetrickey validationkey");

    /// <summary>"key" after one of these is a key for a service.</summary>
    public static readonly WordSet KeyOwner = WordSet.Of(
        "access account activation admin administrator ai algolia api app application auth authentication authorization aws azure bot bus cache "
        + "captcha carrier client cognitive consumer cosmos cosmosdb crm datadog deploy deployment discord erp event function functions gcp geo "
        + "geocode geocoding github gitlab google host hub ingest ingestion integration licence license live llm mailgun manage management manager "
        + "map maps npm nuget openai org partner personal prod product production project pull push queue redis root routing sas sdk search secret "
        + "security sendgrid serial service servicebus shared slack speech ssh sso storage stripe subscription team telegram translation translator "
        + "twilio user vault vision weather webhook write");

    /// <summary>"key" after one of these is a cryptographic key.</summary>
    public static readonly WordSet KeyUse = WordSet.Of(
        "aes blowfish chacha cipher cookie cookies crypt crypto cryptographic data dec decrypt decryption dek derivation des ecdsa enc encrypt "
        + "encrypted encrypting encryption hashing hmac hotp jwe jws jwt kek mac machine master mfa nacl otp private rijndael rsa salsa secret "
        + "secretbox session sign signature signer signing symmetric totp tripledes validation wrapping");

    /// <summary>"pin" after one of these is a contact of a board.</summary>
    public static readonly WordSet Wired = WordSet.Of("adc analog button buzzer clk clock cs data digital dout echo gpio input interrupt io irq led miso mosi motor output pwm relay reset rx sensor servo spi switch trigger tx");

    /// <summary>"salt" after one of these, or alone, stands beside a hash for everybody to read; that of a framework, <c>AUTH_SALT</c>, does not.</summary>
    public static readonly WordSet Salted = WordSet.Of("argon digest hash hashed hashing hkdf kdf key pass pbkdf random scrypt user");

    /// <summary>"key" after one of these is no secret: lookup keys, public keys, columns, keyboard.</summary>
    public static readonly WordSet KeyPublic = WordSet.Of(
        "accelerator alternate anon any arrow attribute authorized blob bucket business button by cache candidate child color column composite config "
        + "configuration correlation db dedup dictionary dir directory down each enter entity entry error escape etag feature field file first flag "
        + "folder foreign form format group grouping has hash header hot idempotency if index input instrumentation is item join json label last left "
        + "local localization lock lookup map memory menu message metadata modifier mutex natural next no object oeffentlich oeffentliche oeffentlicher "
        + "offentlig on option order other page param parent partition path previous primary property pub pubblica public publica publico publicznego "
        + "publiczny publiek publieke publik publique publishable pública query range react record redux registry resource resx return revision right "
        + "row semaphore setting settings shortcut site socket some sort sorting sql state store string super surrogate tab table tag telemetry text "
        + "translation trusted ui unique up vapid verification verify verifying version veřejný view vue websocket widget with xml yaml öffentlich "
        + "öffentliche öffentlicher");

    /// <summary>Words after the secret word that make the name one about a secret: <c>passwordLabel</c>, <c>secretName</c>, <c>tokenCount</c>.</summary>
    public static readonly WordSet About = WordSet.Of(
        "ablauf account accounts action actions adapter address again age aide alg algo algorithm algorithms allowlist analyzer answer "
        + "answers arg argon args argument arguments arn at attr attribute attributes aud audience auth available backend bcrypt begin binding bits "
        + "blacklist blocklist bound boundary box btn bucket budget budgets builder button cache cached callback campo case cases categories "
        + "category champ change changed changer changes char character characters chars check checker checks cipher ciphertext claim claims class classes client "
        + "clients cmd color column columns command commands comment comments complexity config configuration confirm confirmation confirmed "
        + "const constant constants context controller cookie cost count counter counts crypt crypted css date days delimiter denylist desc "
        + "description detection detector dialog dica dictionary digest digits dimenticata dir directory disable disabled doc docs domain "
        + "domanda driver dto email enable enabled encoder encoding encrypted end endpoint endpoints engine entity env err error errors "
        + "esquecida estrangeira etichetta etrangere event events exception exceptions exchange exist exists exp expiration expire expired "
        + "expires expiry extractor factory failed failure feld field fields file filename filepath files filter filters fingerprint flag flags "
        + "flow fn folder foranea forgot forgotten form format formats formatter forms foránea frage frist func function functions generate "
        + "generation generator generators glemt grant group groups guid handler handlers hash hashed hasher hashes hashing header headers help "
        + "helper hidden hint hints hinweis history host hour hours icon id identifier ids image img incorrect index indizio info information "
        + "input inputs interface introspection invalid iss issuer kid kind kinds label labels laenge leak leaked leaks len length letters level lexer "
        + "lib library lifetime limit limiter limits line lines link links list listener lists location lock login longitud longueur lookup "
        + "lowercase lunghezza länge manager managers map mapping mappings max md message messages meter method methods min minute minutes "
        + "missing mode model models modes module ms msg name names namespace node nodes note notes num number obligatoire offset olvidada "
        + "olvidado operation operations operator option optional options oublie oubliee oublié oubliée overlap owner package page pages pair "
        + "pairs param parameter parameters params parser path paths pattern patterns pbkdf pergunta permission permissions pista placeholder "
        + "plugin policies policy politica política port position prefix pregunta present price pricing primaire primaria primária prompt prop "
        + "properties property props protocol provider providers question questions quota rate reader realm recover recovery ref reference "
        + "references refresher refs regex regexp region register registration regla regola repeat repeated requerida request requests require "
        + "required requires requis requise reset resetting resolver response responses reuse revocation revoke revoked richtlinie role roles "
        + "rotate rotated rotation rule rules salt salted scanner schema scheme scope scopes score screen scrypt second seconds section selector "
        + "selectors separator server service services session setting settings sha show signature signatures signin signup size smd source sources span spec "
        + "special ssha start state states status store stores stream strength style styles sub subject suffix suggerimento suite symbol symbols "
        + "sync syncer tab table tables target template templates test tests text texts thumbprint time timeout timestamp title toggle tooltip "
        + "tree ttl type types unlock unohtunut update updated updater uppercase uri uris url urls usage usages user username usernames users "
        + "util utils uuid valid validation validator validators validity var variable variables vars vault vergessen vergeten version versions "
        + "view views visibility visible whitelist window wrapper writer wrong zapomniane étrangère");

    /// <summary>Words after the secret word that keep it a secret: environments, owners, numbering, encodings.</summary>
    public static readonly WordSet Neutral = WordSet.Of(
        "1 2 3 a actual admin alpha array b backup base beta bin buf buffer byte bytes c ci clear cleartext constant current data default demo dev development "
        + "encoded eu ext external fallback first gamma hex insecure int internal key literal live local main master new old one override password plain "
        + "plaintext previous primary prod production qa raw read readonly real ro root rw sandbox second secondary secret slave stage staging str string strings "
        + "temp test testing tmp token two uat unsafe us val value values write");

    /// <summary>Words before the secret word that make it no secret: questions, verbs, kinds of tokens that are public or no credential.</summary>
    public static readonly WordSet Denying = WordSet.Of(
        "about allow allowed allows anon antiforgery argon ask asset attr attribute authenticity bad bcrypt begin bos by bypass cancel "
        + "cancellation change changed check checksum cipher ciphers close cls coin column comment compare compass confirm continue "
        + "contract count create crypt crypted csrf csrfmiddleware device digested disable elem element empty enable encrypted end enforce "
        + "enter eof eol eos equal existing expected expired feature fetch file find flag forgot forgotten generate get has hashed hide "
        + "hint identifier if invalid is keyword lbl lexer lexical load long lost mask max maximum md min minimum missing need needs "
        + "newline next nft no non nonce not num number open over pad parse parser path pbkdf print prompt pub public publishable "
        + "punctuation push read registration remember repeat requestverification require required requires reset resume retype salted "
        + "scrypt sealed select selected sep sha short show skip smd special ssha start stop stored strong subword supports sur syntax "
        + "toggle too tooltip total tres under unexpected unk update use uses validate validates validating verify vocab weak when "
        + "whitespace without word words wrong xpath xsrf");

    /// <summary>Words before "token" and "key" that make it a place in a list or a look; a password or a secret may be that of such a thing.</summary>
    public static readonly WordSet DenyingTokens = WordSet.Of("boarding color concurrency continuation correlation cursor delta design operator page pagination paging sub sync theme trace tracking");
}
