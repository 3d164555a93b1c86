using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Sql;

/// <summary>Finds the passwords of users, logins, keys and servers in statements that make or alter them.</summary>
internal sealed class SqlClauseMatcher : Matcher
{
    private const int LookBack = 320;

    private static readonly string[] BareKeywords = ["values", "password", "random", "externally", "globally", "by", "as", "using", "the", "a", "an", "its", "name", "id"];

    /// <summary>What a statement names that identifies an account.</summary>
    private static readonly string[] Accounts = ["create user", "alter user", "create role", "alter role", "grant", "database link", "user if not exists"];

    private static readonly string[] Credentials = ["create credential", "alter credential", "scoped credential"];

    /// <summary>What may follow a bare password in the same statement.</summary>
    private static readonly string[] NextClauses = ["using", "default", "temporary", "quota", "profile", "account", "password", "replace", "container", "with"];

    public override IReadOnlyList<Signature> Signatures { get; } =
    [
        new("identified", IgnoreCase: true), new("password", IgnoreCase: true), new("secret", IgnoreCase: true), new("master_password", IgnoreCase: true), new("source_password", IgnoreCase: true),
        new("@rmtpassword", IgnoreCase: true), new("pragma key", IgnoreCase: true),
    ];

    public override void Examine(ScanContext context, int position, int signature)
    {
        var sql = new SqlText(context);
        int end = position + Signatures[signature].Literal.Length;
        switch (signature)
        {
            case 0:
                Identified(context, sql, sql.SkipBlanks(end));
                break;
            case 1:
                Password(context, sql, position, end);
                break;
            case 2:
                Assigned(context, sql, end, position, Credentials);
                break;
            default:
                Assigned(context, sql, end, position);
                break;
        }
    }

    private static void Identified(ScanContext context, SqlText sql, int at)
    {
        int by = sql.After(at, "by");
        if (by < 0 && sql.After(at, "with") is int with && with >= 0)
        {
            int next = context.Text.Slice(with, Math.Min(96, context.Length - with)).IndexOf(" by "u8);
            int upper = context.Text.Slice(with, Math.Min(96, context.Length - with)).IndexOf(" BY "u8);
            next = next < 0 ? upper : next;
            by = next < 0 ? -1 : with + next + 4;
        }

        if (by < 0)
        {
            return;
        }

        at = sql.SkipBlanks(by);
        if (sql.TryLiteral(at, out SqlLiteral literal))
        {
            bool chosen = context.Syntax is not FileSyntax.Prose || PasswordJudge.LooksChosen(context.Text.Slice(literal.Start, literal.End - literal.Start));
            if (context.Syntax == FileSyntax.Sql || (chosen && Follows(context, at, Accounts)))
            {
                SqlJudge.Report(context, SqlRules.Password, literal, Confidence.High, "value of IDENTIFIED BY");
            }

            return;
        }

        Bare(context, at);
    }

    /// <summary><c>IDENTIFIED BY word</c>, as Oracle allows.</summary>
    private static void Bare(ScanContext context, int start)
    {
        int end = start;
        while (end < context.Length && end - start < 128 && (Ascii.IsAlphanumeric(context.Text[end]) || context.Text[end] is (byte)'_' or (byte)'#' or (byte)'$' or (byte)'!'))
        {
            end++;
        }

        ReadOnlySpan<byte> word = context.Text.Slice(start, end - start);
        bool certain = word.Length > 0 && (context.Syntax == FileSyntax.Sql ? Ascii.IsLetter(word[0]) : PasswordJudge.LooksChosen(word)) && Follows(context, start, Accounts) && EndsClause(context, end);
        if (!certain || word[0] == '$' || (end < context.Length && context.Text[end] is (byte)'(' or (byte)'.' or (byte)'}'))
        {
            return;
        }

        foreach (string keyword in BareKeywords)
        {
            if (AsciiText.Is(word, keyword, ignoreCase: true))
            {
                return;
            }
        }

        SqlJudge.Report(context, SqlRules.Password, new SqlLiteral(start, end, end), Confidence.Medium, "value of IDENTIFIED BY");
    }

