namespace SecretGuard.Migration.Formats;

/// <summary>A file of <c>trufflehog --exclude-paths</c>: a regular expression of Go a line, found anywhere in a path; <c>#</c> begins a comment line.</summary>
internal static class TrufflehogExclusions
{
    private const int Longest = 1000;

    public static bool Recognizes(ForeignText text) =>
        text.Text.Length > 0 && !JsonShape.BeginsAsJson(text) && !text.Text.TrimStart().StartsWith("[[", StringComparison.Ordinal) && text.Text.Split('\n').All(line => line.Length < Longest);

    public static ForeignFile Read(ForeignText text)
    {
        var sum = new PathPatterns();
        string[] lines = text.Text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.AsSpan().Trim() is [not '#', ..])
            {
                sum.Add(line, text.At(i + 1));
            }
        }

        return new ForeignFile { Exclude = sum.Patterns, Leftovers = sum.Leftovers };
    }
}
