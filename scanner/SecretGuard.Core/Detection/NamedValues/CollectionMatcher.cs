using SecretGuard.Rules;
using SecretGuard.Detection.Files;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.NamedValues;

/// <summary>
/// Finds secrets in short lists and maps that a plural announces: <c>api_keys = ["…", "…"]</c>, <c>passwords:</c> over lines of <c>name: value</c>.
/// The members have no telling name themselves, so each must look like a secret by itself.
/// </summary>
internal sealed class CollectionMatcher : Matcher
{
    private const int Window = 1024;
    private const int MostMembers = 12; // more are a dictionary

    internal override bool LooksFar => true;

    public override IReadOnlyList<Signature> Signatures { get; } = Signature.OfWords("passwords", "secrets", "tokens", "keys", "credentials");

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        NameSpan name = NameSpan.Around(text, position, Signatures[signature].Literal.Length);
        int sign = AsciiText.SkipSpaces(text, name.After, text.Length);
        if (context.Syntax == FileSyntax.Code || name.End != position + Signatures[signature].Literal.Length || sign + 1 >= text.Length || text[sign] is not ((byte)':' or (byte)'='))
        {
            return;
        }

        NameKind kind = NameJudge.Judge(text.Slice(name.Start, name.End - name.Start - 1));
        if (kind is NameKind.None or NameKind.Weak)
        {
            return;
        }

        var members = new List<Binding>();
        int open = AsciiText.SkipWhite(text, sign + 1, Math.Min(text.Length, sign + 64));
        if (open < text.Length && text[open] is (byte)'[' or (byte)'{')
        {
            ReadEnclosed(context, open + 1, members);
        }
        else if (context.Syntax == FileSyntax.Yaml && context.LineEnd(sign, 4) <= sign + 2)
        {
            ReadIndented(context, name.Start, members);
        }

        for (int i = 0; i < members.Count && members.Count <= MostMembers; i++)
        {
            Judge(context, members[i], kind);
        }
    }

    /// <summary>The literals directly within the bracket or the brace, without the names of members.</summary>
    private static void ReadEnclosed(ScanContext context, int at, List<Binding> members)
    {
        ReadOnlySpan<byte> text = context.Text;
        int depth = 0, most = Math.Min(text.Length, at + Window);
        bool about = false;
        while (at < most && depth >= 0 && members.Count <= MostMembers)
        {
            if (!Quotes.TryRead(text, at, out int start, out int length, out int after))
            {
                depth += text[at] is (byte)'[' or (byte)'{' ? 1 : text[at] is (byte)']' or (byte)'}' ? -1 : 0;
                at++;
                continue;
            }

            at = AsciiText.SkipSpaces(text, after, most);
            if (at < most && text[at] is (byte)':' or (byte)'=')
            {
                about = NameJudge.IsAboutSomething(text.Slice(start, length));
            }
            else if (depth == 0)
            {
                members.Add(new Binding(start, about ? 0 : length, true, BindingKind.Argument));
                about = false;
            }
        }
    }

    /// <summary>The scalars of the block below the line: items, or the values of names.</summary>
    private static void ReadIndented(ScanContext context, int position, List<Binding> members)
    {
        ReadOnlySpan<byte> text = context.Text;
        int line = context.LineStart(position), own = AsciiText.SkipSpaces(text, line, text.Length) - line, indent = -1;
        for (int at = Fields.LineEnd(text, position), most = Math.Min(text.Length, at + Window); at < most;)
        {
            line = AsciiText.SkipWhite(text, at, Math.Min(text.Length, at + 2)) is int next && next > at ? next : at + 1;
            int first = AsciiText.SkipSpaces(text, line, text.Length), end = Fields.LineEnd(text, Math.Min(first, text.Length));
            bool item = first + 1 < end && text[first] == '-' && text[first + 1] == ' ';
            indent = indent < 0 ? first - line : indent;
            if (first >= end || indent < own || first - line < indent || (indent == own && !item))
            {
                return;
            }

            if (first - line == indent)
            {
                AddLine(context, item ? first + 2 : first, end, item, members);
            }

            at = end;
        }
    }

    private static void AddLine(ScanContext context, int start, int end, bool item, List<Binding> members)
    {
        ReadOnlySpan<byte> line = context.Text.Slice(start, end - start);
        int colon = line.IndexOf(": "u8);
        if (item == colon > 0 || (colon > 0 && NameJudge.IsAboutSomething(line.Slice(0, colon))))
        {
            return;
        }

        Field value = Fields.Scalar(context.Text, start + colon + 1);
        if (value.Length > 0)
        {
            members.Add(new Binding(value.Start, value.Length, value.Start > 0 && context.Text[value.Start - 1] is (byte)'"' or (byte)'\'', BindingKind.Argument));
        }
    }

    private static void Judge(ScanContext context, Binding member, NameKind kind)
    {
        ReadOnlySpan<byte> value = context.Text.Slice(member.Start, member.Length);
        var shape = ValueShape.Of(value);
        bool telling = kind == NameKind.Password ? shape.Digits > 0 && shape.Letters > 0 && value.Length >= 6 : Randomness.IsDrawn(value, Randomness.LeastDrawn);
        if (telling && ValueJudge.Judge(value, new ValueContext(kind, member.Quoted, context.Syntax, context.Place)) >= Confidence.Medium)
        {
            context.Report(GenericRules.For(kind), member.Start, member.Length, Confidence.Medium, "member of a collection whose name says secrets");
        }
    }
}
