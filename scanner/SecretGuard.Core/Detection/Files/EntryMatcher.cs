using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Files;

/// <summary>
/// Finds the values of entries that hold a name and a value beside each other: <c>- name: X</c> over <c>value: word</c> in YAML,
/// <c>{ "name": "X", "value": "word" }</c> in JSON, <c>key="X" value="word"</c> in markup.
/// </summary>
internal sealed class EntryMatcher : Matcher
{
    private const int Window = 256;
    private const int MaxValue = 1024;

    private static readonly string[] NameKeys = ["name", "key", "Name", "Key", "parameterName", "ParameterKey"];

    public override IReadOnlyList<Signature> Signatures { get; } = [new("value"), new("Value")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (context.Syntax is not (FileSyntax.Yaml or FileSyntax.Json or FileSyntax.Markup or FileSyntax.Infrastructure or FileSyntax.Code) || position == 0)
        {
            return;
        }

        ReadOnlySpan<byte> text = context.Text;
        int at = position + 5;
        byte before = text[position - 1], sign = context.Syntax is FileSyntax.Markup or FileSyntax.Infrastructure ? (byte)'=' : (byte)':';
        if (before > ' ' && before is not ((byte)'"' or (byte)'\'' or (byte)'{' or (byte)',' or (byte)'<'))
        {
            // ParameterValue and the like
            if (!(signature == 1 && Ascii.IsLower(before)))
            {
                return;
            }
        }

        if (before == '<' && at < text.Length && text[at] == '>' && context.Syntax == FileSyntax.Markup)
        {
            Element(context, position - 1, at + 1);
            return;
        }

        at += at < text.Length && text[at] is (byte)'"' or (byte)'\'' ? 1 : 0;
        at = AsciiText.SkipSpaces(text, at, text.Length);

        if (at >= text.Length || text[at] != sign)
        {
            return;
        }

        Field value = Fields.Scalar(text, at + 1);
        if (value.Length is > 0 and <= MaxValue && value.In(text).IndexOf((byte)' ') < 0 && (Name(context, Before(context, position), out NameKind kind) || Name(context, Behind(context, value.End), out kind)))
        {
            bool quoted = Ascii.IsSpace(text[value.Start - 1]) is false && text[value.Start - 1] is (byte)'"' or (byte)'\'';
            if ((quoted || context.Syntax == FileSyntax.Yaml) && text[value.Start] is not ((byte)'|' or (byte)'>' or (byte)'&' or (byte)'*' or (byte)'!'))
            {
                FileJudge.Report(context, FileRules.Entry, value, Confidence.High, "value of an entry whose name says secret", name: kind);
            }
        }
    }

    /// <summary><c>&lt;data name="X"&gt;&lt;value&gt;word&lt;/value&gt;</c>: the name stands in the element around it. Labels have no digits.</summary>
    private static void Element(ScanContext context, int tag, int start)
    {
        ReadOnlySpan<byte> text = context.Text;
        int from = Math.Max(0, tag - Window);
        int parent = text.Slice(from, tag - from).LastIndexOf((byte)'<');
        int length = text.Slice(start, Math.Min(Window, text.Length - start)).IndexOf((byte)'<');
        if (parent < 0 || length <= 0 || !Name(context, new Field(from + parent, tag), out NameKind kind))
        {
            return;
        }

        var value = new Field(start, start + length);
        if (value.In(text).IndexOf((byte)' ') < 0 && PasswordJudge.LooksChosen(value.In(text)))
        {
            FileJudge.Report(context, FileRules.Entry, value, Confidence.Medium, "value of an element whose name says secret", name: kind);
        }
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

    /// <summary>Whether the part holds a name key whose value says secret.</summary>
    private static bool Name(ScanContext context, Field part, out NameKind kind)
    {
        ReadOnlySpan<byte> text = context.Text;
        kind = NameKind.None;
        foreach (string key in NameKeys)
        {
            for (int at = part.Start; at + key.Length < part.End; at++)
            {
                if (text[at] != key[0] || !AsciiText.StartsWith(text.Slice(at), key) || (at > 0 && Ascii.IsAlphanumeric(text[at - 1])))
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
                    return name.End <= part.End && NameJudge.IsSecret(kind);
                }
            }
        }

        return false;
    }
}
