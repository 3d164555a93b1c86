using SecretGuard.Detection.Names;
using SecretGuard.Findings;

namespace SecretGuard.Detection.Values;

/// <summary>Whether a value under a password's name is a password. Weak ones are: people choose words, names and years.</summary>
internal static class PasswordJudge
{
    private const int LeastChosen = 4; // shorter ones are x1, y2 and the like
    private const int LongestNumber = 5;

    /// <summary>The confidence, or null. The value is no placeholder and no form that is never a secret.</summary>
    public static Confidence? Judge(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        if (shape.Spaces > 0)
        {
            return PassphraseJudge.Judge(value, shape, context);
        }

        bool letters = shape.Letters + shape.Other > 0;
        bool mixed = letters && shape.Digits > 0;
        if (KnownDefaults.Contains(value))
        {
            return Confidence.Low;
        }

        bool named = context.Name == NameKind.Password && context.Place != FilePlace.Translation;
        if ((context.Place == FilePlace.Ordinary && PassphraseJudge.IsJoined(value, shape))
            || (named && (PassphraseJudge.IsShort(value, shape) || PassphraseJudge.IsCapitalWord(value, shape))))
        {
            return Confidence.Medium;
        }

        if (Labels.IsLabel(value, shape, context.Place == FilePlace.Translation))
        {
            return null;
        }

        if (MadeUpValues.AreNamed(value, shape, context.Place))
        {
            return Confidence.Low;
        }

        if (shape.Digits == value.Length)
        {
            return value.Length >= 4 && (context.Quoted || context.Syntax != FileSyntax.Code) ? Confidence.Medium : null;
        }

        if (mixed && shape.Symbols > 0)
        {
            return Confidence.High;
        }

        if (mixed)
        {
            return IsNumber(value, shape) || (context.Place == FilePlace.Trial && value.Length < 6) ? Confidence.Low : value.Length >= 8 && Surprise.Of(value) >= 6 ? Confidence.High : Confidence.Medium;
        }

        if (shape.Symbols > 0 && letters && value.Length >= LeastChosen)
        {
            // An exclamation or a question is a message; a symbol within is a choice.
            return value[value.Length - 1] is (byte)'!' or (byte)'?' && shape.Symbols == 1 && shape.Upper <= 1 && (shape.Separators > 0 || context.Name is not (NameKind.Password or NameKind.Secret)) ? null : Confidence.Medium;
        }

        if (!letters)
        {
            return shape.Symbols + shape.Digits >= 4 && shape.Symbols >= 1 && shape.Distinct >= 4 ? Confidence.Low : null;
        }

        return JudgeWord(value, shape, context);
    }

    /// <summary>
    /// The confidence where the syntax says that a secret stands, or null. Any word may be a password there; what machines draw is no word, and the name
    /// of a secret is none.
    /// </summary>
    public static Confidence? JudgeStated(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        if (Labels.IsSecretName(value) || Patterns.IsPattern(value) || Notations.IsVersion(value) || Notations.IsHexNumber(value) || Expressions.IsOptions(value))
        {
            return null;
        }

        bool word = context.Name != NameKind.Password && (Labels.IsNumberedName(value) || (!LooksChosen(value) && Surprise.Of(value) < 11));
        return word || KnownDefaults.Contains(value) || MadeUpValues.Are(value, context.Place) ? Confidence.Low : context.Stated;
    }

    /// <summary>
    /// Whether the value looks chosen and not written as prose: it has a digit, a symbol, or capitals inside. For places where
    /// words may follow too, such as help texts and documentation.
    /// </summary>
    public static bool LooksChosen(ReadOnlySpan<byte> value)
    {
        bool digit = false, symbol = false, lower = false, innerUpper = false;
        for (int i = 0; i < value.Length; i++)
        {
            byte b = value[i];
            digit |= Ascii.IsDigit(b);
            lower |= Ascii.IsLower(b);
            innerUpper |= i > 0 && Ascii.IsUpper(b);
            symbol |= b is (byte)'#' or (byte)'$' or (byte)'%' or (byte)'^' or (byte)'&' or (byte)'*' or (byte)'+' or (byte)'~' or (byte)'?' or (byte)'=' || (b is (byte)'@' or (byte)'!' && i > 0);
        }

        return value.Length >= LeastChosen && (digit || symbol) && (lower || innerUpper || value.Length >= 6);
    }

    /// <summary><c>S005</c>: what segments of messages, forms and errors are numbered by.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> value, ValueShape shape) =>
        value.Length <= LongestNumber && shape is { Letters: 1, Upper: 1 } && shape.Digits == value.Length - 1 && Ascii.IsUpper(value[0]);

    /// <summary>Letters and separators only.</summary>
    private static Confidence? JudgeWord(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        double surprise = Surprise.Of(value);
        if (surprise >= 10 && value.Length >= 8)
        {
            return Confidence.Medium;
        }

        if (shape.Separators > 0 || value.Length < 4 || (context.Place != FilePlace.Ordinary && !context.Quoted))
        {
            return Confidence.Low;
        }

        // One word: a label has a capital first, an identifier a hump; a plain word is a weak password where values are configured.
        bool hump = shape.Upper > 0;
        return hump || (context.Syntax is FileSyntax.Prose or FileSyntax.Unknown or FileSyntax.Markup && !context.Quoted) ? Confidence.Low : Confidence.Medium;
    }
}
