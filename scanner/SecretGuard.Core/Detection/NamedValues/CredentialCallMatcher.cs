using System.Text;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.NamedValues;

/// <summary>
/// Literals in the arguments of calls whose names say that a credential is among them: <c>login("user", "value")</c>, <c>connect(host, "user", "value")</c>,
/// <c>createUser("name", "value")</c>, <c>encrypt(text, "value")</c>. <see cref="CallSinkMatcher"/> knows those whose places are known.
/// </summary>
internal sealed class CredentialCallMatcher : Matcher
{
    private const int LeastToken = 20;
    private const int LeastKey = 16;
    private const int LeastPassword = 6;
    private const double LeastSurprise = 5;

    public override IReadOnlyList<Signature> Signatures { get; } = Signature.OfWords(CallFamilies.Roots);

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (context.Syntax is not (FileSyntax.Code or FileSyntax.PowerShell or FileSyntax.Unknown or FileSyntax.Prose or FileSyntax.Markup)
            || !CallFamilies.TryFindCall(context.Text, position, Signatures[signature].Literal.Length, out CallPlace call))
        {
            return;
        }

        Span<CallArgument> arguments = stackalloc CallArgument[CallArguments.Most];
        arguments = arguments.Slice(0, CallArguments.Read(context.Text, call.Open, arguments));
        if (!HasLiteral(arguments) || (call.IsPair && (arguments.Length != 2 || !arguments[0].IsLiteral)))
        {
            return;
        }

        ReadOnlySpan<byte> name = context.Text.Slice(call.Start, call.End - call.Start);
        CallFamily family = CallFamilies.Of(name);
        Candidate found = family switch
        {
            CallFamily.None => default,
            CallFamily.Cipher => FindKey(context, arguments, decrypts: AsciiText.ContainsIgnoreCase(name, "decrypt")),
            _ => arguments.Length == 1 ? FindOnly(context, arguments[0], family) : FindPassword(context, arguments, family, isFunction: name.SequenceEqual("bind"u8) && !arguments[0].IsLiteral),
        };
        if (found.Argument.IsLiteral && found.Confidence > Confidence.Low && !LineContext.At(context, position).InComment)
        {
            context.Report(GenericRules.For(found.Kind), found.Argument.Start, found.Argument.Length, found.Confidence, "argument of " + Encoding.UTF8.GetString(name.ToArray()));
        }
    }

    private static bool HasLiteral(ReadOnlySpan<CallArgument> arguments)
    {
        foreach (CallArgument argument in arguments)
        {
            if (argument.IsLiteral)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>login("token")</c>, <c>auth("value")</c>.</summary>
    private static Candidate FindOnly(ScanContext context, CallArgument argument, CallFamily family)
    {
        ReadOnlySpan<byte> value = context.Text.Slice(argument.Start, argument.Length);
        bool token = Randomness.IsDrawn(value, LeastToken) && !ValueForms.IsUuid(value);
        return family == CallFamily.SignIn && !argument.Named && (token || IsStrong(value)) ? Judge(context, argument, token ? NameKind.Token : NameKind.Password) : default;
    }

    /// <summary>
    /// The argument that looks most like a password; in a pair of literals the second is one, however weak it is.
    /// <paramref name="isFunction"/>: the call may be the one that binds the arguments of a function.
    /// </summary>
    private static Candidate FindPassword(ScanContext context, ReadOnlySpan<CallArgument> arguments, CallFamily family, bool isFunction)
    {
        Candidate best = default;
        double most = double.MinValue;
        for (int i = 1; i < arguments.Length; i++)
        {
            CallArgument argument = arguments[i];
            ReadOnlySpan<byte> value = context.Text.Slice(argument.Start, argument.Length);
            bool second = family == CallFamily.SignIn && i == 1, pair = second && arguments.Length == 2 && arguments[0].IsLiteral && value.Length >= LeastPassword;
            if (!argument.IsLiteral || argument.Named || ValueForms.IsUuid(value) || AsciiText.StartsWith(value, "user", ignoreCase: true) || !(pair || (second && !isFunction ? IsMixed(value) : IsStrong(value))))
            {
                continue;
            }

            Candidate judged = Judge(context, argument, NameKind.Password);
            if (second && arguments[0].IsLiteral)
            {
                Confidence? alone = judged.Argument.IsLiteral ? judged.Confidence : null;
                judged = CallSinkMatcher.GradePair(context.Text.Slice(arguments[0].Start, arguments[0].Length), value, alone, context.Place) is { } graded ? judged with { Confidence = graded } : default;
            }

            double weight = Surprise.Of(value) + (second ? LeastToken : 0);
            if (judged.Argument.IsLiteral && weight > most)
            {
                (best, most) = (judged, weight);
            }
        }

        return best;
    }

    /// <summary>A key that was drawn, or a password in its place, behind the text that is worked on.</summary>
    private static Candidate FindKey(ScanContext context, ReadOnlySpan<CallArgument> arguments, bool decrypts)
    {
        for (int i = decrypts && arguments.Length > 1 ? 1 : 0; i < arguments.Length; i++)
        {
            ReadOnlySpan<byte> value = context.Text.Slice(arguments[i].Start, arguments[i].Length);
            if (!arguments[i].IsLiteral || arguments[i].Named)
            {
                continue;
            }

            // Tests of ciphers are full of the vectors that standards print in hex.
            bool drawn = Randomness.IsDrawn(value, LeastKey) && !(context.Place == FilePlace.Trial && AsciiText.IsHex(value));
            Candidate judged = drawn ? Judge(context, arguments[i], NameKind.CryptoKey)
                : i > 0 && IsStrong(value) && Surprise.Of(value) >= LeastSurprise ? Judge(context, arguments[i], NameKind.Password)
                : default;
            if (judged.Confidence > Confidence.Low)
            {
                return judged with { Kind = NameKind.CryptoKey };
            }
        }

        return default;
    }

    private static Candidate Judge(ScanContext context, CallArgument argument, NameKind kind) =>
        ValueJudge.Judge(context.Text.Slice(argument.Start, argument.Length), new ValueContext(kind, Quoted: true, context.Syntax, context.Place)) is { } confidence
            ? new Candidate(argument, kind, confidence)
            : default;

    /// <summary>Letters and digits, long enough for a password.</summary>
    private static bool IsMixed(ReadOnlySpan<byte> value)
    {
        ValueShape shape = ValueShape.Of(value);
        return shape.Letters > 0 && shape.Digits > 0 && shape.Spaces == 0 && value.Length >= LeastPassword;
    }

    /// <summary>More than that, for places where names, hosts and labels stand too.</summary>
    private static bool IsStrong(ReadOnlySpan<byte> value)
    {
        ValueShape shape = ValueShape.Of(value);
        bool guarded = shape.Symbols > 0 ? !IsSyntax(value) : shape.Separators == 0 && ((shape.Upper == 1 && Ascii.IsUpper(value[0]) && shape.Lower > 0) || Surprise.Of(value) >= LeastSurprise);
        return IsMixed(value) && guarded;
    }

    /// <summary>Whether it holds what code, markup and lists are written with.</summary>
    private static bool IsSyntax(ReadOnlySpan<byte> value)
    {
        foreach (byte b in value)
        {
            if (b is (byte)'(' or (byte)'{' or (byte)'[' or (byte)'<' or (byte)'=' or (byte)',' or (byte)';' or (byte)'\\')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An argument that may be the credential; without a literal there is none.</summary>
    private readonly record struct Candidate(CallArgument Argument, NameKind Kind, Confidence Confidence);
}
