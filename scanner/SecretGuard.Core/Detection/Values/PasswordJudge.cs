using SecretGuard.Findings;

namespace SecretGuard.Detection.Values;

/// <summary>Whether a value under a password's name is a password. Weak ones are: people choose words, names and years.</summary>
internal static class PasswordJudge
{
    /// <summary>What products are shipped with: everybody knows them, and a configuration that keeps one says so itself.</summary>
    private static readonly HashSet<string> Defaults = new(
        "admin root guest postgres postgresql mysql mariadb oracle scott tiger sa elastic kibana grafana minio minioadmin rabbitmq neo4j redis mongo mongodb kafka zabbix nagios tomcat jenkins sonar vagrant ubuntu pi raspberry alpine docker cisco manager system sys public private changeit hello".Split(' '),
        StringComparer.Ordinal);

    private static readonly string[] Openings = ["test", "pass", "abc", "secret", "foo", "bar", "dummy", "user", "demo", "example", "sample", "fake", "mock", "invalid", "wrong", "old", "new", "my", "some", "qwerty", "changeme", "correct", "admin", "root", "s3cr3t", "s3kr3t", "p4ss"];

    /// <summary>The confidence, or null. The value is no placeholder and no form that is never a secret.</summary>
    public static Confidence? Judge(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        if (shape.Spaces > 0)
        {
            return JudgePhrase(value, shape, context);
        }

        bool letters = shape.Letters + shape.Other > 0;
        bool mixed = letters && shape.Digits > 0;
        if (value.Length < 16 && Defaults.Contains(AsciiText.ToLower(value)))
        {
            return Confidence.Low;
        }

        if (Labels.IsLabel(value, shape, context.Place == FilePlace.Translation))
        {
            return null;
        }

        if (context.Place == FilePlace.Trial && IsMadeUp(value, shape))
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
            return value.Length >= 8 && Surprise.Of(value) >= 6 ? Confidence.High : context.Place == FilePlace.Trial && value.Length < 6 ? Confidence.Low : Confidence.Medium;
        }

        if (shape.Symbols > 0 && letters)
        {
            // An exclamation or a question is a message; a symbol within is a choice.
            return value[value.Length - 1] is (byte)'!' or (byte)'?' && shape.Symbols == 1 && shape.Upper <= 1 && shape.Separators > 0 ? null : Confidence.Medium;
        }

        if (!letters)
        {
            return shape.Symbols + shape.Digits >= 4 && shape.Symbols >= 1 && shape.Distinct >= 4 ? Confidence.Low : null;
        }

        return JudgeWord(value, shape, context);
    }

    /// <summary>In tests and documents: short, or beginning as people begin what they make up.</summary>
    private static bool IsMadeUp(ReadOnlySpan<byte> value, ValueShape shape)
    {
        if (value.Length < 8 || shape.Digits == 0 || shape.Letters == 0 || Diversity.IsStub(value))
        {
            return true;
        }

        foreach (string opening in Openings)
        {
            if (AsciiText.StartsWith(value, opening, ignoreCase: true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Letters and separators only.</summary>
    private static Confidence? JudgeWord(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        double surprise = Surprise.Of(value);
        if (surprise >= 10 && value.Length >= 8)
        {
            return Confidence.Medium;
        }

        if (shape.Separators > 0 || value.Length < 4 || context.Place != FilePlace.Ordinary)
        {
            return Confidence.Low;
        }

        // One word: a label has a capital first, an identifier a hump; a plain word is a weak password where values are configured.
        bool hump = shape.Upper > 0;
        return hump || context.Syntax is FileSyntax.Prose or FileSyntax.Unknown or FileSyntax.Markup ? Confidence.Low : Confidence.Medium;
    }

    /// <summary>Words with spaces: a passphrase or an application password, unless it reads as a sentence.</summary>
    private static Confidence? JudgePhrase(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
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
