using SecretGuard.Detection.NamedValues;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.CommandLines;

/// <summary>Finds the login in options that are kept for a command elsewhere: <c>CURL_OPTS="-u user:word"</c>.</summary>
internal sealed class UserOptionMatcher : Matcher
{
    private const int Longest = 128;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("\"-u "), new("'-u ")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int start = position + Signatures[signature].Literal.Length;
        int length = text.Slice(start, Math.Min(Longest, text.Length - start)).IndexOfAny(" \"'\n"u8);
        if (length > 0 && UserPair.TryReadPair(text.Slice(start, length), out int colon) && PasswordJudge.LooksChosen(text.Slice(start + colon + 1, length - colon - 1))
            && ValueJudge.JudgeStated(context, text.Slice(start + colon + 1, length - colon - 1), Confidence.Medium) is { } confidence)
        {
            context.Report(CommandLineRules.Argument, start + colon + 1, length - colon - 1, confidence, "login of an option");
        }
    }
}
