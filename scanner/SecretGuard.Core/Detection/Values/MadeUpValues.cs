namespace SecretGuard.Detection.Values;

/// <summary>What people make up for a test or an example.</summary>
internal static class MadeUpValues
{
    private const int LeastChosen = 4; // shorter ones are x1, y2 and the like

    /// <summary>How it begins where it says of itself that it is made up.</summary>
    private static readonly WordSet Openings = WordSet.Of("bar changeme demo dummy example fake foo invalid mock sample secret some test wrong");

    /// <summary>Whether what the syntax of a test or a document states is made up: very short, of one kind, or saying so.</summary>
    public static bool Are(ReadOnlySpan<byte> value, FilePlace place) =>
        place == FilePlace.Trial && (value.Length < LeastChosen || Diversity.IsStub(value) || Openings.BeginsAny(value));

    /// <summary>Whether what a name of a test or a document holds is made up: names hold cases and counts there, so mere numbers count too.</summary>
    public static bool AreNamed(ReadOnlySpan<byte> value, ValueShape shape, FilePlace place) =>
        place == FilePlace.Trial && (shape.Letters == 0 || Are(value, place));
}
