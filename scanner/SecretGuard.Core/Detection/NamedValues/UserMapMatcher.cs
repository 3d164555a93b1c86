using SecretGuard.Rules;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.NamedValues;

/// <summary>
/// Finds the passwords of users that code lists: <c>users = {"ann": "…"}</c>, <c>Accounts{"ann": "…"}</c>, <c>USERS = [("ann", "…", "admin")]</c>,
/// <c>passwords = ["…", "…"]</c>; and what was drawn for each of several: <c>apiKeys = new() { ["a"] = "…" }</c>. Other files have <see cref="CollectionMatcher"/>.
/// </summary>
internal sealed class UserMapMatcher : Matcher
{
    private const int Window = 1024;
    private const int LongestType = 64;
    private const int MostMembers = 24; // more are data
    private const int FirstDrawn = 5; // the place of the first plural of what machines draw
    private const int LongestPassword = 40;
    private const int ShortestDigest = 32;

    /// <summary>What else is known of a user.</summary>
    private static readonly WordSet Fields = WordSet.Of("address age avatar city company country department display firstname from lastname mail phone street subject surname tenant to topic zip");

    /// <summary>Calls whose arguments are the members of what they make.</summary>
    private static readonly WordSet Makers = WordSet.Of("array arraylist arrayof aslist collection dict dictionary frozenset hash hashmap hashset list listof map mapof mutablelistof mutablemapof of ordereddict set setof tuple vec vector");

    /// <summary>What stands before a literal.</summary>
    private enum Before
    {
        /// <summary>Nothing that says whose it is.</summary>
        Nothing,

        /// <summary>A user and a sign.</summary>
        Key,

        /// <summary>A user, the first member of a tuple.</summary>
        FirstOfTuple,
    }

    internal override bool LooksFar => true;

    public override IReadOnlyList<Signature> Signatures { get; } = Signature.OfWords("users", "accounts", "passwords", "credentials", "logins", "keys", "tokens", "secrets");

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int length = Signatures[signature].Literal.Length, end = position + length;
        if (context.Syntax != FileSyntax.Code || end >= text.Length || Ascii.IsAlphanumeric(text[end]) || text[end] == '_' || !TryFindOpening(text, end, out int open))
        {
            return;
        }

