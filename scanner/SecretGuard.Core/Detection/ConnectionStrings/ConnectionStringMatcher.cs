using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.ConnectionStrings;

/// <summary>
/// Finds secrets in lists of pairs that a data provider or a client library understands: separated by semicolons (ADO.NET, ODBC, JDBC, the
/// Azure services), by commas after a host and port (StackExchange.Redis) or by spaces (libpq). The list is parsed; one pair alone is none.
/// </summary>
internal sealed class ConnectionStringMatcher : Matcher
{
    private const int LongestKey = 40;
    private const int WindowAfter = 512;
    private const int LeastKey = 16;
    private const int LeastKeyOfUser = 12; // beside a server and who signs in

    // The account that every storage emulator has.
    private static readonly byte[] EmulatorAccount = "devstoreaccount1"u8.ToArray();

    public override IReadOnlyList<Signature> Signatures { get; } =
        Signature.OfWords("password", "pwd", "passwd", "accountkey", "accesskey", "accesssignature", "secretkey", "applicationkey", "application key", "appkey", ";secret", "clientsecret", "client secret", ";key", "apikey", ";token");

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int equals = position + Signatures[signature].Literal.Length;
        while (equals < text.Length && equals - position < LongestKey && text[equals] == ' ')
        {
            equals++;
        }

        if (equals + 1 >= text.Length || text[equals] != '=' || text[equals + 1] is (byte)'=' or (byte)'>' or (byte)'~' or (byte)';')
        {
            return;
        }

