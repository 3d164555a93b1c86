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

    private static readonly Signature[] Callees = [.. CallSinks.All.Select(sink => new Signature(sink.Callee))];

    public override IReadOnlyList<Signature> Signatures => Callees;

    public override void Examine(ScanContext context, int position, int signature)
    {
        (string callee, int argument, NameKind kind) = CallSinks.All[signature];
        ReadOnlySpan<byte> text = context.Text;
        if (position > 0 && (Ascii.IsAlphanumeric(text[position - 1]) || text[position - 1] == '_'))
        {
            return;
        }

        int at = Argument(text, position + callee.Length, argument);
        if (at < 0 || !Quotes.TryRead(text, Wrappers.Skip(text, at), out int start, out int length, out int after) || IsConcatenated(text, after))
        {
            return;
        }

        var place = new ValueContext(kind, Quoted: true, context.Syntax, context.Place);
        Confidence? confidence = ValueJudge.Judge(text.Slice(start, length), place);
        if (confidence is { } sure)
        {
            context.Report(GenericRules.For(kind), start, length, sure, "argument of " + callee.TrimEnd('(').Replace("=", ""));
        }
    }

    /// <summary>Where the argument begins, or -1. Commas inside quotes and brackets do not count.</summary>
    private static int Argument(ReadOnlySpan<byte> text, int at, int index)
    {
        int most = Math.Min(text.Length, at + Window), depth = 0, passed = 0;
        int i = AsciiText.SkipWhite(text, at, most);
        while (i < most && passed < index && index < MostArguments)
        {
            byte b = text[i];
            if (b is (byte)'"' or (byte)'\'' or (byte)'`' && Quotes.TryRead(text, i, out _, out _, out int after))
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