    /// <summary>Whether the statement ends here or goes on with another clause; prose goes on with a word.</summary>
    private static bool EndsClause(ScanContext context, int end)
    {
        ReadOnlySpan<byte> rest = context.Text.Slice(end, Math.Min(24, context.Length - end));
        if (rest.Length == 0 || rest[0] is (byte)';' or (byte)'\n' or (byte)'\r' or (byte)'"' or (byte)'\'')
        {
            return true;
        }

        foreach (string clause in NextClauses)
        {
            if (rest[0] == ' ' && AsciiText.StartsWith(rest.Slice(1), clause, ignoreCase: true))
            {
                return true;
            }
        }

        return false;
    }

    private static void Password(ScanContext context, SqlText sql, int position, int end)
    {
        byte next = sql.At(end);
        if (!(next is (byte)' ' or (byte)'=' or (byte)'(' or (byte)'\n' or (byte)'\t') || (position > 0 && Ascii.IsAlphanumeric(sql.At(position - 1))) || PrecededBy(context, position, "identified by"))
        {
            return;
        }

        int at = sql.SkipBlanks(end);
        bool sign = sql.At(at) is (byte)'=' or (byte)'(';
        bool call = sql.At(at) == '(';
        at = sign ? sql.SkipBlanks(at + 1) : at;
        if (!sql.TryLiteral(at, out SqlLiteral literal))
        {
            return;
        }

        bool key = PrecededBy(context, position, "by") && (Follows(context, position, "encryption by") || Follows(context, position, "decryption by"));
        bool stated = key || (sign && !call
            ? PrecededBy(context, position, "with") || Follows(context, position, "alter login") || Follows(context, position, "create login")
            : Follows(context, position, call ? "set password" : "create ", "alter ", "user mapping"));
        if (stated)
        {
            SqlJudge.Report(context, key ? SqlRules.EncryptionKey : SqlRules.Password, literal, Confidence.High, "value of PASSWORD");
        }
    }

    private static void Assigned(ScanContext context, SqlText sql, int end, int position, params string[] statements)
    {
        int at = sql.SkipBlanks(end);
        if (sql.At(at) == '=' && sql.TryLiteral(sql.SkipBlanks(at + 1), out SqlLiteral literal) && (statements.Length == 0 || Follows(context, position, statements)) && (position == 0 || !Ascii.IsAlphanumeric(sql.At(position - 1))))
        {
            SqlJudge.Report(context, SqlRules.Password, literal, Confidence.High, "password in a SQL statement");
        }
    }

    private static bool PrecededBy(ScanContext context, int position, string word)
    {
        int end = position;
        while (end > 0 && position - end < 32 && context.Text[end - 1] <= ' ')
        {
            end--;
        }

        return end >= word.Length && end < position && AsciiText.Is(context.Text.Slice(end - word.Length, word.Length), word, ignoreCase: true);
    }

    /// <summary>Whether the same statement says one of these words before the place.</summary>
    private static bool Follows(ScanContext context, int position, params string[] words)
    {
        int from = Math.Max(0, position - LookBack);
        ReadOnlySpan<byte> head = context.Text.Slice(from, position - from);
        int statement = head.LastIndexOf((byte)';');
        head = head.Slice(statement + 1);
        foreach (string word in words)
        {
            if (AsciiText.ContainsIgnoreCase(head, word) && (word[word.Length - 1] != ' ' || NamesAccount(head)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>CREATE and ALTER are common words: a statement about an account names its kind.</summary>
    private static bool NamesAccount(ReadOnlySpan<byte> head) =>
        AsciiText.ContainsIgnoreCase(head, "user ") || AsciiText.ContainsIgnoreCase(head, "role ") || AsciiText.ContainsIgnoreCase(head, "login ") || AsciiText.ContainsIgnoreCase(head, "server ") || AsciiText.ContainsIgnoreCase(head, "group ");
}
