using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.ConnectionStrings;

/// <summary>
/// Finds passwords in Java login configurations, which Kafka and ZooKeeper clients hold in one property:
/// <c>…LoginModule required username="u" password="p";</c>, and the users that a server accepts: <c>user_name="p"</c>.
/// </summary>
internal sealed class LoginModuleMatcher : Matcher
{
    private const int Longest = 512;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("LoginModule required"), new("LoginModule sufficient"), new("LoginModule requisite")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> window = context.Text.Slice(position, Math.Min(Longest, context.Length - position));
        int end = window.IndexOf((byte)';');
        window = end < 0 ? window : window.Slice(0, end);
        for (int at = 0; window.Slice(at).IndexOf((byte)'=') is int sign && sign >= 0; at += sign + 1)
        {
            int equals = at + sign, key = equals;
            while (key > at && (Ascii.IsAlphanumeric(window[key - 1]) || window[key - 1] == '_'))
            {
                key--;
            }

            ReadOnlySpan<byte> name = window.Slice(key, equals - key);
            if (name.SequenceEqual("password"u8) || name.StartsWith("user_"u8))
            {
                ReportLiteral(context, position + equals + 1, window.Slice(equals + 1));
            }
        }
    }

    private static void ReportLiteral(ScanContext context, int position, ReadOnlySpan<byte> text)
    {
        // Inside another literal the quotes are escaped.
        int quoteLength = text.Length > 2 && text[0] == '\\' ? 2 : 1;
        if (text.Length <= quoteLength || text[quoteLength - 1] is not ((byte)'"' or (byte)'\''))
        {
            return;
        }

        int length = text.Slice(quoteLength).IndexOf(text.Slice(0, quoteLength));
        ReadOnlySpan<byte> value = length <= 0 ? default : text.Slice(quoteLength, length);
        if (value.Length > 0 && value.IndexOf((byte)'\n') < 0 && !Placeholders.IsPlaceholder(value) && !Patterns.IsPattern(value))
        {
            context.Report(ConnectionStringRules.Password, position + quoteLength, length, LoginJudge.Judge([], value, HostKind.Local, context.Place));
        }
    }
}
