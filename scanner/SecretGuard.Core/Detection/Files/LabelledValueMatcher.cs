using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Files;

/// <summary>Finds values that a label of one product announces: machine keys, wireless keys, seeds, constants of PHP.</summary>
internal sealed class LabelledValueMatcher : Matcher
{
    private delegate void Reader(ScanContext context, int position, int end);

    private static readonly (string Literal, bool IgnoreCase, Reader Read)[] Labels =
    [
        ("validationKey=", true, MachineKey),
        ("decryptionKey=", true, MachineKey),
        ("psk=", false, WirelessKey),
        ("otpauth://", false, OtpSeed),
        ("define(", true, Constant),
        ("userPassword::", true, EncodedAttribute),
        ("encoding=\"base64\">", false, EncodedElement),
        ("mnemonic", true, SeedPhrase),
        ("seed phrase", true, SeedPhrase),
        ("seed_phrase", true, SeedPhrase),
        ("seedphrase", true, SeedPhrase),
        ("recovery phrase", true, SeedPhrase),
        ("recovery_phrase", true, SeedPhrase),
    ];

    public override IReadOnlyList<Signature> Signatures => [.. Labels.Select(label => new Signature(label.Literal, label.IgnoreCase))];

    public override void Examine(ScanContext context, int position, int signature) =>
        Labels[signature].Read(context, position, position + Labels[signature].Literal.Length);

    private static void MachineKey(ScanContext context, int position, int end)
    {
        Field value = Fields.Scalar(context.Text, end);
        if (value.Length is >= 16 and <= 256 && AsciiText.IsHex(value.In(context.Text)) && !Placeholders.IsMasked(value.In(context.Text)))
        {
            context.Report(FileRules.MachineKey, value.Start, value.Length, Confidence.High, "key of <machineKey>");
        }
    }

    /// <summary><c>psk="passphrase"</c> or 64 hex digits, in wpa_supplicant and NetworkManager.</summary>
    private static void WirelessKey(ScanContext context, int position, int end)
    {
        if (position > 0 && Ascii.IsAlphanumeric(context.Text[position - 1]) || context.Syntax is not (FileSyntax.KeyValue or FileSyntax.Unknown))
        {
            return;
        }

        Field value = Fields.Scalar(context.Text, end);
        bool raw = value.Length == 64 && AsciiText.IsHex(value.In(context.Text));
        Confidence? confidence = raw ? Confidence.High : value.Length is >= 8 and <= 63 ? ValueJudge.JudgeStated(context, value.In(context.Text), Confidence.High) : null;
        if (confidence is Confidence sure)
        {
            context.Report(FileRules.Directive, value.Start, value.Length, sure, "wireless key");
        }
    }

    /// <summary>Two colons of LDIF: the value is Base64.</summary>
    private static void EncodedAttribute(ScanContext context, int position, int end) =>
        FileJudge.ReportEncoded(context, FileRules.Directive, Fields.Scalar(context.Text, end), afterColon: false, "password in Base64");

    /// <summary><c>&lt;Pass encoding="base64"&gt;</c>, as FTP clients keep their sites.</summary>
    private static void EncodedElement(ScanContext context, int position, int end)
    {
        ReadOnlySpan<byte> text = context.Text;
        int tag = text.Slice(0, position).LastIndexOf((byte)'<'), close = text.Slice(end, Math.Min(512, text.Length - end)).IndexOf((byte)'<');
        if (tag >= 0 && position - tag < 64 && close > 0 && NameJudge.SaysSecret(text.Slice(tag + 1, position - tag - 1)))
        {
            FileJudge.ReportEncoded(context, FileRules.Directive, new Field(end, end + close), afterColon: false, "password in Base64");
        }
    }

