using SecretGuard.Detection.Names;

namespace SecretGuard.Detection.NamedValues;

/// <summary>A name as its surroundings complete it, and what it says about its value.</summary>
internal static class BoundName
{
    private static readonly WordSet Verdicts = WordSet.Of("fail failed failure ok passed skip skipped");

    private const int LeastBase64 = 20;

    /// <summary>Kinds of fields on forms, the longer first.</summary>
    private static readonly string[] Controls = ["TextField", "TextBox", "Field", "Box", "Input", "Edit", "Entry"];

    /// <summary>Members that compare a value with another, in lower case.</summary>
    private static readonly WordSet Comparers = WordSet.Of("compareto contentequals eql equals equalsignorecase");

    /// <summary>In running text a name may be several words: "Issuer Public Key"; in YAML it may have a path: checksum/secret.</summary>
    public static ReadOnlySpan<byte> Full(ScanContext context, NameSpan name, bool words)
    {
        int start = name.Start;
        ReadOnlySpan<byte> text = context.Text;
        while (words && start > 1 && name.Start - start < 40 && text[start - 1] is (byte)' ' or (byte)'/' && Ascii.IsLetter(text[start - 2]))
        {
            start--;
            while (start > 0 && Ascii.IsLetter(text[start - 1]))
            {
                start--;
            }
        }

        ReadOnlySpan<byte> full = text.Slice(start, name.End - start);
        if (text.Slice(name.End).StartsWith("()"u8))
        {
            full = full.Slice(full.LastIndexOf((byte)'.') + 1); // what getPassword() gives is a password
            full = AsciiText.StartsWith(full, "get", ignoreCase: true) ? full.Slice(3) : full;
        }
        int dot = context.Syntax == FileSyntax.Code ? full.LastIndexOf((byte)'.') : -1;
        if (dot <= 0)
        {
            return full;
        }

        ReadOnlySpan<byte> owner = full.Slice(0, dot), field = WithoutControl(owner), member = full.Slice(dot + 1);
        return IsCompared(text, name.End, member) ? field
            : field.Length < owner.Length && IsContent(member) ? field // a label has a text too, a field holds what is typed
            : full;
    }

    /// <summary>Whether a name is only the end of a digest or another value in Base64, which its padding makes look bound: <c>sha256-…/E6pw="</c>.</summary>
    public static bool EndsBase64(ReadOnlySpan<byte> text, NameSpan name)
    {
        if (name.Quote != 0 || name.Start == 0 || text[name.Start - 1] is not ((byte)'/' or (byte)'+'))
        {
            return false;
        }

        bool digit = false, lower = false, upper = false;
        int start = name.Start;
        while (start > 0 && name.Start - start < LeastBase64 && (Ascii.IsAlphanumeric(text[start - 1]) || text[start - 1] is (byte)'/' or (byte)'+'))
        {
            start--;
            digit |= Ascii.IsDigit(text[start]);
            lower |= Ascii.IsLower(text[start]);
            upper |= Ascii.IsUpper(text[start]);
        }

        return name.Start - start == LeastBase64 && digit && lower && upper;
    }

    /// <summary>The name of a field on a form without the kind of the field: <c>passwordTextBox.Text</c> is a password.</summary>
    private static ReadOnlySpan<byte> WithoutControl(ReadOnlySpan<byte> name)
    {
        foreach (string control in Controls)
        {
            if (name.Length > control.Length + 3 && AsciiText.Is(name.Slice(name.Length - control.Length), control))
            {
                return name.Slice(0, name.Length - control.Length);
            }
        }

        int own = name.LastIndexOf((byte)'.') + 1;
        return name.Length > own + 4 && name.Slice(own).StartsWith("txt"u8) && Ascii.IsUpper(name[own + 3]) ? name.Slice(own + 3) : name;
    }

    /// <summary>In <c>password.equals("…")</c> and <c>txtPassword.Text == "…"</c> the member is no part of the name.</summary>
    private static bool IsCompared(ReadOnlySpan<byte> text, int after, ReadOnlySpan<byte> member)
    {
        int sign = AsciiText.SkipSpaces(text, after, text.Length);
        return sign + 1 < text.Length && ((text[sign] == '(' && Comparers.Contains(member))
            || (text[sign] is (byte)'=' or (byte)'!' && text[sign + 1] == '=' && IsContent(member)));
    }

    private static bool IsContent(ReadOnlySpan<byte> member) => AsciiText.Is(member, "text", ignoreCase: true) || AsciiText.Is(member, "value", ignoreCase: true);

    /// <summary>A text and a variable in one string, which shells compare: <c>"x$found_psk" = "xyes"</c>.</summary>
    public static bool IsJoined(ReadOnlySpan<byte> name)
    {
        int dollar = name.LastIndexOf((byte)'$');
        return dollar > 0 && dollar + 1 < name.Length && Ascii.IsAlphanumeric(name[dollar - 1]);
    }

    /// <summary>Whether the name only carries the value of the object around it: "value", "default".</summary>
    public static bool IsCarrier(ReadOnlySpan<byte> text, NameSpan name)
    {
        ReadOnlySpan<byte> word = text.Slice(name.Start, name.End - name.Start);
        return word.SequenceEqual("value"u8) || word.SequenceEqual("Value"u8) || word.SequenceEqual("default"u8) || word.SequenceEqual("Default"u8) || word.SequenceEqual("defaultValue"u8);
    }

    /// <summary>What the name promises under the name of the object around it.</summary>
    public static NameKind JudgeUnder(ReadOnlySpan<byte> text, NameSpan name, ReadOnlySpan<byte> parent)
    {
        Span<byte> joined = stackalloc byte[parent.Length + 1 + name.End - name.Start];
        parent.CopyTo(joined);
        joined[parent.Length] = (byte)'.';
        text.Slice(name.Start, name.End - name.Start).CopyTo(joined.Slice(parent.Length + 1));
        return NameJudge.Judge(joined);
    }

    /// <summary>Whether it is written as the variables of an environment are: <c>DB_PASSWORD</c>.</summary>
    public static bool IsVariable(ReadOnlySpan<byte> name)
    {
        foreach (byte b in name)
        {
            if (!Ascii.IsUpper(b) && !Ascii.IsDigit(b) && b != '_')
            {
                return false;
            }
        }

        return name.Length > 3;
    }

    /// <summary>Whether the name is the one of a verdict and the value says it: <c>pass: "Passed"</c>, as tests and exams have it.</summary>
    public static bool IsVerdict(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        AsciiText.Is(name, "pass", ignoreCase: true) && AsciiText.IsLetters(value) && (Ascii.IsUpper(value[0]) || Verdicts.Contains(value));

    /// <summary>Whether the value repeats the name: <c>apiToken = "api_token"</c>.</summary>
    public static bool IsRepeated(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        int i = name.Length - 1;
        for (int j = value.Length - 1; j >= 0; j--)
        {
            if (!Ascii.IsAlphanumeric(value[j]))
            {
                continue;
            }

            while (i >= 0 && !Ascii.IsAlphanumeric(name[i]))
            {
                i--;
            }

            if (i < 0 || Ascii.ToLower(name[i--]) != Ascii.ToLower(value[j]))
            {
                return false;
            }
        }

        return true;
    }
}
