using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Sql;

/// <summary>Finds passphrases and passwords that SQL functions and procedures take as arguments.</summary>
internal sealed class SqlCallMatcher : Matcher
{
    private const int Window = 512;

    /// <summary>Name, which argument from 0, and the rule.</summary>
    private static readonly (string Name, int Argument, Rule Rule)[] Calls =
    [
        ("pgp_sym_encrypt", 1, SqlRules.EncryptionKey),
        ("pgp_sym_decrypt", 1, SqlRules.EncryptionKey),
        ("pgp_sym_encrypt_bytea", 1, SqlRules.EncryptionKey),
        ("pgp_sym_decrypt_bytea", 1, SqlRules.EncryptionKey),
        ("aes_encrypt", 1, SqlRules.EncryptionKey),
        ("aes_decrypt", 1, SqlRules.EncryptionKey),
        ("des_encrypt", 1, SqlRules.EncryptionKey),
        ("encryptbypassphrase", 0, SqlRules.EncryptionKey),
        ("decryptbypassphrase", 0, SqlRules.EncryptionKey),
        ("sp_addlogin", 1, SqlRules.Password),
        ("sp_password", 1, SqlRules.Password),
        ("sp_addlinkedsrvlogin", 4, SqlRules.Password),
        ("sp_setapprole", 1, SqlRules.Password),
        ("sp_addapprole", 1, SqlRules.Password),
    ];

    public override IReadOnlyList<Signature> Signatures => [.. Calls.Select(call => new Signature(call.Name, IgnoreCase: true))];

    public override void Examine(ScanContext context, int position, int signature)
    {
        (string name, int wanted, Rule rule) = Calls[signature];
        var sql = new SqlText(context);
        int at = position + name.Length;
        if (sql.At(at) is not ((byte)'(' or (byte)' ' or (byte)'\t'))
        {
            return;
        }

        at = sql.SkipBlanks(at);
        at = sql.At(at) == '(' ? at + 1 : at;
        int most = Math.Min(context.Length, at + Window), depth = 0;
        for (int argument = 0; at < most;)
        {
            at = sql.SkipBlanks(at);
            byte b = sql.At(at);
            if (sql.TryLiteral(at, out SqlLiteral literal))
            {
                at = sql.SkipBlanks(literal.Next);
                if (argument == wanted && depth == 0 && sql.At(at) is (byte)',' or (byte)')' or (byte)';' or (byte)'"' or (byte)':' or 0 || (argument == wanted && at > literal.Next))
                {
                    SqlJudge.Report(context, rule, literal, Confidence.High, $"argument of {name}");
                    return;
                }

                continue;
            }

            depth += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (b is 0 or (byte)';' or (byte)'\\' || depth < 0 || argument > wanted)
            {
                return;
            }

            argument += b == ',' && depth == 0 ? 1 : 0;
            at++;
        }
    }
}
