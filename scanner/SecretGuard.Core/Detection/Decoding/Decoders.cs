namespace SecretGuard.Detection.Decoding;

/// <summary>The decoders that start from a signature; <see cref="Stretches"/> stands beside them, as Base64 and hex have none.</summary>
internal static class Decoders
{
    /// <summary>How many there are.</summary>
    private const int Count = 7;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Matcher> All => [.. Enumerable.Range(0, Count).Select(Make)];

    /// <summary>One of them.</summary>
    public static Matcher Make(int number) => number switch
    {
        0 => new EscapeDecoder(),
        1 => new EntityDecoder(),
        2 => new PercentDecoder(),
        3 => new ByteListDecoder(),
        4 => new JoinDecoder(),
        5 => new ContinuationDecoder(),
        6 => new NestedQuoteDecoder(),
        _ => throw new ArgumentOutOfRangeException(nameof(number)),
    };
}
