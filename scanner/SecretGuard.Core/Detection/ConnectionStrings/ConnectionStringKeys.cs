namespace SecretGuard.Detection.ConnectionStrings;

/// <summary>What a key of a connection string says.</summary>
internal enum KeyRole
{
    /// <summary>No key that a provider knows.</summary>
    Unknown,

    /// <summary>A setting: makes it likely that this is a connection string, and no more.</summary>
    Setting,

    /// <summary>The server.</summary>
    Server,

    /// <summary>Who signs in.</summary>
    User,

    /// <summary>A password that a person or an administrator chose.</summary>
    Password,

    /// <summary>A key or token that a service issued.</summary>
    Key,
}

/// <summary>The keys that providers understand, lower case and without spaces and underscores, as most providers compare them.</summary>
internal static class ConnectionStringKeys
{
    private const int Longest = 40;

    private static readonly Dictionary<string, KeyRole> Roles = Build(
        (KeyRole.Password, "password pwd userpassword passwd passphrase jetoledb:databasepassword databasepassword proxypassword sslpassword pass dbpassword keystorepassword truststorepassword"),
        (KeyRole.Key, "accountkey sharedaccesskey sharedaccesssignature accesskey secret secretkey secretaccesskey key appkey applicationkey applicationclientsecret clientsecret apikey token accesstoken sharedsecretvalue primarykey"),
        (KeyRole.Server, "server datasource addr address networkaddress host hostname endpoint accountendpoint dbserver servername account serveraddress url hosts"),
        (KeyRole.User, "userid uid user username login accountname sharedaccesskeyname sharedsecretissuer deviceid id applicationclientid clientid appclientid dbuser userloginid"),
        (KeyRole.Setting, "initialcatalog database databasename db dbname dbq dsn filedsn driver provider port defaultendpointsprotocol endpointsuffix blobendpoint queueendpoint tableendpoint fileendpoint entitypath warehouse schema role integratedsecurity trustedconnection persistsecurityinfo encrypt trustservercertificate multipleactiveresultsets connecttimeout connectiontimeout commandtimeout pooling maxpoolsize minpoolsize maximumpoolsize sslmode ssl sslprotocols abortconnect allowadmin synctimeout defaultdatabase keepalive connectretry applicationname virtualhost vhost requestedheartbeat prefetchcount authorityid authority dbaprivilege defaultcollection authentication authsource authmechanism protocol servicename charset allowuservariables convertzerodatetime libraries networklibrary mode cache version timeout multisubnetfailover failoverpartner applicationintent attachdbfilename columnencryptionsetting tenant tenantid region bucket federatedsecurity aadfederatedsecurity fed runtimeport stsendpoint targetsessionattrs searchpath includeerrordetail serverselectiontimeout treattinyasboolean oldguids guidformat"));

#if NET
    private static readonly Dictionary<string, KeyRole>.AlternateLookup<ReadOnlySpan<char>> Lookup = Roles.GetAlternateLookup<ReadOnlySpan<char>>();
#endif

    /// <summary>The role of a key as it was written, without surrounding spaces.</summary>
    public static KeyRole RoleOf(ReadOnlySpan<byte> key)
    {
        if (key.Length is 0 or > Longest)
        {
            return KeyRole.Unknown;
        }

        Span<char> folded = stackalloc char[key.Length];
        int length = 0;
        foreach (byte b in key)
        {
            if (b is not ((byte)' ' or (byte)'_' or (byte)'-'))
            {
                folded[length++] = (char)Ascii.ToLower(b);
            }
        }

#if NET
        return Lookup.TryGetValue(folded.Slice(0, length), out KeyRole role) ? role : KeyRole.Unknown;
#else
        return Roles.TryGetValue(folded.Slice(0, length).ToString(), out KeyRole role) ? role : KeyRole.Unknown;
#endif
    }

    private static Dictionary<string, KeyRole> Build(params (KeyRole Role, string Keys)[] rows)
    {
        var roles = new Dictionary<string, KeyRole>(StringComparer.Ordinal);
        foreach ((KeyRole role, string keys) in rows)
        {
            foreach (string key in keys.Split(' '))
            {
                roles[key.Replace("_", "")] = role;
            }
        }

        return roles;
    }
}
