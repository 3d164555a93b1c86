namespace SecretGuard.Detection.Values;

/// <summary>What people make up for a test or an example.</summary>
internal static class MadeUpValues
{
    private const int LeastChosen = 4; // shorter ones are x1, y2 and the like
    private const int LeastGuarded = 8;

    /// <summary>How people begin it.</summary>
    private static readonly WordSet Openings = WordSet.Of(
        "bar changeme demo dummy example fake foo invalid mock sample secret some test wrong");

    /// <summary>Whether what the syntax of a test or a document states is made up: very short, of one kind, or beginning as people begin what they make up.</summary>
    public static bool Are(ReadOnlySpan<byte> value, FilePlace place) =>
        place == FilePlace.Trial && (value.Length < LeastChosen || Diversity.IsStub(value) || Openings.BeginsAny(value));

    /// <summary>Whether what a name of a test or a document holds is made up: names hold labels, cases and results there, so short ones and mere words count too.</summary>
    public static bool AreNamed(ReadOnlySpan<byte> value, ValueShape shape, FilePlace place) =>
        place == FilePlace.Trial && (shape.Letters == 0 || Are(value, place));

    /// <summary>Letters only, but for the sign at the end of a message.</summary>
    private static bool IsWord(ReadOnlySpan<byte> value, ValueShape shape) =>
        shape.Digits + shape.Symbols == (value[value.Length - 1] is (byte)'!' or (byte)'?' ? 1 : 0);
}
