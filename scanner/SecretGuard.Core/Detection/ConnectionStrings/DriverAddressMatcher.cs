using SecretGuard.Detection.Urls;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.ConnectionStrings;

/// <summary>
/// Finds passwords in addresses that are no URLs: <c>user:password@tcp(host:3306)/db</c> of Go's MySQL driver and
/// <c>jdbc:oracle:thin:user/password@host</c> of Oracle's.
/// </summary>
internal sealed class DriverAddressMatcher : Matcher
{
    private const int Longest = 256;
    private const int LeastPassword = 2;
    private const int FirstOracle = 2;

    public override IReadOnlyList<Signature> Signatures { get; } =
        [new("@tcp("), new("@unix("), new("jdbc:oracle:thin:", IgnoreCase: true), new("jdbc:oracle:oci:", IgnoreCase: true)];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int start, at;
        if (signature >= FirstOracle)
        {
            start = position + Signatures[signature].Literal.Length;
            at = start;
            while (at < text.Length && at - start < Longest && text[at] != '@' && !UserInfo.IsDelimiter(text[at]))
            {
                at++;
            }

            if (at >= text.Length || text[at] != '@')
            {
                return;
            }
        }
        else
        {
            at = position;
            start = at;
            while (start > 0 && at - start < Longest && !UserInfo.IsDelimiter(text[start - 1]) && text[start - 1] != '=')
            {
                start--;
            }
        }

        Judge(context, start, at, signature >= FirstOracle ? (byte)'/' : (byte)':');
    }

    private static void Judge(ScanContext context, int start, int at, byte divider)
    {
        int colon = context.Text.Slice(start, at - start).IndexOf(divider);
        ReadOnlySpan<byte> password = colon <= 0 ? [] : context.Text.Slice(start + colon + 1, at - start - colon - 1);
        if (password.Length < LeastPassword || Placeholders.IsPlaceholder(password) || Patterns.IsPattern(password))
        {
            return;
        }

        context.Report(ConnectionStringRules.Password, at - password.Length, password.Length, LoginJudge.Judge(context.Text.Slice(start, colon), password, HostKind.Local, context.Place));
    }
}
