using SecretGuard.Findings;

namespace SecretGuard.Detection.Values;

/// <summary>Whether words under the name of a password are one, and no sentence about it.</summary>
internal static class PassphraseJudge
{
    /// <summary>Words with spaces: a passphrase or an application password, unless it reads as a sentence.</summary>
    public static Confidence? Judge(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        if (!context.Quoted && context.Syntax is not (FileSyntax.Yaml or FileSyntax.KeyValue) || context.Place == FilePlace.Translation || shape.Spaces > 11 || value.Length > 80)
        {
            return null;
        }

        if (IsApplicationPassword(value))
        {
            return Confidence.High;
        }

        return shape.Symbols == 0 && shape.Digits > 0 && shape.Upper == 0 && shape.Spaces is >= 2 and <= 6 && !Labels.HasFunctionWord(value) ? Confidence.Medium : null;
    }

    /// <summary>Four groups of four lower-case letters, as mail providers issue them.</summary>
    private static bool IsApplicationPassword(ReadOnlySpan<byte> value)
    {
        if (value.Length != 19)
        {
            return false;
        }

        for (int i = 0; i < value.Length; i++)
        {
            if (i % 5 == 4 ? value[i] != ' ' : !Ascii.IsLower(value[i]))
            {
                return false;
            }
        }

        return Surprise.Of(value) >= 4;
    }
}
