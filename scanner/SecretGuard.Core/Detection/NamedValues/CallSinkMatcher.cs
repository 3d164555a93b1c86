using System.Text;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.NamedValues;

/// <summary>Literals that are handed to calls which take a credential at that place.</summary>
internal sealed class CallSinkMatcher : Matcher
{
    private const int MostArguments = 4;
    private const int Window = 600;

    private const int LongestName = 32;
    private const int LeastIssued = 20;

    private static readonly Signature[] Callees =
        [.. CallSinks.All.Select(sink => new Signature(sink.Callee)), .. CallSinks.PairFamilies.Select(name => new Signature(name, IgnoreCase: true))];

    public override IReadOnlyList<Signature> Signatures => Callees;

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        bool family = signature >= CallSinks.All.Length;
        int open = position + Callees[signature].Literal.Length;
        open = family ? NameEnd(text, open) : open;
        if (open < 0 || (!family && position > 0 && (Ascii.IsAlphanumeric(text[position - 1]) || text[position - 1] == '_')))
        {
            return;
        }

        // The quote that closes a string in which the callee stands: "Credential(" is a text, not a call.
        if (open < text.Length && Quotes.IsQuote(text[open]) && LineContext.At(context, position).OpenQuote == text[open])
        {
            return;
        }

        (int argument, NameKind kind) = family ? (1, NameKind.Password) : (CallSinks.All[signature].Argument, CallSinks.All[signature].Kind);
        if (!TryRead(text, open, argument, out int start, out int length))
        {
            return;
        }

        ReadOnlySpan<byte> value = text.Slice(start, length);
        Confidence? confidence = ValueJudge.Judge(value, new ValueContext(kind, Quoted: true, context.Syntax, context.Place));
        if (kind == NameKind.Password && argument > 0 && TryRead(text, open, argument - 1, out int userStart, out int userLength))
        {
            confidence = GradePair(text.Slice(userStart, userLength), value, confidence, context.Place);
        }

        if (confidence is { } sure)
        {
            string callee = Encoding.UTF8.GetString(context.Buffer, position, open - position);
            context.Report(GenericRules.For(kind), start, length, sure, "argument of " + callee.TrimEnd('(').Replace("=", ""));
        }
    }

    /// <summary>What a user beside the password says: nobody writes one down for a word that is no password, except in examples.</summary>
    private static Confidence? GradePair(ReadOnlySpan<byte> user, ReadOnlySpan<byte> password, Confidence? confidence, FilePlace place)
    {
        // Issued keys say of themselves that they are examples.
        if (LoginJudge.IsPublicUser(user)
            || (password.Length >= LeastIssued && password.IndexOf((byte)' ') < 0 && Diversity.IsStub(password)))
        {
            return null;
        }

        bool shipped = LoginJudge.IsShipped(user, password);
        return shipped && confidence is not null ? Confidence.Low
            : confidence == Confidence.Low && place == FilePlace.Ordinary ? Confidence.Medium
            : confidence;
    }

    /// <summary>The byte after the parenthesis that follows the rest of a name, or -1.</summary>
    private static int NameEnd(ReadOnlySpan<byte> text, int at)
    {
        int most = Math.Min(text.Length, at + LongestName);
        while (text[at - 1] != '(' && at < most && (Ascii.IsAlphanumeric(text[at]) || text[at] is (byte)'_' or (byte)'('))
        {
            at++;
        }

        return text[at - 1] == '(' ? at : -1;
    }

    private static bool TryRead(ReadOnlySpan<byte> text, int open, int argument, out int start, out int length)
    {
        start = length = 0;
        int at = Argument(text, open, argument);
        return at >= 0 && Quotes.TryRead(text, Wrappers.Skip(text, at), out start, out length, out int after) && !IsConcatenated(text, after);
    }

    /// <summary>Where the argument begins, or -1. Commas inside quotes and brackets do not count.</summary>
    private static int Argument(ReadOnlySpan<byte> text, int at, int index)
    {
        int most = Math.Min(text.Length, at + Window), depth = 0, passed = 0;
        int i = AsciiText.SkipWhite(text, at, most);
        while (i < most && passed < index && index < MostArguments)
        {
            byte b = text[i];
            if (Quotes.IsQuote(b) && Quotes.TryRead(text, i, out _, out _, out int after))
            {
                i = after;
                continue;
            }

            depth += b is (byte)'(' or (byte)'[' or (byte)'{' ? 1 : b is (byte)')' or (byte)']' or (byte)'}' ? -1 : 0;
            if (depth < 0)
            {
                return -1;
            }

            passed += b == ',' && depth == 0 ? 1 : 0;
            i++;
        }

        if (passed < index)
        {
            return -1;
        }

        i = AsciiText.SkipWhite(text, i, most);

        // name: "value" and name="value": the argument's own name is no part of it.
        int name = i;
        while (name < most && (Ascii.IsAlphanumeric(text[name]) || text[name] == '_'))
        {
            name++;
        }

        return name > i && name < most && text[name] is (byte)':' or (byte)'=' ? AsciiText.SkipWhite(text, name + 1, most) : i < most ? i : -1;
    }

    private static bool IsConcatenated(ReadOnlySpan<byte> text, int after)
    {
        int at = AsciiText.SkipWhite(text, after, text.Length);
        return at < text.Length && text[at] is (byte)'+' or (byte)'%';
    }
}
