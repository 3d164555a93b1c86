using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Sql;

/// <summary>
/// Finds secrets in tables of settings, <c>SET value = 'word' WHERE name = 'smtp_password'</c>, and in the logins of SQL*Plus,
/// <c>CONNECT user/word@database</c>.
/// </summary>
internal sealed class SettingMatcher : Matcher
{
    private const int Window = 160;
    private const int Connect = 1; // the place of its signature

    public override IReadOnlyList<Signature> Signatures { get; } = [new("set value", IgnoreCase: true), new("connect ", IgnoreCase: true)];

    public override void Examine(ScanContext context, int position, int signature)
    {
        int end = position + Signatures[signature].Literal.Length;
        if (signature == Connect)
        {
            Login(context, position, end);
            return;
        }

        var sql = new SqlText(context);
        int at = sql.SkipBlanks(end);
        if (sql.At(at) != '=' || !sql.TryLiteral(sql.SkipBlanks(at + 1), out SqlLiteral value))
        {
            return;
        }

        int where = AsciiText.IndexOfIgnoreCase(context.Text.Slice(value.Next, Math.Min(Window, context.Length - value.Next)), "where");
        int sign = where < 0 ? -1 : context.Text.Slice(value.Next + where, Math.Min(Window, context.Length - value.Next - where)).IndexOf((byte)'=');
        if (sign > 0 && sql.TryLiteral(sql.SkipBlanks(value.Next + where + sign + 1), out SqlLiteral name)
            && NameJudge.Judge(context.Text.Slice(name.Start, name.End - name.Start)) is var kind && NameJudge.IsSecret(kind)
            && ValueJudge.JudgeStated(context, context.Text.Slice(value.Start, value.End - value.Start), Confidence.High, kind) is { } confidence)
        {
            context.Report(SqlRules.Password, value.Start, value.End - value.Start, confidence, "value of a setting whose name says secret");
        }
    }

    private static void Login(ScanContext context, int position, int at)
    {
        ReadOnlySpan<byte> text = context.Text;
        if (context.Syntax != FileSyntax.Sql || position > context.LineStart(position))
        {
            return;
        }

        int end = context.LineEnd(at), blank = text.Slice(at, end - at).IndexOfAny((byte)' ', (byte)';');
        ReadOnlySpan<byte> login = text.Slice(at, blank < 0 ? end - at : blank);
        int slash = login.IndexOf((byte)'/'), host = login.LastIndexOf((byte)'@');
        int stop = host > slash ? host : login.Length;
        if (slash <= 0 || stop - slash < 3 || login[0] is (byte)'&' or (byte)'"' || login[slash + 1] == '&')
        {
            return;
        }

        ReadOnlySpan<byte> password = login.Slice(slash + 1, stop - slash - 1);
        if (ValueJudge.JudgeStated(context, password, Confidence.High) is { } confidence)
        {
            bool shipped = LoginJudge.IsShipped(login.Slice(0, slash), password);
            context.Report(SqlRules.Password, at + slash + 1, password.Length, shipped ? Confidence.Low : confidence, "login of SQL*Plus");
        }
    }
}