        byte separator = Separator(text, position + (Signatures[signature].Literal[0] == ';' ? 1 : 0), equals, out int keyStart, out KeyRole role);
        if (role is KeyRole.Password or KeyRole.Key)
        {
            ExaminePair(context, separator, keyStart, equals + 1, role);
        }
    }

    private static void ExaminePair(ScanContext context, byte separator, int keyStart, int valueStart, KeyRole role)
    {
        ReadOnlySpan<byte> text = context.Text;
        Enclosure enclosure = Enclosure.Around(text, keyStart);
        (int start, int end, int next) = ValueReader.Read(text, valueStart, separator, enclosure);
        if (end <= start || (enclosure.Quote == 0 && IsCallee(text, end)))
        {
            return;
        }

        var evidence = new PairEvidence(text, separator);
        evidence.Add(enclosure.Start, keyStart);
        evidence.Add(next, enclosure.EndFrom(text, next, Math.Min(text.Length, next + WindowAfter)));
        if (IsList(context, separator, enclosure, valueStart, evidence)
            && Judge(text.Slice(start, end - start), role, enclosure.Quote != 0, evidence, context.Place) is Confidence confidence)
        {
            context.Report(role == KeyRole.Key ? ConnectionStringRules.Key : ConnectionStringRules.Password, start, end - start, confidence);
        }
    }

    /// <summary>Whether the value is the name of a function, which GNU's style parts from its arguments: <c>password = strchr (user, ':')</c>.</summary>
    private static bool IsCallee(ReadOnlySpan<byte> text, int end) => end + 1 < text.Length && text[end] == ' ' && text[end + 1] == '(';

    /// <summary>What separates this pair from the one before, and where its key begins.</summary>
    private static byte Separator(ReadOnlySpan<byte> text, int position, int equals, out int keyStart, out KeyRole role)
    {
        int start = position;
        while (start > 0 && position - start < LongestKey && (Ascii.IsAlphanumeric(text[start - 1]) || text[start - 1] is (byte)' ' or (byte)'_' or (byte)':' or (byte)'-'))
        {
            start--;
        }

        if (IsAssignedByStatement(text.Slice(start, position - start)))
        {
            keyStart = start;
            role = KeyRole.Unknown;
            return 0;
        }

        byte before = start == 0 ? (byte)0 : text[start - 1];
        int colon = before == '/' ? text.Slice(start, position - start).LastIndexOf((byte)':') : -1;
        if (colon >= 0)
        {
            keyStart = start + colon + 1; // jdbc:db2://host:446/SALES:password=…
            role = PairEvidence.RoleOf(text.Slice(keyStart, equals - keyStart));
            return (byte)';';
        }

        keyStart = start;
        if (before is (byte)'?' or (byte)'&' || (start < position && text[start] == '-'))
        {
            role = KeyRole.Unknown; // a query, an option of a command
            return 0;
        }

        role = PairEvidence.RoleOf(text.Slice(start, equals - start));
        if (before is (byte)';' or (byte)',')
        {
            return before;
        }

        // Behind another value and a space: libpq. Behind nothing of a list: the first pair.
        int space = text.Slice(start, position - start).LastIndexOf((byte)' ');
        bool spaced = space >= 0 && before is not ((byte)'"' or (byte)'\'' or (byte)'\n' or (byte)'>' or 0);
        keyStart = spaced ? start + space + 1 : start;
        role = spaced ? PairEvidence.RoleOf(text.Slice(keyStart, equals - keyStart)) : role;
        return spaced ? (byte)' ' : (byte)';';
    }

    /// <summary>Whether a statement of SQL assigns a column, <c>UPDATE users SET</c>: without quotes the value is the name of another.</summary>
    private static bool IsAssignedByStatement(ReadOnlySpan<byte> before)
    {
        const string Assigns = " set ";
        int at = before.Length - Assigns.Length;
        return at > 0 && AsciiText.StartsWith(before.Slice(at), Assigns, ignoreCase: true) && AsciiText.ContainsIgnoreCase(before.Slice(0, at), "update");
    }

    /// <summary>Whether enough of the other pairs belongs to a connection string.</summary>
    private static bool IsList(ScanContext context, byte separator, Enclosure enclosure, int valueStart, PairEvidence evidence) => separator switch
    {
        (byte)' ' => evidence is { Known: >= 2, HasServer: true } && enclosure.Quote != context.Text[valueStart],
        (byte)',' => evidence is { Known: >= 2, HasServer: true } && (enclosure.Quote != 0 || context.Syntax != FileSyntax.Code),
        _ when enclosure.Quote == 0 && context.Syntax is FileSyntax.Code or FileSyntax.Sql => evidence is { Known: >= 2, HasServer: true } && !Ascii.IsSpace(context.Text[valueStart]),
        _ => evidence.Known >= 1,
    };

    private static Confidence? Judge(ReadOnlySpan<byte> value, KeyRole role, bool enclosed, PairEvidence evidence, FilePlace place)
    {
        if (Placeholders.IsMasked(value) || Templates.IsTemplate(value) || References.IsReference(value) || Patterns.IsPattern(value) || IsExpression(value, enclosed))
        {
            return null;
        }

        HostKind host = evidence.HostKind();
        if (role == KeyRole.Key)
        {
            // Emulators listen on this machine with a key that their manuals print.
            bool emulator = host == HostKind.Local || evidence.User.SequenceEqual(EmulatorAccount);
            return !emulator && (evidence.HasServer || evidence.HasUser) && Randomness.IsDrawn(value, evidence.HasServer && evidence.HasUser ? LeastKeyOfUser : LeastKey) ? Confidence.High : null;
        }

        return Placeholders.IsStubWords(value) && !Randomness.IsStrong(value) ? Confidence.Low : LoginJudge.Judge(evidence.User, value, host, place);
    }

    /// <summary>A call or a hole: the value is computed by the code around. Outside a literal the call may go on behind what was read.</summary>
    private static bool IsExpression(ReadOnlySpan<byte> value, bool enclosed)
    {
        int open = value.IndexOf((byte)'(');
        return (value[0] == '{' && value.IndexOf((byte)'}') < 0)
            || (open == 0 && (!enclosed || value.IndexOf(" ? "u8) > 0))
            || (open > 0 && Ascii.IsLetter(value[0]) && (value[value.Length - 1] == ')' || (!enclosed && value.IndexOf((byte)')') < 0)));
    }
}
