using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Files;

/// <summary>Finds secrets in configuration lines that are a word and its arguments: <c>requirepass word</c>, <c>enable password 0 word</c>.</summary>
internal sealed class DirectiveMatcher : Matcher
{
    private const int MostWords = 6; // username a privilege 15 password 7 b

    /// <summary>
    /// The directive, how many arguments stand before the secret, and how the secret's begins: <c>login=</c>. A colon at the end of that says that a user
    /// and a colon stand before the secret.
    /// </summary>
    private static readonly (string Literal, int Skip, string Opening)[] Directives =
    [
        ("requirepass", 0, ""), ("masterauth", 0, ""), ("sentinel auth-pass", 1, ""), ("user", 0, ">"), // Redis
        ("bindpw", 0, ""), ("rootpw", 0, ""), ("rootbindpw", 0, ""), // LDAP
        ("rocommunity", 0, ""), ("rwcommunity", 0, ""), ("snmp-server community", 0, ""), ("com2sec", 2, ""), ("trapcommunity", 0, ""), ("createUser", 2, ""), // SNMP
        ("enable password", 0, ""), ("enable secret", 0, ""), ("username", 2, ""), ("neighbor", 2, ""), ("tacacs-server key", 0, ""), ("radius-server key", 0, ""), ("crypto isakmp key", 0, ""), ("key 0", 0, ""), ("key 7", 0, ""), ("ip ospf message-digest-key", 2, ""), ("ip ospf authentication-key", 0, ""), ("wpa-psk ascii", 0, ""), // routers
        ("wpa-psk", 0, ""), ("option key", 0, ""), ("key-string", 0, ""), ("auth_pass", 0, ""), ("stats auth", 0, ":"), ("cachemgr_passwd", 0, ""), ("cache_peer", 0, "login=:"), ("register =>", 0, ":"), // networks, keepalived, HAProxy, Squid, Asterisk
    ];

    public override IReadOnlyList<Signature> Signatures => [.. Directives.Select(directive => new Signature(directive.Literal))];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        (string literal, int skip, string opening) = Directives[signature];
        int at = position + literal.Length;
        if (at >= text.Length || !Ascii.IsSpace(text[at]) || context.Syntax is not (FileSyntax.KeyValue or FileSyntax.Unknown or FileSyntax.Prose) || !IsLineStart(context, position))
        {
            return;
        }

        int end = context.LineEnd(at);
        bool keyword = literal is not ("username" or "neighbor"), privilege = false;
        for (int i = 0; i < skip || (!keyword && privilege && i < MostWords); i++)
        {
            Field word = Fields.Next(text, ref at, end);
            privilege |= AsciiText.Is(word.In(text), "privilege");
            keyword |= AsciiText.Is(word.In(text), "password") || AsciiText.Is(word.In(text), "secret");
        }

        Field value = Fields.Next(text, ref at, end);
        NameKind kind = NameKind.Password;
        if (keyword && value.Length == 1 && Ascii.IsDigit(text[value.Start]))
        {
            // The digit is the kind: 0 plain, 7 obfuscated, the others are hashes.
            bool plain = text[value.Start] is (byte)'0' or (byte)'7' or (byte)'6';
            kind = text[value.Start] == '0' ? kind : NameKind.Secret; // in hex, and no hash
            value = Fields.Next(text, ref at, end);
            if (!plain)
            {
                ReportHash(context, value);
                return;
            }
        }

        value = opening.Length > 0 ? Cut(text, value, ref at, end, opening) : value;
        if (keyword && value.Length > 0 && (context.Syntax != FileSyntax.Prose || PasswordJudge.LooksChosen(value.In(text))))
        {
            FileJudge.Report(context, FileRules.Directive, value, context.Syntax == FileSyntax.KeyValue ? Confidence.High : Confidence.Medium, $"argument of {literal}", hashes: true, name: kind);
        }
    }

    /// <summary>The first argument that begins so, without its opening and without the user and the host around the secret; empty where there is none.</summary>
    private static Field Cut(ReadOnlySpan<byte> text, Field value, ref int at, int end, string opening)
    {
        bool pair = opening[opening.Length - 1] == ':';
        string lead = pair ? opening.Substring(0, opening.Length - 1) : opening;
        while (value.Length > 0 && !AsciiText.StartsWith(value.In(text), lead))
        {
            value = Fields.Next(text, ref at, end);
        }

        if (value.Length == 0)
        {
            return value;
        }

        value = new Field(value.Start + lead.Length, value.End);
        int colon = pair ? value.In(text).IndexOf((byte)':') + 1 : 0, host = pair ? value.In(text).IndexOf((byte)'@') : -1;
        return pair && colon == 0 ? default : new Field(value.Start + colon, host > colon ? value.Start + host : value.End);
    }

    private static void ReportHash(ScanContext context, Field value)
    {
        if (value.Length > 8)
        {
            context.Report(FileRules.PasswordHash, value.Start, value.Length, Confidence.Low, "hash of a password");
        }
    }

    private static bool IsLineStart(ScanContext context, int position)
    {
        int start = position;
        while (start > 0 && position - start < 16 && Ascii.IsSpace(context.Text[start - 1]))
        {
            start--;
        }

        return start == 0 || Ascii.IsNewLine(context.Text[start - 1]);
    }
}
