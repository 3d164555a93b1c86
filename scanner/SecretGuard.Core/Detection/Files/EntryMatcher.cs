using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Files;

/// <summary>
/// Finds the values of entries that hold a name and a value beside each other: <c>- name: X</c> over <c>value: word</c> in YAML,
/// <c>{ "name": "X", "value": "word" }</c> in JSON, <c>key="X" value="word"</c> and <c>&lt;name&gt;X&lt;/name&gt;&lt;value&gt;word</c> in markup.
/// </summary>
internal sealed class EntryMatcher : Matcher
{
    private const int Window = 256;
    private const int MaxValue = 1024;
    private const int LeastDrawn = 32; // under a bare "key"

    private static readonly byte[][] NameKeys = [.. new[] { "name", "key", "Name", "Key", "parameterName", "ParameterKey" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    public override IReadOnlyList<Signature> Signatures { get; } = [new("value"), new("Value"), new("<string>")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (context.Syntax is not (FileSyntax.Yaml or FileSyntax.Json or FileSyntax.Markup or FileSyntax.Infrastructure or FileSyntax.Code) || position == 0)
        {
            return;
        }

        ReadOnlySpan<byte> text = context.Text;
        int at = position + 5;
        if (context.Syntax == FileSyntax.Markup && TagStart(text, position + (signature == 2 ? 1 : 0)) is int tag && tag >= 0)
        {
            int close = signature == 2 ? position + Signatures[2].Literal.Length - 1 : at;
            if (close < text.Length && text[close] == '>')
            {
                Element(context, tag, close + 1);
            }

            return;
        }

        if (signature == 2)
        {
            return;
        }

        byte before = text[position - 1], sign = context.Syntax is FileSyntax.Markup or FileSyntax.Infrastructure ? (byte)'=' : (byte)':';
        if (before > ' ' && before is not ((byte)'"' or (byte)'\'' or (byte)'{' or (byte)',' or (byte)'<'))
        {
            // ParameterValue and the like
            if (!(signature == 1 && Ascii.IsLower(before)))
            {
                return;
            }
        }

        at += at < text.Length && text[at] is (byte)'"' or (byte)'\'' ? 1 : 0;
        at = AsciiText.SkipSpaces(text, at, text.Length);

        if (at >= text.Length || (text[at] != sign && !(context.Syntax == FileSyntax.Code && text[at] == '=' && at + 1 < text.Length && text[at + 1] == ' ')))
        {
            return;
        }

        Field value = Fields.Scalar(text, at + 1);
        bool quoted = value.Length > 0 && !Ascii.IsSpace(text[value.Start - 1]) && text[value.Start - 1] is (byte)'"' or (byte)'\'';
        if ((quoted || context.Syntax == FileSyntax.Yaml) && value.Length is > 0 and <= MaxValue && value.In(text).IndexOf((byte)' ') < 0 && (Name(context, Before(context, position), value, out NameKind kind) || Name(context, Behind(context, value.End), value, out kind)))
        {
            if (text[value.Start] is not ((byte)'|' or (byte)'>' or (byte)'&' or (byte)'*' or (byte)'!'))
            {
                Report(context, value, kind, "value of an entry whose name says secret");
            }
        }
    }

    /// <summary>Where the tag begins whose name ends in this word, or -1: <c>&lt;value</c>, <c>&lt;con:value</c>, <c>&lt;param-value</c>.</summary>
    private static int TagStart(ReadOnlySpan<byte> text, int position)
    {
        int start = position;
        while (start > 0 && position - start < 16 && (Ascii.IsLetter(text[start - 1]) || text[start - 1] is (byte)':' or (byte)'-'))
        {
            start--;
        }

        return start > 0 && text[start - 1] == '<' ? start - 1 : -1;
    }

    /// <summary>
    /// The name stands in the element around it or before it: <c>&lt;data name="X"&gt;&lt;value&gt;word</c>, <c>&lt;AdminPassword&gt;&lt;Value&gt;word</c>,
    /// <c>&lt;key&gt;X&lt;/key&gt;&lt;string&gt;word</c>. Labels have no digits.
    /// </summary>
    private static void Element(ScanContext context, int tag, int start)
    {
        ReadOnlySpan<byte> text = context.Text;
        int length = text.Slice(start, Math.Min(Window, text.Length - start)).IndexOf((byte)'<');
        int from = Math.Max(0, tag - Window);
        int previous = text.Slice(from, tag - from).LastIndexOf((byte)'<');
        if (length <= 0 || previous < 0)
        {
            return;
        }

        var value = new Field(start, start + length);
        if (!Name(context, new Field(from + previous, tag), value, out NameKind kind))
        {
            kind = NameJudge.Judge(Neighbour(text.Slice(from, tag - from), previous));
        }

        bool named = NameJudge.IsSecret(kind) || (kind == NameKind.Weak && Randomness.IsDrawn(value.In(text), LeastDrawn));
        if (named && value.In(text).IndexOf((byte)' ') < 0 && PasswordJudge.LooksChosen(value.In(text)))
        {
            Report(context, value, kind, "value of an element whose name says secret");
        }
    }

    /// <summary>Only a name says that this is a secret: as under any name, the value must look like one.</summary>
    private static void Report(ScanContext context, Field field, NameKind kind, string reason)
    {
        ReadOnlySpan<byte> value = field.In(context.Text);
        bool hash = kind == NameKind.Password && PasswordHashes.IsHash(value);
        if (!hash && ValueJudge.Judge(value, new ValueContext(kind, Quoted: true, context.Syntax, context.Place)) is { } confidence)
        {
            context.Report(FileRules.Entry, field.Start, field.Length, confidence, reason);
        }
    }

    /// <summary>What the element before holds, or what the one around is called, if only white space stands between; else empty.</summary>
    private static ReadOnlySpan<byte> Neighbour(ReadOnlySpan<byte> head, int tag)
    {
        int end = head.Slice(tag).IndexOf((byte)'>');
        if (end < 2 || head.Slice(tag + end + 1).TrimWhite().Length > 0)
        {
            return default;
        }

        int held = head.Slice(0, tag).LastIndexOf((byte)'>') + 1;
        return head[tag + 1] != '/' ? head.Slice(tag + 1, end - 1) : held > 0 ? head.Slice(held, tag - held) : default;
    }

    /// <summary>The part of the entry before the value: back to the item's dash, the brace or the tag.</summary>
    private static Field Before(ScanContext context, int position)
    {
        ReadOnlySpan<byte> text = context.Text;
        int start = position, first = Math.Max(0, position - Window), lines = 0;
        while (start > first && lines < 4)
        {
            byte b = text[start - 1];
            if (b is (byte)'{' or (byte)'}' or (byte)'<' or (byte)'>' || (b == '-' && start < position && text[start] == ' ' && LeadsLine(text, start - 1)))
            {
                break;
            }

            lines += b == '\n' ? 1 : 0;
            start--;
        }

        return new Field(start, position);
    }

    /// <summary>The part of the entry behind the value.</summary>
    private static Field Behind(ScanContext context, int position)
    {
        ReadOnlySpan<byte> text = context.Text;
        int end = position, most = Math.Min(text.Length, position + Window), lines = 0;
        while (end < most && lines < 2)
        {
            byte b = text[end];
            if (b is (byte)'{' or (byte)'}' or (byte)'<' or (byte)'>' || (b == '-' && LeadsLine(text, end)))
            {
                break;
            }

            lines += b == '\n' ? 1 : 0;
            end++;
        }

        return new Field(position, end);
    }

    private static bool LeadsLine(ReadOnlySpan<byte> text, int at)
    {
        int start = at;
        while (start > 0 && at - start < 64 && text[start - 1] == ' ')
        {
            start--;
        }

        return start == 0 || text[start - 1] == '\n';
    }

    /// <summary>Whether the part holds a name key whose value says secret of this value.</summary>
    private static bool Name(ScanContext context, Field part, Field value, out NameKind kind)
    {
        ReadOnlySpan<byte> text = context.Text;
        kind = NameKind.None;
        foreach (byte[] key in NameKeys)
        {
            for (int at = part.Start; at + key.Length < part.End; at++)
            {
                int next = text.Slice(at, part.End - at).IndexOf(key);
                if (next < 0)
                {
                    break;
                }

                at += next;
                if (at > 0 && Ascii.IsAlphanumeric(text[at - 1]))
                {
                    continue;
                }

                int sign = at + key.Length;
                while (sign < part.End && text[sign] is (byte)'"' or (byte)'\'' or (byte)' ')
                {
                    sign++;
                }

                if (sign < part.End && text[sign] is (byte)':' or (byte)'=')
                {
                    Field name = Fields.Scalar(text, sign + 1);
                    kind = NameJudge.Judge(name.In(text));
                    return name.End <= part.End && NameJudge.IsSecret(kind) && !IsOneOf(name.In(text), value.In(text));
                }
            }
        }

        return false;
    }

    /// <summary>Whether the value is one of the words that a label offers: <c>{ name: "Email/Password", value: "email" }</c>.</summary>
    private static bool IsOneOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        for (int slash = name.IndexOf((byte)'/'); slash >= 0; slash = name.IndexOf((byte)'/'))
        {
            if (AsciiText.AreSame(name.Slice(0, slash), value))
            {
                return true;
            }

            name = name.Slice(slash + 1);
        }

        return false;
    }
}
