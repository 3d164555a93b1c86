namespace SecretGuard.Detection.Values;

/// <summary>What people make up for a test or an example.</summary>
internal static class MadeUpValues
{
    private const int LeastGuarded = 8; // what policies ask for

    /// <summary>How people begin it.</summary>
    private static readonly WordSet Openings = WordSet.Of(
        "abc admin bar changeme correct demo dummy example fake foo invalid mock my new old p4ss pass qwerty root s3cr3t s3kr3t sample secret some test user "
        + "wrong");

    /// <summary>
    /// Whether the file is a test or a document, and the value short, or of one kind of characters, or beginning as people begin what they make up.
    /// </summary>
    public static bool Are(ReadOnlySpan<byte> value, FilePlace place)
    {
        if (place != FilePlace.Trial)
        {
            return false;
        }

        bool digit = false, letter = false;
        foreach (byte b in value)
        {
            digit |= Ascii.IsDigit(b);
            letter |= Ascii.IsLetter(b);
        }

        return value.Length < LeastGuarded || !digit || !letter || Diversity.IsStub(value) || Openings.BeginsAny(value);
    }
}
