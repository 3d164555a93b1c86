using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Files;

/// <summary>Reads files that exist to hold credentials, line by line, each in the format of its manual page.</summary>
internal sealed class CredentialFileMatcher : FileMatcher
{
    private delegate void LineReader(ScanContext context, int start, int end);

    /// <summary>Names of files, as they end, and how their lines are read.</summary>
    private static readonly (string Suffix, LineReader Read)[] Kinds =
    [
        (".pgpass", PgPass), ("pgpass.conf", PgPass),
        ("htpasswd", HtPasswd), ("htdigest", HtDigest), ("htpasswd.users", HtPasswd),
        ("/shadow", Shadow), ("/shadow-", Shadow), ("/etc/shadow.bak", Shadow),
        ("chap-secrets", Chap), ("pap-secrets", Chap),
        (".netrc", NetRc), ("_netrc", NetRc), ("/netrc", NetRc), (".authinfo", NetRc),
        ("ipsec.secrets", IpSec), ("sasl_passwd", Sasl), ("userlist.txt", UserList),
    ];

    /// <summary>Whether the path is that of such a file.</summary>
    public static bool Reads(string path) => Find(path) is not null;

    public override void Read(ScanContext context)
    {
        LineReader? reader = Find(context.Path);
        for (int at = 0; reader is not null && at < context.Length;)
        {
            int end = Fields.LineEnd(context.Text, at);
            if (end > at && context.Text[at] != '#')
            {
                reader(context, at, end);
            }

            at = end + (end < context.Length && context.Text[end] == '\r' ? 2 : 1);
        }
    }

    private static LineReader? Find(string path)
    {
        foreach ((string suffix, LineReader read) in Kinds)
        {
            if (path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) || (suffix[0] == '/' && path.Length == suffix.Length - 1 && suffix.EndsWith(path, StringComparison.Ordinal)))
            {
                return read;
            }
        }

        return null;
    }

    /// <summary>The nth field that colons divide, from 0; a backslash protects a colon.</summary>
    private static Field ColonField(ReadOnlySpan<byte> text, int start, int end, int wanted)
    {
        int from = start;
        for (int at = start, index = 0; at <= end; at++)
        {
            if (at == end || text[at] == ':')
            {
                if (index++ == wanted)
                {
                    return new Field(from, at);
                }

                from = at + 1;
            }
            else if (text[at] == '\\')
            {
                at++;
            }
        }

        return new Field(end, end);
    }

    private static void PgPass(ScanContext context, int start, int end) =>
        FileJudge.Report(context, FileRules.CredentialFile, ColonField(context.Text, start, end, 4), Confidence.High, "password field of pgpass");

    private static void HtPasswd(ScanContext context, int start, int end)
    {
        Field field = ColonField(context.Text, start, end, 1);
        ReadOnlySpan<byte> value = field.In(context.Text);
        if (AsciiText.StartsWith(value, "{PLAIN}"))
        {
            FileJudge.Report(context, FileRules.CredentialFile, new Field(field.Start + 7, field.End), Confidence.High, "plain password of a password file");
        }
        else if (PasswordHashes.IsHash(value) || value.Length == 13)
        {
            Hash(context, field);
        }
        else
        {
            FileJudge.Report(context, FileRules.CredentialFile, field, Confidence.High, "plain password of a password file");
        }
    }

    private static void HtDigest(ScanContext context, int start, int end) => Hash(context, ColonField(context.Text, start, end, 2));

    private static void Shadow(ScanContext context, int start, int end)
    {
        Field field = ColonField(context.Text, start, end, 1);
        if (field.Length >= 13 && field.In(context.Text)[0] is (byte)'$' or (byte)'_')
        {
            Hash(context, field);
        }
    }

    /// <summary>These files are what people crack passwords from: told by default, as hashes elsewhere are not.</summary>
    private static void Hash(ScanContext context, Field field)
    {
        if (field.Length >= 13)
        {
            context.Report(FileRules.PasswordHash, field.Start, field.Length, Confidence.Medium, "hash of a password file");
        }
    }

    /// <summary>Client, server, secret, addresses.</summary>
    private static void Chap(ScanContext context, int start, int end)
    {
        int at = start;
        Fields.Next(context.Text, ref at, end);
        Fields.Next(context.Text, ref at, end);
        FileJudge.Report(context, FileRules.CredentialFile, Fields.Next(context.Text, ref at, end), Confidence.High, "secret field of a PPP file");
    }

    private static void NetRc(ScanContext context, int start, int end)
    {
        int at = start;
        bool anonymous = false;
        while (Fields.Next(context.Text, ref at, end) is { Length: > 0 } word)
        {
            if (AsciiText.Is(word.In(context.Text), "login"))
            {
                anonymous = AsciiText.Is(Fields.Next(context.Text, ref at, end).In(context.Text), "anonymous");
            }
            else if (AsciiText.Is(word.In(context.Text), "password") && Fields.Next(context.Text, ref at, end) is { Length: > 0 } value && !anonymous)
            {
                FileJudge.Report(context, FileRules.CredentialFile, value, Confidence.High, "password of a machine in netrc");
            }
        }
    }

    /// <summary>Postfix: a destination, then <c>user:password</c>.</summary>
    private static void Sasl(ScanContext context, int start, int end)
    {
        int at = start;
        Fields.Next(context.Text, ref at, end);
        Field login = Fields.Next(context.Text, ref at, end);
        FileJudge.Report(context, FileRules.CredentialFile, ColonField(context.Text, login.Start, login.End, 1), Confidence.High, "login of a mail server");
    }

    /// <summary>PgBouncer: <c>"user" "password"</c>.</summary>
    private static void UserList(ScanContext context, int start, int end)
    {
        int at = start;
        bool quoted = context.Text[start] == '"';
        Fields.Next(context.Text, ref at, end);
        Field password = Fields.Next(context.Text, ref at, end);
        if (quoted && password.Length > 0 && context.Text[password.Start - 1] == '"' && !AsciiText.StartsWith(password.In(context.Text), "md5"))
        {
            FileJudge.Report(context, FileRules.CredentialFile, password, Confidence.High, "password of a pooled user");
        }
    }

    /// <summary><c>selectors : PSK "secret"</c>; a private key is named by its file.</summary>
    private static void IpSec(ScanContext context, int start, int end)
    {
        int colon = context.Text.Slice(start, end - start).IndexOf((byte)':');
        int at = start + colon + 1;
        Field kind = colon < 0 ? default : Fields.Next(context.Text, ref at, end);
        if (AsciiText.Is(kind.In(context.Text), "PSK") || AsciiText.Is(kind.In(context.Text), "EAP") || AsciiText.Is(kind.In(context.Text), "XAUTH"))
        {
            FileJudge.Report(context, FileRules.CredentialFile, Fields.Next(context.Text, ref at, end), Confidence.High, "shared secret of IPsec");
        }
    }
}
