using SecretGuard.Detection.Names;

namespace SecretGuard.Detection.Values;

/// <summary>What code calls its own things by, where a value could stand: constants with numbers, types with versions, containers of types, keys of applications, public keys.</summary>
internal static class CodeNames
{
    private const int LeastWords = 3;
    private const int LongestNumber = 4;
    private const int LeastMarked = 12;

    /// <summary>First words of a name that is turned around: <c>org.gnome.keyring.Store</c>.</summary>
    private static readonly WordSet Domains = WordSet.Of("com dev io net org");

    private static readonly WordSet Containers = WordSet.Of("array dict dictionary enumerable hashset icollection ienumerable ilist iterable list map optional sequence set tuple union vector");

    /// <summary>Words for a type in schemas and flags.</summary>
    private static readonly WordSet Types = WordSet.Of("bigint blob bool boolean bytes datetime double dynamic enum float int integer longtext mediumtext number nvarchar object smallint str tinytext uint varchar");

    /// <summary>Whether the value is such a name.</summary>
    public static bool IsName(ReadOnlySpan<byte> value, ValueShape shape) =>
        shape.Other == 0 && shape.Spaces == 0 && (Types.Contains(value) || IsConstant(value, shape) || IsVersionedType(value, shape) || IsContainer(value) || IsDomainName(value, shape) || IsPublicKey(value, shape));

    /// <summary><c>X509_V_ERR_VERIFY</c>, <c>POSTGRES_SCRAM_SHA_256</c>: three words in capitals, and the numbers of what they name.</summary>
    private static bool IsConstant(ReadOnlySpan<byte> value, ValueShape shape)
    {
        if (shape.Lower > 0 || shape.Symbols > 0 || shape.Digits == 0 || value.IndexOf((byte)'_') < 0)
        {
            return false;
        }

        int words = 0;
        bool named = true; // whether the last piece is a word, or belongs to one of the trade
        while (value.Length > 0)
        {
            int end = value.IndexOf((byte)'_');
            ReadOnlySpan<byte> piece = end < 0 ? value : value.Slice(0, end);
            value = end < 0 ? default : value.Slice(end + 1);
            bool word = piece.Length >= 2 && AsciiText.IsLetters(piece);
            words += word ? 1 : 0;
            if (!word && piece.Length > LongestNumber)
            {
                return false;
            }

            named = word ? ValueForms.IsTechnicalWord(AsciiText.ToLower(piece)) || value.Length == 0 : named && AsciiText.IsDigits(piece) || value.Length > 0;
        }

        return words >= LeastWords && named;
    }

    /// <summary><c>V1SecretVolumeSource</c>, <c>S3StagingLocation</c>, <c>OAuth2ClientCredentials</c>: words that begin with capitals; numbers only behind one letter or a word of the trade.</summary>
    private static bool IsVersionedType(ReadOnlySpan<byte> value, ValueShape shape)
    {
        if (shape.Digits is 0 or > 3 || shape.Letters + shape.Digits != value.Length || !Ascii.IsUpper(value[0]) || shape.Upper < LeastWords || shape.Upper * 2 > value.Length)
        {
            return false;
        }

        string before = "";
        int words = 0;
        foreach (string word in NameTokens.Split(value))
        {
            if (char.IsDigit(word[0]))
            {
                if (word.Length > 1 || (before.Length != 1 && before is not ("alpha" or "beta" or "auth") && !ValueForms.IsTechnicalWord(before)))
                {
                    return false;
                }
            }
            else
            {
                words += word.Length > 2 ? 1 : 0;
            }

            before = word;
        }

        return words >= 2 && !char.IsDigit(before[0]) && Surprise.Density(value) < 0.9;
    }

    /// <summary><c>netIpv4TcpMaxSynBacklog</c>, <c>DatasourceDataLakeGen2SharedKey</c>: four words or more, with a digit or two between them. What is drawn has no words.</summary>
    public static bool IsHumped(ReadOnlySpan<byte> value, ValueShape shape)
    {
        if (shape.Letters + shape.Digits != value.Length || shape.Digits > 2 || shape.Upper < LeastWords || shape.Upper * 3 > value.Length)
        {
            return false;
        }

        int words = 0;
        foreach (string word in NameTokens.Split(value))
        {
            if (word.Length < LeastWords && !char.IsDigit(word[0]))
            {
                return false;
            }

            words += word.Length < LeastWords ? 0 : 1;
        }

        return words > LeastWords;
    }

    /// <summary><c>#Microsoft.Media.ContentKeyPolicyRsaTokenKey</c>, <c>?InterpolationInJSX</c>: words with capitals behind a sign.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> value)
    {
        if (value.Length < LeastMarked || value[0] is not ((byte)'#' or (byte)'?' or (byte)'*' or (byte)'~' or (byte)'+') || !Ascii.IsUpper(value[1]))
        {
            return false;
        }

        int upper = 0, digits = 0;
        foreach (byte b in value.Slice(1))
        {
            upper += Ascii.IsUpper(b) ? 1 : 0;
            digits += Ascii.IsDigit(b) ? 1 : 0;
            if (!Ascii.IsAlphanumeric(b) && b != '.')
            {
                return false;
            }
        }

        return upper >= 2 && digits <= LongestNumber && upper * 3 <= value.Length && Surprise.Density(value) < 0.9;
    }

    /// <summary><c>list[V1ObjectReference]</c>, <c>Dict[str, Secret]</c>.</summary>
    private static bool IsContainer(ReadOnlySpan<byte> value)
    {
        int open = value.IndexOf((byte)'[');
        return open > 0 && value[value.Length - 1] == ']' && Containers.Contains(value.Slice(0, open));
    }

    /// <summary><c>org.system.config.printer.store</c>.</summary>
    private static bool IsDomainName(ReadOnlySpan<byte> value, ValueShape shape)
    {
        int dot = value.IndexOf((byte)'.'), dots = 0;
        if (dot < 0 || shape.Symbols > 0 || !Domains.Contains(value.Slice(0, dot)))
        {
            return false;
        }

        for (int i = 0; i < value.Length; i++)
        {
            bool divides = value[i] == '.';
            dots += divides ? 1 : 0;
            if (divides ? i + 1 == value.Length || !Ascii.IsLetter(value[i + 1]) : !Ascii.IsAlphanumeric(value[i]) && value[i] is not ((byte)'-' or (byte)'_'))
            {
                return false;
            }
        }

        return dots >= 2 && Surprise.Density(value) < 0.9;
    }

    /// <summary>The Base64 of a SubjectPublicKeyInfo (RFC 5280): a sequence of a sequence that begins with the algorithm. A private key begins with its version.</summary>
    private static bool IsPublicKey(ReadOnlySpan<byte> value, ValueShape shape)
    {
        if (value.Length < 56 || value[0] != 'M' || shape.Lower == 0 || Files.FileJudge.Decode(value) is not { Length: > 40 } key)
        {
            return false;
        }

        int inner = Content(key, 0), algorithm = inner < 0 ? -1 : Content(key, inner);
        return algorithm > 0 && algorithm < key.Length && key[algorithm] == 0x06;
    }

    /// <summary>Where the content of a DER sequence begins, or -1.</summary>
    private static int Content(byte[] der, int at) =>
        at + 4 >= der.Length || der[at] != 0x30 ? -1 : der[at + 1] < 0x80 ? at + 2 : der[at + 1] is 0x81 or 0x82 ? at + 2 + (der[at + 1] & 0x7F) : -1;
}