    /// <summary>The <c>secret</c> parameter of an enrolment address: Base32.</summary>
    private static void OtpSeed(ScanContext context, int position, int end)
    {
        ReadOnlySpan<byte> line = context.Text.Slice(end, context.LineEnd(end, 512) - end);
        int secret = line.IndexOf("secret="u8);
        int blank = line.IndexOfAny((byte)' ', (byte)'"', (byte)'\'');
        if (secret < 0 || (blank >= 0 && blank < secret))
        {
            return;
        }

        int start = end + secret + 7, stop = start;
        while (stop < context.Length && (Ascii.IsLetter(context.Text[stop]) || context.Text[stop] is (>= (byte)'2' and <= (byte)'7') or (byte)'='))
        {
            stop++;
        }

        ReadOnlySpan<byte> value = context.Text.Slice(start, stop - start);
        if (value.Length is >= 16 and <= 128 && !Diversity.IsStub(value) && !Placeholders.IsPlaceholder(value) && !AsciiText.StartsWith(value, "JBSWY3DPEH"))
        {
            context.Report(FileRules.OtpSeed, start, value.Length, Confidence.High, "secret of an otpauth address");
        }
    }

    /// <summary><c>define('AUTH_KEY', 'word')</c>: the salts of WordPress, and constants whose name says secret.</summary>
    private static void Constant(ScanContext context, int position, int end)
    {
        ReadOnlySpan<byte> text = context.Text;
        int at = end, lineEnd = context.LineEnd(end, 1024);
        Field name = Quoted(text, ref at, lineEnd);
        bool salt = IsSalt(name.In(text));
        NameKind kind = salt ? NameKind.Secret : NameJudge.Judge(name.In(text));
        if (name.Length == 0 || !NameJudge.IsSecret(kind))
        {
            return;
        }

        while (at < lineEnd && text[at] is (byte)' ' or (byte)',')
        {
            at++;
        }

        Field value = Quoted(text, ref at, lineEnd);
        if (value.Length > 0 && (!salt || (value.Length >= 32 && PasswordJudge.LooksChosen(value.In(text)))))
        {
            FileJudge.Report(context, FileRules.DefinedConstant, value, salt ? Confidence.High : Confidence.Medium, "constant whose name says secret", name: kind);
        }
    }

    private static bool IsSalt(ReadOnlySpan<byte> name)
    {
        foreach (string stem in new[] { "AUTH", "SECURE_AUTH", "LOGGED_IN", "NONCE", "WP_CACHE_KEY" })
        {
            if (AsciiText.StartsWith(name, stem) && (AsciiText.Is(name.Slice(stem.Length), "_KEY") || AsciiText.Is(name.Slice(stem.Length), "_SALT")))
            {
                return true;
            }
        }

        return false;
    }

    private static Field Quoted(ReadOnlySpan<byte> text, ref int at, int end)
    {
        at = AsciiText.SkipSpaces(text, at, end);

        return at < end && text[at] is (byte)'"' or (byte)'\'' ? Fields.Next(text, ref at, end) : default;
    }

    /// <summary>12, 15, 18, 21 or 24 words of three to eight lower-case letters (BIP 39), most of them different.</summary>
    private static void SeedPhrase(ScanContext context, int position, int end)
    {
        ReadOnlySpan<byte> text = context.Text;
        int at = end, most = Math.Min(text.Length, end + 24);
        while (at < most && !(text[at] is (byte)'=' or (byte)':'))
        {
            at++;
        }

        while (at < most && text[at] is (byte)'=' or (byte)':' or (byte)' ' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'>')
        {
            at++;
        }

        int start = at, words = 0, length = 0;
        var seen = new HashSet<int>();
        for (int stop = Math.Min(text.Length, start + 24 * 9); at <= stop; at++)
        {
            if (at < stop && Ascii.IsLower(text[at]))
            {
                length++;
                continue;
            }

            if (length is < 3 or > 8)
            {
                break;
            }

            words++;
            seen.Add(Hash(text.Slice(at - length, length)));
            length = 0;
            if (at == stop || text[at] != ' ')
            {
                break;
            }
        }

        if (length == 0 && words is 12 or 15 or 18 or 21 or 24 && seen.Count * 4 >= words * 3 && (at >= text.Length || !Ascii.IsAlphanumeric(text[at])))
        {
            context.Report(FileRules.SeedPhrase, start, at - start, Confidence.Medium, $"{words} words after a label of seed phrases");
        }
    }

    private static int Hash(ReadOnlySpan<byte> word)
    {
        int hash = 17;
        foreach (byte b in word)
        {
            hash = unchecked(hash * 31 + b);
        }

        return hash;
    }
}
