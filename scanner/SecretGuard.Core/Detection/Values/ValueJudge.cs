using SecretGuard.Detection.Names;
using SecretGuard.Findings;

namespace SecretGuard.Detection.Values;

/// <summary>Whether a literal that stands where a secret may is one, and how surely.</summary>
internal static class ValueJudge
{
    private const int Shortest = 3;
    private const int Longest = 1024;
    private const int LongestStated = 4096;
    private const int LongestListed = 10;
    private const double MostOfWords = 0.6; // surprise a byte

    /// <summary>The confidence, or null for no secret.</summary>
    public static Confidence? Judge(ReadOnlySpan<byte> value, ValueContext context)
    {
        if (value.Length < Shortest || value.Length > (context.Stated is null ? Longest : LongestStated) || Placeholders.IsPlaceholder(value))
        {
            return null;
        }

        ValueShape shape = ValueShape.Of(value);
        if (context.Stated is not null && context.Name is NameKind.Password or NameKind.Secret or NameKind.Token)
        {
            return PasswordJudge.JudgeStated(value, shape, context);
        }

        if (shape.Distinct <= (context.Name == NameKind.Pin ? 1 : 2) || IsEncodedStub(value) || JsonWebToken.IsSample(value) || ValueForms.IsNoSecret(value, shape, context))
        {
            return null;
        }

        return context.Name switch
        {
            NameKind.Password => PasswordJudge.Judge(value, shape, context),
            NameKind.Pin => JudgePin(value, shape, context),
            NameKind.Weak => context.Place == FilePlace.Trial ? null : JudgeWeak(value, shape),
            _ => JudgeKey(value, shape, context),
        };
    }

    /// <summary>The Base64 of a user and a stub, <c>username:password</c>, or of a template: <c>&lt;your-token&gt;</c>.</summary>
    private static bool IsEncodedStub(ReadOnlySpan<byte> value) =>
        value.Length is >= 12 and <= 64 && Files.FileJudge.Decode(value) is { } decoded && Array.TrueForAll(decoded, b => b is >= 0x20 and < 0x7F or (byte)'\n')
        && (Templates.IsTemplate(decoded) || (decoded[decoded.Length - 1] == '\n' && Templates.IsTemplate(decoded.AsSpan().TrimWhite()))
            || Placeholders.IsPlaceholder(decoded) || (Array.IndexOf(decoded, (byte)':') is > 0 and int colon && colon < decoded.Length - 1 && Placeholders.IsPlaceholder(decoded.AsSpan(colon + 1))));

    /// <summary>Judges a value where the syntax itself states a secret. What its name promises decides what may stand there: any word for a password.</summary>
    public static Confidence? JudgeStated(ScanContext context, ReadOnlySpan<byte> value, Confidence stated, NameKind name = NameKind.Password) =>
        Judge(value, new ValueContext(name, Quoted: true, context.Syntax, context.Place, stated));

    private static Confidence? JudgeKey(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        if (context.Name is NameKind.Token or NameKind.ApiKey && IsList(value))
        {
            return null;
        }

        if (shape.Other > 0 && (context.Place == FilePlace.Translation || context.Name is NameKind.Token or NameKind.ApiKey))
        {
            return null; // machines draw them from ASCII
        }

        double surprise = Surprise.Of(value);
        if (shape.IsHex && value.Length <= 16 && context.Name is NameKind.Token or NameKind.CryptoKey)
        {
            return Confidence.Low; // 64 bits are the token or the id of a public key, a cursor
        }

        if (value.Length >= 8 && shape.Distinct >= 6 && shape.Spaces == 0 && surprise >= (shape.Digits > 0 ? 7 : 11) && !AreWords(value, shape, surprise) && !Diversity.IsStub(value))
        {
            return value.Length >= 16 && surprise >= 12 ? Confidence.High : Confidence.Medium;
        }

        // People choose keys and secrets as they choose passwords; then only strengthened ones are told from names.
        if (context.Name is NameKind.Weak || value.Length < 6)
        {
            return null;
        }

        Confidence? asPassword = PasswordJudge.Judge(value, shape, context);
        bool strengthened = shape.Symbols > 0 && (shape.Digits > 0 || shape.Upper > 0) || shape.InnerDigits > 0 && shape.Separators == 0;
        bool keySized = context.Name == NameKind.CryptoKey && value.Length is 16 or 24 or 32 && shape.Digits > 0;
        bool chosen = strengthened || keySized || (context.Name == NameKind.Secret && shape.Digits > 0 && !MayBeObject(value) && context.Place == FilePlace.Ordinary);
        chosen |= context.Name is NameKind.Secret or NameKind.CryptoKey or NameKind.ApiKey && context.Place == FilePlace.Ordinary
            && (PassphraseJudge.IsJoined(value, shape) && (context.Name != NameKind.ApiKey || value.IndexOf((byte)'_') < 0) || shape.Spaces > 0 && asPassword > Confidence.Low);
        return asPassword is null ? null : chosen ? Confidence.Medium : Confidence.Low;
    }

    /// <summary>Whether what surprises in a long value are the joints of words, of which one may be numbered: <c>web_console_previous_commands</c>, <c>x-ms-sgx-ehd</c>.</summary>
    private static bool AreWords(ReadOnlySpan<byte> value, ValueShape shape, double surprise) =>
        (shape.Digits == 0 && surprise < MostOfWords * value.Length)
        || (shape.Upper == 0 && shape.Symbols == 0 && shape.Separators >= 2 && (shape.Digits == 0 || (shape.Digits == 1 && surprise < MostOfWords * value.Length)));

    /// <summary><c>push1,push2</c>: small words that are listed. Nobody draws a key with a comma.</summary>
    private static bool IsList(ReadOnlySpan<byte> value)
    {
        int from = 0, comma = value.IndexOf((byte)',');
        bool isOne = comma > 0;
        for (; isOne && from < value.Length; from += comma + 1)
        {
            comma = value.Slice(from).IndexOf((byte)',') is >= 0 and var next ? next : value.Length - from;
            isOne = comma is > 1 and <= LongestListed && Ascii.IsLower(value[from]);
        }

        return isOne;
    }

    private static Confidence? JudgeWeak(ReadOnlySpan<byte> value, ValueShape shape)
    {
        if (shape.Distinct < 8 || shape.Spaces > 0 || ValueForms.IsUuid(value) || !Randomness.IsDrawn(value, Randomness.LeastDrawn))
        {
            return null;
        }

        // Digests have these lengths; a bare "key" is often what something is looked up by, with its kind before a colon.
        return value.IndexOf((byte)':') >= 0 || shape.IsHex && value.Length is 32 or 40 or 64 ? Confidence.Low : value.Length >= 20 && Surprise.Of(value) >= 16 ? Confidence.Medium : Confidence.Low;
    }

    private static Confidence? JudgePin(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context) =>
        shape.Digits == value.Length && value.Length is >= 4 and <= 10 && context.Quoted && !Diversity.IsStub(value) ? Confidence.Medium : null;

    /// <summary>Whether the value may be the name of an object in a cluster or a store, which a key "secret" refers to: those have hyphens and dots.</summary>
    private static bool MayBeObject(ReadOnlySpan<byte> value) => value.Slice(0, value.Length - 1).IndexOfAny((byte)'-', (byte)'.') >= 0 || NameJudge.SaysSecret(value);
}
