using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Access;

/// <summary>Patterns of names in one notation, whatever policy wrote them, so that they can be held against each other and against names of which parts are not known.</summary>
internal static class NameGlob
{
    /// <summary>Any characters, or a part that is not known.</summary>
    private const char Any = '\uE100';

    /// <summary>One character.</summary>
    private const char One = '\uE101';

    /// <summary>Characters up to a slash.</summary>
    private const char Segment = '\uE102';

    private const int LongestName = 500;
    private const int LengthOfSuffix = 6; // what AWS puts behind the name of a secret in its ARN

    /// <summary>A pattern of IAM: <c>*</c> and <c>?</c>.</summary>
    public static string OfIam(HclString pattern) => pattern.Text.Replace(HclString.Hole, Any).Replace('*', Any).Replace('?', One);

    /// <summary>A path of Vault: <c>+</c> for a segment, <c>*</c> at the end for whatever follows.</summary>
    public static string OfVault(HclString path)
    {
        string text = path.Text.TrimStart('/').Replace(HclString.Hole, Any);
        string[] segments = [.. text.Split('/').Select(segment => segment == "+" ? Segment.ToString() : segment)];
        text = string.Join('/', segments);
        return text.EndsWith('*') ? text[..^1] + Any : text;
    }

    /// <summary>A name as references have it: <c>*</c> and what a template fills in are parts that are not known.</summary>
    public static string OfName(string name) => HclString.Read(name).Text.Replace(HclString.Hole, Any).Replace('*', Any);

    /// <summary>A name as the ARN of a secret of AWS has it.</summary>
    public static string WithSuffix(string name) => OfName(name) + "-" + new string(One, LengthOfSuffix);

    /// <summary>What every name that a pattern is about begins with; the whole of one without open parts.</summary>
    public static string BeginningOf(string pattern)
    {
        int open = pattern.AsSpan().IndexOfAny(Any, One, Segment);
        return open < 0 ? pattern : pattern[..open];
    }

    /// <summary>Whether some name may be of both. Names that are too long for that are.</summary>
    public static bool Meet(string left, string right)
    {
        int same = 0;
        while (same < left.Length && same < right.Length && IsPlain(left[same]) && left[same] == right[same])
        {
            same++;
        }

        if (same < left.Length && same < right.Length && IsPlain(left[same]) && IsPlain(right[same]))
        {
            return false;
        }

        return left.Length > LongestName || right.Length > LongestName || Meet(left.AsSpan(same), right.AsSpan(same));
    }

    private static bool Meet(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        // Row by row: whether the rest of the left from here meets the rest of the right from there.
        Span<bool> below = new bool[right.Length + 1], row = new bool[right.Length + 1];
        for (int i = left.Length; i >= 0; i--)
        {
            for (int j = right.Length; j >= 0; j--)
            {
                bool ends = i == left.Length, isOver = j == right.Length;
                row[j] = (ends && isOver)
                    || (!ends && IsRun(left[i]) && (below[j] || (!isOver && Takes(left[i], right[j]) && row[j + 1])))
                    || (!isOver && IsRun(right[j]) && (row[j + 1] || (!ends && Takes(right[j], left[i]) && below[j])))
                    || (!ends && !isOver && IsSame(left[i], right[j]) && below[j + 1]);
            }

            Span<bool> last = below;
            below = row;
            row = last;
        }

        return below[0];
    }

    private static bool IsPlain(char character) => character is not (Any or One or Segment);

    private static bool IsRun(char character) => character is Any or Segment;

    private static bool Takes(char run, char character) => run == Any || character != '/';

    private static bool IsSame(char left, char right) => left == right || left == One || right == One;
}
