namespace SecretGuard.Detection.Decoding;

/// <summary>The decoders that start from a signature; <see cref="Stretches"/> stands beside them, as Base64 and hex have none.</summary>
internal static class Decoders
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Matcher> All { get; } = [new EscapeDecoder(), new EntityDecoder(), new PercentDecoder(), new ByteListDecoder(), new JoinDecoder(), new ContinuationDecoder(), new NestedQuoteDecoder()];
}
