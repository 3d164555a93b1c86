namespace SecretGuard.References.Sources;

/// <summary>Lists within texts.</summary>
internal static class TextParts
{
    /// <summary>The parts between signs, blanks around them left out, with the places where they begin.</summary>
    public static IEnumerable<(string Part, int Start)> Split(string text, string signs)
    {
        for (int start = 0; start <= text.Length;)
        {
            int end = text.AsSpan(start).IndexOfAny(signs) is var found and >= 0 ? start + found : text.Length;
            string part = text[start..end];
            if (!string.IsNullOrWhiteSpace(part))
            {
                yield return (part.Trim(), start + part.Length - part.TrimStart().Length);
            }

            start = end + 1;
        }
    }
}
