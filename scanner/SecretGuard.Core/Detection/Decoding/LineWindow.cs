namespace SecretGuard.Detection.Decoding;

/// <summary>The part of a line that a decoder of escapes reads at once: enough for a name, its value, and the value's end.</summary>
internal static class LineWindow
{
    private const int Before = 1024;
    private const int After = 3072;

    /// <summary>The window around <paramref name="position"/>; never before <paramref name="cursor"/>, so that no byte is read twice.</summary>
    public static (int Start, int End) Around(ScanContext context, int position, int cursor) =>
        (Math.Max(cursor, context.LineStart(position, Before)), context.LineEnd(position, After));
}
