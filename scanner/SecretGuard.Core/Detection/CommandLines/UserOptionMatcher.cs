using SecretGuard.Detection.NamedValues;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.CommandLines;

/// <summary>Finds the login in options whose command is not known: <c>CURL_OPTS="-u user:word"</c>, <c>tool -u user -p word</c>.</summary>
internal sealed class UserOptionMatcher : Matcher
{
    private const int Longest = 128;
    private const int LeastPassword = 6;
    private const int Separate = 2; // the place of its signature

    public override IReadOnlyList<Signature> Signatures { get; } = [new("\"-u "), new("'-u "), new(" -p ")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int start = position + Signatures[signature].Literal.Length;
        if (signature == Separate)
        {
            Password(context, position, start);
            return;
        }

        int length = text.Slice(start, Math.Min(Longest, text.Length - start)).IndexOfAny(" \"'\n"u8);
        if (length > 0 && UserPair.TryReadPair(text.Slice(start, length), out int colon) && PasswordJudge.LooksChosen(text.Slice(start + colon + 1, length - colon - 1))
            && ValueJudge.JudgeStated(context, text.Slice(start + colon + 1, length - colon - 1), Confidence.Medium) is { } confidence)
        {
            context.Report(CommandLineRules.Argument, start + colon + 1, length - colon - 1, confidence, "login of an option");
        }
    }

    /// <summary>A port, a path and a mode stand behind the same option; a user before it, and a word that was chosen, make it a password.</summary>
    private static void Password(ScanContext context, int position, int start)
    {
        ReadOnlySpan<byte> text = context.Text;
        int line = context.LineStart(position, Longest), length = 0;
        while (start + length < text.Length && (Ascii.IsAlphanumeric(text[start + length]) || text[start + length] is (byte)'!' or (byte)'#' or (byte)'+' or (byte)'*' or (byte)'_'))
        {
            length++;
        }

        ReadOnlySpan<byte> value = text.Slice(start, length);
        bool ends = start + length >= text.Length || text[start + length] is (byte)' ' or (byte)'`' or (byte)'\n' or (byte)'\r' or (byte)'"' or (byte)'\'';
        if (ends && length >= LeastPassword && Ascii.IsLetter(value[0]) && PasswordJudge.LooksChosen(value) && text.Slice(line, position - line).IndexOf(" -u "u8) >= 0
            && ValueJudge.JudgeStated(context, value, Confidence.Medium) is { } confidence)
        {
            context.Report(CommandLineRules.Argument, start, length, confidence, "password behind a user");
        }
    }
}
