using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Detection.CommandLines;

/// <summary>Finds the values of options that say secret themselves, whatever the command: <c>--admin-password word</c>, <c>-ApiKey 'word'</c>.</summary>
internal sealed class SecretOptionMatcher : Matcher
{
    private const int MaxName = 40;

    public override IReadOnlyList<Signature> Signatures { get; } = Signature.OfWords("password", "passwd", "passphrase", "token", "secret", "apikey", "api-key", "api_key", "access-key", "accesskey", "account-key", "accountkey", "auth-key", "authkey", "secret-key", "secretkey", "private-key", "-pass", "-pwd", "storepass", "keypass");

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int end = position + Signatures[signature].Literal.Length;
        if (end >= text.Length || text[end] is not ((byte)' ' or (byte)'"' or (byte)'\'' or (byte)'=' or (byte)':' or (byte)'\t' or (byte)'\n' or (byte)'\r'))
        {
            return;
        }

        int start = OptionStart(text, position);
        start = start < 0 && text[end] == ':' ? SlashOptionStart(context, position) : start;
        NameKind name = start < 0 ? NameKind.None : NameJudge.Judge(text.Slice(start, end - start));
        if (!NameJudge.IsSecret(name) || ArgumentJudge.IsCompletion(context, start))
        {
            return;
        }

        // With a sign between, the value follows at once; as a word of its own it may be another element of a list.
        bool joined = text[end] is (byte)'=' or (byte)':';
        if (joined && (end + 1 >= text.Length || text[end + 1] <= ' '))
        {
            return;
        }

        var reader = ArgumentReader.After(context, start, joined ? end + 1 : end);
        bool strict = ArgumentJudge.IsStrict(context, reader.IsQuoted);
        if (context.Syntax == FileSyntax.Code && !reader.IsQuoted)
        {
            return;
        }

        if (reader.Next(out Argument value) && !IsDescription(text, value) && !(IsVague(text.Slice(start, end - start)) && IsName(value.In(text))))
        {
            ArgumentJudge.Report(context, value.From(text, 0), SecretPart.Whole, Confidence.Medium, strict, "value of an option that says secret", name);
        }
    }

    /// <summary>Where the option begins whose name holds this place, or -1: one or two dashes with a boundary before them.</summary>
    private static int OptionStart(ReadOnlySpan<byte> text, int position)
    {
        int start = position, first = Math.Max(0, position - MaxName);
        while (start > first && (Ascii.IsAlphanumeric(text[start - 1]) || text[start - 1] is (byte)'-' or (byte)'_' or (byte)'.'))
        {
            start--;
        }

        if (text[start] != '-')
        {
            return -1;
        }

        return start == 0 || text[start - 1] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'[' or (byte)'(' or (byte)',' ? start : -1;
    }

    /// <summary>Where an option of a tool of Windows begins, <c>/TargetPassword:</c>, or -1. In code a word that opens a string or follows a blank.</summary>
    private static int SlashOptionStart(ScanContext context, int position)
    {
        ReadOnlySpan<byte> text = context.Text;
        int start = position, first = Math.Max(1, position - MaxName);
        while (start > first && Ascii.IsLetter(text[start - 1]))
        {
            start--;
        }

        if (start < 2 || text[start - 1] != '/')
        {
            return -1;
        }

        byte before = text[start - 2];
        return context.Syntax switch
        {
            FileSyntax.Batch or FileSyntax.PowerShell => Ascii.IsSpace(before) ? start : -1,
            FileSyntax.Code => before is (byte)' ' or (byte)'"' ? start : -1,
            _ => -1,
        };
    }

    /// <summary>Options of many tools that name a secret instead of holding it.</summary>
    private static bool IsVague(ReadOnlySpan<byte> option) => AsciiText.Is(option, "--secret") || AsciiText.Is(option, "--key") || AsciiText.Is(option, "-key") || AsciiText.Is(option, "--pass") || AsciiText.Is(option, "-pass");

    /// <summary>What a file, a mount or a stored secret is called: short, or built of words, or with settings of its own.</summary>
    private static bool IsName(ReadOnlySpan<byte> value) =>
        value.Length < 12 || value.IndexOfAny((byte)'=', (byte)'_', (byte)',') > 0 || value.IndexOfAny((byte)'-', (byte)'.') > 0 || !PasswordJudge.LooksChosen(value);

    /// <summary>A whole sentence after an option is what it means, not its value.</summary>
    private static bool IsDescription(ReadOnlySpan<byte> text, Argument value) =>
        value.In(text).IndexOf((byte)' ') > 0 && value.In(text).IndexOf((byte)'=') < 0
        || (value.End < text.Length && text[value.End] == ' ' && value.Start > 0 && Quotes.IsQuote(text[value.Start - 1]) && value.Quote == 0);
}
