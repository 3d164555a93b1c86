using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.CommandLines;

/// <summary>Decides whether an argument is a secret, and reports it.</summary>
internal static class ArgumentJudge
{
    /// <summary><c>complete -c mkpasswd -l method -d 'text'</c>: what a shell offers to complete a command with, and no command.</summary>
    public static bool IsCompletion(ScanContext context, int position)
    {
        int start = context.LineStart(position, 512);
        return context.Text.Slice(AsciiText.SkipSpaces(context.Text, start, position)).StartsWith("complete -"u8);
    }

    /// <summary>Reports the secret part of an argument if it is one.</summary>
    /// <param name="context">The text.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="part">Which part of it.</param>
    /// <param name="place">How sure the place makes.</param>
    /// <param name="strict">Whether words may stand here that are no values: in documentation and messages.</param>
    /// <param name="reason">A clause for the user.</param>
    /// <param name="name">What the option promises; a command that takes a secret takes any word.</param>
    public static void Report(ScanContext context, Argument argument, SecretPart part, Confidence place, bool strict, string reason, NameKind name = NameKind.Password)
    {
        ReadOnlySpan<byte> text = context.Text;
        if (argument.IsOpaque || !TryCut(text, argument, part, out Argument value))
        {
            return;
        }

        value = value.In(text).StartsWith("pass:"u8) ? value.From(text, 5) : value; // OpenSSL's word for "here it is"
        ReadOnlySpan<byte> bytes = value.In(text);
        bool quoted = value.Quote != 0 && !strict;
        if (bytes.Length == 0 || IsElsewhere(bytes, value.Quote) || (!quoted && IsSyntax(bytes)) || IsMetavariable(bytes)
            || (strict && !PasswordJudge.LooksChosen(bytes)))
        {
            return;
        }

        if (ValueJudge.JudgeStated(context, bytes, place, name) is Confidence confidence)
        {
            context.Report(CommandLineRules.Argument, value.Start, bytes.Length, confidence, reason);
        }
    }

    /// <summary>Whether documentation or messages surround a place, so that plain words are no values.</summary>
    public static bool IsStrict(ScanContext context, bool inString) => context.Syntax switch
    {
        FileSyntax.Shell or FileSyntax.PowerShell or FileSyntax.Batch or FileSyntax.Dockerfile or FileSyntax.Yaml => false,
        FileSyntax.Json or FileSyntax.KeyValue or FileSyntax.Infrastructure => !inString,
        _ => true,
    };

    private static bool TryCut(ReadOnlySpan<byte> text, Argument argument, SecretPart part, out Argument value)
    {
        ReadOnlySpan<byte> all = argument.In(text);
        int start = 0, end = all.Length;
        switch (part)
        {
            case SecretPart.Colon:
                start = all.IndexOf((byte)':') + 1;
                (start, end) = UserIsToken(all, start) ? (0, start - 1) : (start, end);
                break;
            case SecretPart.Percent:
                start = all.IndexOf((byte)'%') + 1;
                break;
            case SecretPart.Comma:
                start = all.IndexOf((byte)',') + 1;
                break;
            case SecretPart.Slash:
                start = all.IndexOf((byte)'/') + 1;
                int at = all.LastIndexOf((byte)'@');
                end = at > start ? at : end;
                start = start == 1 || all.IndexOf((byte)'.') is >= 0 and int dot && dot < start ? 0 : start;
                break;
            case SecretPart.Pair:
                start = all.IndexOf((byte)'=') + 1;
                start = start > 1 && NameJudge.SaysSecret(all.Slice(0, start - 1)) ? start : 0;
                break;
            default:
                value = argument;
                return true;
        }

        value = new Argument(argument.Start + start, argument.Start + end, argument.Quote, argument.IsWholeElement).From(text, 0);
        return start > 0 || (part == SecretPart.Colon && end < all.Length);
    }

    /// <summary><c>-u token:</c> and <c>-u token:x-oauth-basic</c>: the token stands where the user does.</summary>
    private static bool UserIsToken(ReadOnlySpan<byte> all, int start) =>
        start > 20 && (start == all.Length || AsciiText.Is(all.Slice(start), "x-oauth-basic") || AsciiText.Is(all.Slice(start), "api_token"));

    /// <summary>Whether the value stands in a variable, a file, a stream, or the output of another command.</summary>
    private static bool IsElsewhere(ReadOnlySpan<byte> value, byte quote)
    {
        byte first = value[0], last = value[value.Length - 1];
        if (first is (byte)'@' or (byte)'`' or (byte)'<' || (first == '/' && value.Slice(1).IndexOf((byte)'/') > 0) || (first == '.' && value.Length > 1 && Ascii.IsLetter(value[1])) || AsciiText.StartsWith(value, "./") || AsciiText.StartsWith(value, "../") || AsciiText.StartsWith(value, "~/")
            || (first == '!' && last == '!') || (first == '%' && value.Length > 2 && value.Slice(1).IndexOf((byte)'%') > 0))
        {
            return true;
        }

        if (quote == '\'')
        {
            return false;
        }

        for (int i = 0; i + 1 < value.Length; i++)
        {
            // $name, ${name}, $(command); not $$ and not a dollar sign before a digit or a symbol.
            if (value[i] == '$' && (Ascii.IsLetter(value[i + 1]) || value[i + 1] is (byte)'{' or (byte)'(' or (byte)'_') && (i == 0 || value[i - 1] is not ((byte)'$' or (byte)'\\')))
            {
                return true;
            }

            if (value[i] == '`' || (value[i] == '{' && value[i + 1] == '}'))
            {
                return true;
            }
        }

        return first == '$' && value.Length <= 3;
    }

    /// <summary>Unquoted words of the shell and of usage texts.</summary>
    private static bool IsSyntax(ReadOnlySpan<byte> value)
    {
        byte first = value[0], last = value[value.Length - 1];
        return first is (byte)'-' or (byte)'[' or (byte)'{' or (byte)'(' or (byte)'|' or (byte)'>' or (byte)'=' or (byte)',' || last is (byte)']' or (byte)'>' or (byte)'}' or (byte)':'
            || value.IndexOf((byte)'|') > 0 || value.IndexOf((byte)'"') >= 0;
    }

    /// <summary><c>NEW_PASSWORD</c>, <c>PASS</c>: a name for the reader to replace.</summary>
    private static bool IsMetavariable(ReadOnlySpan<byte> value)
    {
        foreach (byte b in value)
        {
            if (!Ascii.IsUpper(b) && b is not ((byte)'_' or (byte)'-'))
            {
                return false;
            }
        }

        return true;
    }
}
