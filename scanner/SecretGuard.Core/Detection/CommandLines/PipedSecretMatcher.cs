using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.CommandLines;

/// <summary>
/// Finds secrets that <c>echo</c> or <c>printf</c> writes into a command that reads a password: <c>echo word | sudo -S</c>, or that a shell hands it,
/// <c>kinit user &lt;&lt;&lt; word</c>; in PowerShell the literal stands there alone.
/// </summary>
internal sealed class PipedSecretMatcher : Matcher
{
    private const int LookBack = 256;
    private const int PowerShell = 1; // the place of its signature

    public override IReadOnlyList<Signature> Signatures { get; } =
    [
        new("sudo -S"), new("convertto-securestring", IgnoreCase: true), new("passwd "), new("--password-stdin"), new("chpasswd"), new("smbpasswd -"), new("cryptsetup"), new("kinit "), new("--passphrase-fd 0"),
    ];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int lineStart = context.LineStart(position, LookBack);
        ReadOnlySpan<byte> head = text.Slice(lineStart, position - lineStart);
        int pipe = head.LastIndexOf((byte)'|');
        if (pipe < 0)
        {
            ReportHereString(context, position);
            return;
        }

        ReadOnlySpan<byte> between = head.Slice(pipe + 1);
        if (between.IndexOfAny((byte)'&', (byte)';', (byte)'\'') >= 0)
        {
            return;
        }

        head = head.Slice(0, pipe).TrimEndSpaces();
        if (signature == PowerShell)
        {
            ReportLiteral(context, lineStart, head);
            return;
        }

        if (signature == PowerShell + 1 && !Boundary.IsStart(text, position))
        {
            return; // chpasswd, htpasswd
        }

        int echo = Math.Max(EndOf(head, "echo "u8), EndOf(head, "printf "u8));
        if (echo < 0)
        {
            return;
        }

        var reader = ArgumentReader.After(context, lineStart + echo - 1, lineStart + echo);
        while (reader.Next(out Argument word))
        {
            ReadOnlySpan<byte> bytes = word.In(text);
            if (bytes.Length == 0 || bytes[0] == '-' || bytes[0] == '%')
            {
                continue;
            }

            bool pair = AsciiText.Is(text.Slice(position, Math.Min(8, text.Length - position)), "chpasswd");
            Report(context, word, pair);
            return;
        }
    }

    private static void ReportHereString(ScanContext context, int position)
    {
        int end = context.LineEnd(position, LookBack), mark = context.Text.Slice(position, end - position).IndexOf("<<<"u8);
        if (mark < 0 || context.Syntax is not (FileSyntax.Shell or FileSyntax.Yaml or FileSyntax.Dockerfile or FileSyntax.Unknown))
        {
            return;
        }

        var reader = ArgumentReader.After(context, position + mark, position + mark + 3);
        if (reader.Next(out Argument word))
        {
            Report(context, word, pair: AsciiText.Is(context.Text.Slice(position, Math.Min(8, context.Length - position)), "chpasswd"));
        }
    }

    /// <summary>The literal that ends the head: <c>'word' | ConvertTo-SecureString</c>.</summary>
    private static void ReportLiteral(ScanContext context, int lineStart, ReadOnlySpan<byte> head)
    {
        int end = head.Length - 1;
        int open = end > 0 && head[end] is (byte)'"' or (byte)'\'' ? head.Slice(0, end).LastIndexOf(head[end]) : -1;
        if (open >= 0)
        {
            Report(context, new Argument(lineStart + open + 1, lineStart + end, head[end], false), pair: false);
        }
    }

    private static int EndOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> literal)
    {
        int at = text.LastIndexOf(literal);
        return at < 0 ? -1 : at + literal.Length;
    }

    private static void Report(ScanContext context, Argument word, bool pair)
    {
        ReadOnlySpan<byte> bytes = word.In(context.Text);
        int colon = pair ? bytes.IndexOf((byte)':') : -1;
        if (pair && colon < 0)
        {
            return;
        }

        int start = word.Start + colon + 1, end = word.End;
        ReadOnlySpan<byte> value = context.Text.Slice(start, end - start);
        int line = value.IndexOf("\\n"u8); // typed twice where it must be confirmed
        value = line > 0 ? value.Slice(0, line) : value;
        if (value.IndexOf((byte)'$') >= 0 && word.Quote != '\'' || value.IndexOf((byte)'`') >= 0)
        {
            return;
        }

        if (ValueJudge.JudgeStated(context, value, Confidence.High) is Confidence confidence)
        {
            context.Report(CommandLineRules.Piped, start, value.Length, confidence, "written into a command that reads a password");
        }
    }
}
