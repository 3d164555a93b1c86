using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.ConnectionStrings;

/// <summary>
/// Finds passwords in Java login configurations, which Kafka and ZooKeeper clients hold in one property:
/// <c>…LoginModule required username="u" password="p";</c>.
/// </summary>
internal sealed class LoginModuleMatcher : Matcher
{
    private const int Longest = 512;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("LoginModule required"), new("LoginModule sufficient"), new("LoginModule requisite")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> window = context.Text.Slice(position, Math.Min(Longest, context.Length - position));
        int key = window.IndexOf("password="u8);
        int open = key + "password=".Length;
        if (key < 0 || open + 2 >= window.Length)
        {
            return;
        }

        // Inside another literal the quotes are escaped.
        int quoteLength = window[open] == '\\' ? 2 : 1;
        ReadOnlySpan<byte> quote = window.Slice(open, quoteLength);
        int length = quote[quoteLength - 1] is (byte)'"' or (byte)'\'' ? window.Slice(open + quoteLength).IndexOf(quote) : -1;
        if (length <= 0 || window.Slice(0, open).IndexOf((byte)';') >= 0)
        {
            return;
        }

        ReadOnlySpan<byte> value = window.Slice(open + quoteLength, length);
        if (value.IndexOf((byte)'\n') < 0 && !Placeholders.IsPlaceholder(value) && !Patterns.IsPattern(value))
        {
            context.Report(ConnectionStringRules.Password, position + open + quoteLength, length, LoginJudge.Judge([], value, HostKind.Local, context.Place));
        }
    }
}
