namespace SecretGuard.DetectSecrets.Baselines;

/// <summary>The order in which Python sorts texts: by code points, where the framework's ordinal order goes by UTF-16 code units.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static readonly CodePointOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        int same = a.CommonPrefixLength(b);
        if (same == a.Length || same == b.Length)
        {
            return a.Length.CompareTo(b.Length);
        }

        // A surrogate stands for a character above all others.
        return (Weight(a[same]), a[same]).CompareTo((Weight(b[same]), b[same]));
    }

    private static int Weight(char c) => char.IsSurrogate(c) ? 1 : 0;
}
