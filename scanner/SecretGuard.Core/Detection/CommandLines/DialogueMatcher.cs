using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.CommandLines;

/// <summary>Finds what a script answers to a prompt for a password: <c>expect "assword:"</c>, then <c>send "word\r"</c>.</summary>
internal sealed class DialogueMatcher : Matcher
{
    private const int Window = 200;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("assword"), new("assphrase")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int line = context.LineStart(position, Window);
        ReadOnlySpan<byte> before = text.Slice(line, position - line);
        int expect = before.LastIndexOf("expect"u8);
        if (expect < 0 || before.Slice(expect).IndexOf("send "u8) >= 0)
        {
            return; // no prompt, but what is answered to one: send "$password\r"
        }

        ReadOnlySpan<byte> rest = text.Slice(position, Math.Min(Window, text.Length - position));
        int send = rest.IndexOf("send "u8), next = send < 0 ? -1 : rest.Slice(0, send).IndexOf("expect"u8);
        if (send < 0 || next >= 0)
        {
            return;
        }

        var reader = ArgumentReader.After(context, position + send, position + send + 4);
        while (reader.Next(out Argument word))
        {
            if (word.Quote == 0)
            {
                continue; // --, -h
            }

            ReadOnlySpan<byte> value = word.In(text);
            int end = value.IndexOf((byte)'\\');
            value = end < 0 ? value : value.Slice(0, end);
            if (value.IndexOfAny((byte)'$', (byte)'[') < 0 && ValueJudge.JudgeStated(context, value, Confidence.High) is Confidence confidence)
            {
                context.Report(CommandLineRules.Piped, word.Start, value.Length, confidence, "answer to a prompt for a password");
            }

            return;
        }
    }
}