        NameSpan name = NameSpan.Around(text, position, length);
        NameKind kind = NameJudge.Judge(text.Slice(name.Start, name.End - name.Start - 1));
        bool users = signature < FirstDrawn && !NameJudge.IsSecret(kind);
        if ((users || NameJudge.IsSecret(kind)) && (LineContext.At(context, position).OpenQuote == 0 || name.Quote != 0))
        {
            ReadMembers(context, open, users ? NameKind.None : signature < FirstDrawn ? NameKind.Password : kind);
        }
    }

    /// <summary>The byte behind the bracket that opens the list: after a sign, with a type or a call between; or at once, behind the name of a type.</summary>
    private static bool TryFindOpening(ReadOnlySpan<byte> text, int at, out int open)
    {
        int most = Math.Min(text.Length, at + LongestType), sign = -1;
        for (open = at; open < most; open++)
        {
            byte b = text[open];
            int closed = b == '(' && sign >= 0 ? AsciiText.IndexOfAny(text.Slice(open, most - open), ")\"'`{["u8) : -1;
            if (closed > 0 && text[open + closed] == ')')
            {
                open += closed; // new(comparer) { … }
                continue;
            }

            if (b is (byte)'{' or (byte)'[' or (byte)'(' && (sign >= 0 || (open == at && b == '{')) && !(open + 1 < most && text[open + 1] is (byte)']' or (byte)')'))
            {
                // map[string]string{…}, new Dictionary<string, string> {…}: the last bracket of the type's counts.
                int inner = AsciiText.IndexOfAny(text.Slice(open + 1, most - open - 1), "{[(\"'`:,;\n"u8);
                if (b == '{' || inner < 0 || text[open + 1 + inner] is not ((byte)'{' or (byte)'['))
                {
                    open++;
                    return b != '(' || !IsCall(text, sign, open - 1);
                }
            }

            sign = sign < 0 && b is (byte)'=' or (byte)':' ? open : sign;
            if (!Ascii.IsAlphanumeric(b) && !Ascii.IsSpace(b) && !(Ascii.IsNewLine(b) && sign >= 0) && b is not ((byte)'=' or (byte)':' or (byte)'<' or (byte)'>' or (byte)',' or (byte)'[' or (byte)']' or (byte)'.' or (byte)'_' or (byte)'"' or (byte)'\'' or (byte)'*' or (byte)'&' or (byte)'('))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a parenthesis belongs to a call that computes: <c>credentials = hmac(key, "scope")</c>.</summary>
    private static bool IsCall(ReadOnlySpan<byte> text, int sign, int open)
    {
        int start = open;
        while (start > sign + 1 && Ascii.IsLetter(text[start - 1]))
        {
            start--;
        }

        return start < open && !Makers.Contains(text.Slice(start, open - start));
    }

    private static void ReadMembers(ScanContext context, int at, NameKind kind)
    {
        ReadOnlySpan<byte> text = context.Text;
        int most = Math.Min(text.Length, at + Window), depth = 0, place = 0, members = 0;
        bool list = kind != NameKind.None;
        Before before = Before.Nothing;
        while (at < most && depth >= 0 && members <= MostMembers)
        {
            if (!Quotes.TryRead(text, at, out int start, out int length, out int after))
            {
                byte b = text[at];
                if (b is (byte)'[' or (byte)'{' or (byte)'(' or (byte)']' or (byte)'}' or (byte)')')
                {
                    depth += b is (byte)'[' or (byte)'{' or (byte)'(' ? 1 : -1;
                    place = 0;
                    before = Before.Nothing;
                }
                else if (b == ',')
                {
                    place++;
                    before = before == Before.FirstOfTuple ? before : Before.Nothing;
                }
                else if (b == ':')
                {
                    before = IsUser(BareBefore(text, at)) ? Before.Key : Before.Nothing;
                }

                at++;
                continue;
            }

            ReadOnlySpan<byte> value = text.Slice(start, length);
            if (TrySkipSign(text, after, most, out at))
            {
                before = IsUser(value) ? Before.Key : Before.Nothing;
                list &= depth > 0; // a map
            }
            else if (before == Before.Key || (before == Before.FirstOfTuple && place == 1) || (list && depth == 0))
            {
                members++;
                Judge(context, start, length, kind);
                before = Before.Nothing;
            }
            else
            {
                before = depth > 0 && place == 0 && IsUser(value) ? Before.FirstOfTuple : Before.Nothing;
            }
        }
    }

    /// <summary>Past the sign behind the key of an entry: <c>"a":</c>, <c>"a" =></c>, <c>["a"] =</c>.</summary>
    private static bool TrySkipSign(ReadOnlySpan<byte> text, int after, int most, out int at)
    {
        int sign = AsciiText.SkipSpaces(text, after, most);
        sign = sign < most && text[sign] == ']' ? AsciiText.SkipSpaces(text, sign + 1, most) : sign;
        bool found = sign < most && text[sign] is (byte)':' or (byte)'=';
        at = found ? sign + (sign + 1 < most && text[sign + 1] == '>' ? 2 : 1) : after;
        return found;
    }

    private static ReadOnlySpan<byte> BareBefore(ReadOnlySpan<byte> text, int colon)
    {
        int start = colon;
        while (start > 0 && (Ascii.IsAlphanumeric(text[start - 1]) || text[start - 1] == '_'))
        {
            start--;
        }

        return text.Slice(start, colon - start);
    }

    /// <summary>Whether it may be a user, and is no field of one.</summary>
    private static bool IsUser(ReadOnlySpan<byte> value)
    {
        foreach (byte b in value)
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)'_' or (byte)'-' or (byte)'.' or (byte)'@' or (byte)':' or (byte)'\\'))
            {
                return false;
            }
        }

        return value.Length is > 1 and <= 64 && !NameJudge.IsAboutSomething(value) && !NameJudge.SaysSecret(value) && !Fields.Contains(value);
    }

    private static void Judge(ScanContext context, int start, int length, NameKind kind)
    {
        ReadOnlySpan<byte> value = context.Text.Slice(start, length);
        bool people = kind is NameKind.None or NameKind.Password, drawn = Randomness.IsDrawn(value, Randomness.LeastDrawn) && !ValueForms.IsUuid(value);
        NameKind judged = people ? NameKind.Password : kind;
        if ((people ? IsChosen(value, kind) : drawn) && ValueJudge.Judge(value, new ValueContext(judged, Quoted: true, context.Syntax, context.Place)) is { } confidence and > Confidence.Low)
        {
            context.Report(GenericRules.For(judged), start, length, confidence, people ? "password in a list of users" : "member of a collection whose name says secrets");
        }
    }

    /// <summary>Whether it may be a password beside a user, who has other properties too, if nothing says that passwords are listed.</summary>
    private static bool IsChosen(ReadOnlySpan<byte> value, NameKind kind)
    {
        ValueShape shape = ValueShape.Of(value);
        bool strengthened = kind == NameKind.Password || shape.Symbols > 0 || shape.InnerDigits > 0 || (shape.Upper > 0 && shape.Lower > 0);
        return strengthened && shape.Letters > 0 && shape.Digits > 0 && shape.Spaces == 0 && value.Length is >= 6 and <= LongestPassword
            && !(shape.IsHex && value.Length >= ShortestDigest) && value.IndexOf((byte)'@') < value.Length - 4;
    }
}
