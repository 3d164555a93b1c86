using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Detection.Sql;

/// <summary>Decides whether a literal of SQL is a secret, and reports it.</summary>
internal static class SqlJudge
{
    /// <summary>Reports the literal if it is a secret. Hex under the name of a password is its hash, under that of a key it is the key.</summary>
    public static void Report(ScanContext context, Rule rule, SqlLiteral literal, Confidence place, string reason, NameKind name = NameKind.Password)
    {
        ReadOnlySpan<byte> value = context.Text.Slice(literal.Start, literal.End - literal.Start);
        if (!(name == NameKind.Password && PasswordHashes.IsHash(value)) && !IsExpression(value) && ValueJudge.JudgeStated(context, value, place, name) is Confidence confidence)
        {
            context.Report(rule, literal.Start, value.Length, confidence, reason);
        }
    }

    /// <summary>A literal that ends the string of code around it: <c>'" + value + "'</c>, <c>'.$value.'</c>.</summary>
    private static bool IsExpression(ReadOnlySpan<byte> value) =>
        value.Length > 1 && ((value[0] is (byte)'"' or (byte)'\'' && value[value.Length - 1] == value[0]) || (value[0] is (byte)'+' or (byte)'.' && value[value.Length - 1] == value[0]) || value[0] == ' ' || value.IndexOfAny((byte)'\n', (byte)'\r') >= 0);
}
