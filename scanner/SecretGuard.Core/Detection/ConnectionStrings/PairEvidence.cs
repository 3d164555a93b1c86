using SecretGuard.Detection.Values;

namespace SecretGuard.Detection.ConnectionStrings;

/// <summary>What the other pairs of the list say. Ranges of the text, in bytes.</summary>
internal ref struct PairEvidence(ReadOnlySpan<byte> text, byte separator)
{
    private const int MostPairs = 32;
    private const int MostNames = 4; // before the value of one pair
    private const int MostSecrets = 8; // a list with more of them repeats itself

    private readonly ReadOnlySpan<byte> _text = text;
    private int _secrets;

    /// <summary>Keys that providers know.</summary>
    public int Known { get; private set; }

    /// <summary>The server as it was written; empty where none is named.</summary>
    public ReadOnlySpan<byte> Server { get; private set; }

    /// <summary>Who signs in; empty where nobody is named.</summary>
    public ReadOnlySpan<byte> User { get; private set; }

    /// <summary>Whether a server is named, even by an empty value or an expression.</summary>
    public bool HasServer { get; private set; }

    /// <summary>Whether a user or account is named.</summary>
    public bool HasUser { get; private set; }

    /// <summary>Reads the pairs of a range.</summary>
    public void Add(int start, int end)
    {
        for (int pieces = 0, before = _secrets; start < end && pieces < MostPairs && _secrets - before < MostSecrets; pieces++)
        {
            ReadOnlySpan<byte> rest = _text.Slice(start, end - start);
            int length = separator == ' ' ? rest.IndexOfAny((byte)' ', (byte)'\t', (byte)'\n') : rest.IndexOf(separator);
            length = length < 0 ? rest.Length : length;
            AddPiece(rest.Slice(0, length));
            start += length + 1;
        }
    }

    /// <summary>The kind of the server's host.</summary>
    public readonly HostKind HostKind()
    {
        if (Server.Length == 0)
        {
            return Values.HostKind.Real;
        }

        ReadOnlySpan<byte> host = Server;
        int scheme = host.IndexOf("://"u8);
        host = scheme >= 0 ? host.Slice(scheme + 3) : host.StartsWith("tcp:"u8) ? host.Slice(4) : host;
        int end = host.IndexOfAny((byte)':', (byte)',', (byte)'\\');
        host = end > 0 ? host.Slice(0, end) : host;
        end = host.IndexOf((byte)'/');
        return Hosts.KindOf(end > 0 ? host.Slice(0, end) : host);
    }

    private void AddPiece(ReadOnlySpan<byte> piece)
    {
        int address = AddressLength(piece);
        if (address > 0 && !HasServer)
        {
            HasServer = true;
            Server = piece.Slice(0, address - 1);
            Known++;
            piece = piece.Slice(address);
        }

        int equals = piece.IndexOf((byte)'=');
        ReadOnlySpan<byte> bare = piece.Slice(piece.LastIndexOf((byte)'=') + 1);

        // jdbc:sqlserver://host:1433;… and host:6380,… begin with the server itself.
        if (!HasServer && (separator == ',' ? IsHostAndPort(bare) : equals < 0 && piece.IndexOf("://"u8) > 0))
        {
            HasServer = true;
            Server = bare;
            Known++;
            return;
        }

        // The first pair may stand behind the name of the whole: DB=Server=…
        for (int keyStart = 0, tries = 0; equals >= 0 && tries < MostNames; tries++)
        {
            KeyRole role = RoleOf(piece.Slice(keyStart, equals - keyStart));
            ReadOnlySpan<byte> value = Trim(piece.Slice(equals + 1));
            if (role != KeyRole.Unknown)
            {
                Add(role, value);
                return;
            }

            keyStart = equals + 1;
            int next = piece.Slice(keyStart).IndexOf((byte)'=');
            equals = next < 0 ? -1 : keyStart + next;
        }
    }

    /// <summary>How much of a text that ends with a key is the address before it, with its colon: <c>jdbc:db2://host:446/SALES:user</c>; 0 without one.</summary>
    public static int AddressLength(ReadOnlySpan<byte> piece)
    {
        int sign = piece.IndexOf((byte)'=');
        ReadOnlySpan<byte> before = sign < 0 ? piece : piece.Slice(0, sign);
        int scheme = before.IndexOf("://"u8), path = scheme < 0 ? -1 : before.LastIndexOf((byte)'/'), colon = before.LastIndexOf((byte)':');
        return path > scheme + 2 && colon > path ? colon + 1 : 0;
    }

    private void Add(KeyRole role, ReadOnlySpan<byte> value)
    {
        if (role is KeyRole.Password or KeyRole.Key)
        {
            _secrets++;
            return;
        }

        Known++;
        if (role == KeyRole.Server)
        {
            HasServer = true;
            Server = value;
        }
        else if (role == KeyRole.User)
        {
            HasUser = true;
            User = value;
        }
    }

    /// <summary>The role of a key; of its last word where prose or code stands before it.</summary>
    public static KeyRole RoleOf(ReadOnlySpan<byte> key)
    {
        key = Trim(key);
        KeyRole role = ConnectionStringKeys.RoleOf(key);
        int word = key.LastIndexOfAny((byte)' ', (byte)'\t', (byte)'"');
        word = Math.Max(word, key.LastIndexOfAny((byte)'\'', (byte)'\n', (byte)'('));
        return role == KeyRole.Unknown && word >= 0 ? ConnectionStringKeys.RoleOf(key.Slice(word + 1)) : role;
    }

    private static bool IsHostAndPort(ReadOnlySpan<byte> piece)
    {
        piece = Trim(piece);
        int colon = piece.LastIndexOf((byte)':');
        if (colon < 1 || piece.Length - colon is < 3 or > 6)
        {
            return false;
        }

        return AsciiText.IsDigits(piece.Slice(colon + 1));
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value)
    {
        while (value.Length > 0 && value[0] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'"' or (byte)'\'' or (byte)'\\')
        {
            value = value.Slice(1);
        }

        while (value.Length > 0 && value[value.Length - 1] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'"' or (byte)'\'' or (byte)'\\')
        {
            value = value.Slice(0, value.Length - 1);
        }

        return value;
    }
}
