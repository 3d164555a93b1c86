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
    private const int LeastIssued = 20;
    private const int LeastLetters = 3;

    private const string TargetTyped = "= new(";

    private static readonly Signature[] Callees = MakeCallees();

    public override IReadOnlyList<Signature> Signatures => Callees;

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int open = position + Callees[signature].Literal.Length;
        if (signature == CallSinks.All.Length)
        {
            ReadOnlySpan<byte> type = DeclaredType(text, position);
            signature = type.Length == 0 ? -1 : IndexOf(type);
            if (signature >= 0)
            {
                Examine(context, open, CallSinks.All[signature]);
            }

            return;
        }

        if (position > 0 && (Ascii.IsAlphanumeric(text[position - 1]) || text[position - 1] == '_'))
        {
            return;
        }

        // The quote that closes a string in which the callee stands: "Credential(" is a text, not a call.
        if (open < text.Length && Quotes.IsQuote(text[open]) && LineContext.At(context, position).OpenQuote == text[open])
        {
            return;
        }

        Examine(context, open, CallSinks.All[signature]);
    }

    private static Signature[] MakeCallees()
    {
        var callees = new Signature[CallSinks.All.Length + 1];
        for (int i = 0; i < CallSinks.All.Length; i++)
        {
            callees[i] = new Signature(CallSinks.All[i].Callee);
        }

        callees[CallSinks.All.Length] = new Signature(TargetTyped);
        return callees;
    }

    private static int IndexOf(ReadOnlySpan<byte> type)
    {
        for (int i = 0; i < CallSinks.All.Length; i++)
        {
            string callee = CallSinks.All[i].Callee;
            if (callee.Length == type.Length + 1 && AsciiText.StartsWith(type, callee.Substring(0, type.Length)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The type of a C# variable that is made by <c>new(…)</c>: <c>NetworkCredential login = new(</c>.</summary>
    private static ReadOnlySpan<byte> DeclaredType(ReadOnlySpan<byte> text, int sign)
    {
        int end = SkipBack(text, SkipName(text, SkipBack(text, sign)));
        end -= end > 0 && text[end - 1] == '?' ? 1 : 0;
        int start = SkipName(text, end);
        return text.Slice(start, end - start);
    }

    private static int SkipBack(ReadOnlySpan<byte> text, int at)
    {
        while (at > 0 && text[at - 1] == ' ')
        {
            at--;
        }

        return at;
    }

    private static int SkipName(ReadOnlySpan<byte> text, int at)
    {
        int from = at;
        while (at > 0 && from - at < 64 && (Ascii.IsAlphanumeric(text[at - 1]) || text[at - 1] == '_'))
        {
            at--;
        }

        return at;
    }

    private static void Examine(ScanContext context, int open, (string Callee, int Argument, NameKind Kind) sink)
    {
        ReadOnlySpan<byte> text = context.Text;
        (string callee, int argument, NameKind kind) = sink;
        if (!TryRead(text, open, argument, out int start, out int length))
        {
            return;
        }

        ReadOnlySpan<byte> value = text.Slice(start, length);
        Confidence? confidence = Judge(context, value, kind);
        if (kind == NameKind.CryptoKey && confidence is null or Confidence.Low)
        {
            confidence = Judge(context, value, NameKind.Password); // people choose keys as they choose passwords
        }

        if (kind == NameKind.Password && argument > 0)
        {
            confidence = TryRead(text, open, argument - 1, out int userStart, out int userLength)
                ? GradePair(text.Slice(userStart, userLength), value, confidence > Confidence.Low ? confidence : JudgeWord(context, value) ?? confidence, context.Place)
                : ValueShape.Of(value) is { Digits: 0, Symbols: 0 } && confidence is not null ? Confidence.Low : confidence; // an overload may take a word there
        }

        if (confidence is { } sure)
        {
            context.Report(GenericRules.For(kind), start, length, sure, "argument of " + callee.TrimEnd('(').Replace("=", ""));
        }
    }

    /// <summary>What a user beside the password says: nobody writes one down for a word that is no password, except in examples.</summary>
    internal static Confidence? GradePair(ReadOnlySpan<byte> user, ReadOnlySpan<byte> password, Confidence? confidence, FilePlace place)
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

    /// <summary>Beside a user any word is a password, unless it stands for one.</summary>
    private static Confidence? JudgeWord(ScanContext context, ReadOnlySpan<byte> value) =>
        ValueShape.Of(value) is { Distinct: > 2, Spaces: 0, Letters: >= LeastLetters } ? ValueJudge.JudgeStated(context, value, Confidence.Medium) : null;

    private static Confidence? Judge(ScanContext context, ReadOnlySpan<byte> value, NameKind kind) =>
        ValueJudge.Judge(value, new ValueContext(kind, Quoted: true, context.Syntax, context.Place));

    private static bool TryRead(ReadOnlySpan<byte> text, int open, int argument, out int start, out int length)
    {
        Span<CallArgument> arguments = stackalloc CallArgument[argument + 1];
        bool found = CallArguments.Read(text, open, arguments) == argument + 1 && arguments[argument].IsLiteral;
        (start, length) = found ? (arguments[argument].Start, arguments[argument].Length) : (0, 0);
        return found;
    }
}
