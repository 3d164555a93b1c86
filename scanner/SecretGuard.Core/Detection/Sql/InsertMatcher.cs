using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Sql;

/// <summary>
/// Finds secrets in the rows of INSERT statements: in columns whose name says secret, and in rows of settings whose key says so.
/// A statement is read once: signatures inside one that was read are passed over.
/// </summary>
internal sealed class InsertMatcher : Matcher
{
    private const int MaxColumns = 64;
    private const int MaxStatement = 4 * 1024 * 1024;

    private static readonly string[] Hashing = ["md5", "sha1", "sha", "sha2", "password", "crypt", "encrypt"];

    public override IReadOnlyList<Signature> Signatures { get; } = [new("insert into", IgnoreCase: true), new("replace into", IgnoreCase: true), new("insert ignore into", IgnoreCase: true)];

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (position < context.ReadUntil(Stretch.Statement))
        {
            return;
        }

        var sql = new SqlText(context);
        int at = SkipName(context, sql.SkipBlanks(position + Signatures[signature].Literal.Length));
        at = sql.SkipBlanks(at);
        IReadOnlyList<InsertColumn> columns = [];
        if (sql.At(at) == '(')
        {
            (columns, int end) = ReadColumns(context, sql, at + 1);
            at = sql.SkipBlanks(end);
        }

        at = sql.After(at, "values");
        if (at < 0 || (columns.Count > 0 && !columns.Any(static column => column.IsSecret || column.IsValue)))
        {
            return;
        }

        int limit = Math.Min(context.Length, at + MaxStatement);
        var row = new SqlLiteral[MaxColumns];
        while (at < limit)
        {
            at = sql.SkipBlanks(at);
            if (sql.At(at) != '(')
            {
                break;
            }

            at = ReadRow(sql, at + 1, limit, row, out int count);
            JudgeRow(context, columns, row, count);
            at = sql.SkipBlanks(at);
            at += sql.At(at) == ',' ? 1 : 0;
        }

        context.MarkRead(Stretch.Statement, at);
    }

    private static int SkipName(ScanContext context, int at)
    {
        int most = Math.Min(context.Length, at + 200);
        while (at < most && (Ascii.IsAlphanumeric(context.Text[at]) || context.Text[at] is (byte)'_' or (byte)'.' or (byte)'`' or (byte)'"' or (byte)'[' or (byte)']' or (byte)'$' or (byte)'#' or (byte)'\\' or (byte)'{' or (byte)'}'))
        {
            at++;
        }

        return at;
    }

    /// <summary>Columns up to the closing parenthesis, and the place after it. Dumps repeat one list for every row: it is judged once.</summary>
    private static (IReadOnlyList<InsertColumn> Columns, int End) ReadColumns(ScanContext context, SqlText sql, int start)
    {
        if (context.InsertColumns is { } last && start + last.Length <= context.Length && context.Text.Slice(start, last.Length).SequenceEqual(context.Text.Slice(last.Start, last.Length)))
        {
            return (last.Columns, start + last.Length);
        }

        var columns = new List<InsertColumn>();
        int at = start;
        while (columns.Count < MaxColumns)
        {
            at = sql.SkipBlanks(at);
            int end = SkipName(context, at);
            if (end == at)
            {
                break;
            }

            columns.Add(InsertColumn.Named(Trim(context.Text.Slice(at, end - at))));
            at = sql.SkipBlanks(end);
            if (sql.At(at) != ',')
            {
                break;
            }

            at++;
        }

        if (sql.At(at) == ')')
        {
            context.InsertColumns = (start, ++at - start, columns);
        }

        return (columns, at);
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> name)
    {
        while (name.Length > 0 && !Ascii.IsAlphanumeric(name[0]))
        {
            name = name.Slice(1);
        }

        while (name.Length > 0 && !Ascii.IsAlphanumeric(name[name.Length - 1]))
        {
            name = name.Slice(0, name.Length - 1);
        }

        return name;
    }

    /// <summary>The values of a row; what is no literal has no end. Returns the place after the closing parenthesis.</summary>
    private static int ReadRow(SqlText sql, int at, int limit, SqlLiteral[] row, out int count)
    {
        count = 0;
        row[0] = default;
        bool hashing = false;
        for (int depth = 0; at < limit;)
        {
            byte b = sql.At(at);
            if (b is (byte)'\'' or (byte)'"' or (byte)'\\' or (byte)'N' or (byte)'E' && sql.TryLiteral(at, out SqlLiteral literal))
            {
                row[count] = (depth == 0 || (depth == 1 && hashing)) && row[count].Next == 0 ? literal : default;
                at = literal.Next;
                continue;
            }

            if (b == 0 || b == ';' || (b == ')' && depth == 0))
            {
                count++;
                return at + 1;
            }

            hashing = b == '(' && depth == 0 ? IsHashing(sql, at) : hashing;
            depth += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (b == ',' && depth == 0)
            {
                if (++count == MaxColumns)
                {
                    count = 0; // too wide to be believed
                    return limit;
                }

                row[count] = default;
            }

            at++;
        }

        return limit;
    }

    /// <summary>Whether a function that hashes its literal opens here: the password itself stands in the statement.</summary>
    private static bool IsHashing(SqlText sql, int open)
    {
        foreach (string function in Hashing)
        {
            if (open >= function.Length && sql.After(open - function.Length, function) == open)
            {
                return true;
            }
        }

        return false;
    }

    private static void JudgeRow(ScanContext context, IReadOnlyList<InsertColumn> columns, SqlLiteral[] row, int count)
    {
        ReadOnlySpan<byte> text = context.Text;
        bool salted = columns.Any(static column => column.IsSalt);
        for (int i = 0; i < count; i++)
        {
            if (row[i].Next == 0)
            {
                continue;
            }

            ReadOnlySpan<byte> value = text.Slice(row[i].Start, row[i].End - row[i].Start);
            if (i < columns.Count && columns[i].IsSecret && columns.Count == count)
            {
                if (!salted && value.IndexOf((byte)' ') < 0 && !(columns[i].Kind == NameKind.Password && PasswordHashes.IsEncodedDigest(value)))
                {
                    SqlJudge.Report(context, SqlRules.StoredSecret, row[i], Confidence.High, "value of a column that says secret", columns[i].Kind);
                }
            }
            else if (i > 0 && row[i - 1].Next != 0 && (columns.Count == 0 ? count == 2 : columns.Count == count && columns[i].IsValue))
            {
                ReadOnlySpan<byte> key = text.Slice(row[i - 1].Start, row[i - 1].End - row[i - 1].Start);
                if (key.IndexOf((byte)' ') < 0 && value.IndexOf((byte)' ') < 0 && PasswordJudge.LooksChosen(value) && NameJudge.Judge(key) is var kind && NameJudge.IsSecret(kind))
                {
                    SqlJudge.Report(context, SqlRules.StoredSecret, row[i], Confidence.High, "value of a setting that says secret", kind);
                }
            }
        }
    }
}
