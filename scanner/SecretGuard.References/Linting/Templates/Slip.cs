namespace SecretGuard.References.Linting.Templates;

/// <summary>Names that differ as a slip of the finger does: by a letter too many, missing or another, or by two that changed places.</summary>
internal static class Slip
{
    private const int ShortestWord = 3; // A_TOKEN and B_TOKEN are two

    /// <summary>Whether one of two different names is most likely meant to be the other. Numbers are no slips.</summary>
    public static bool IsOne(string left, string right)
    {
        if (left == right || Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        int shortest = Math.Min(left.Length, right.Length), head = 0, tail = 0;
        while (head < shortest && left[head] == right[head])
        {
            head++;
        }

        while (tail < shortest - head && left[^(tail + 1)] == right[^(tail + 1)])
        {
            tail++;
        }

        ReadOnlySpan<char> one = left.AsSpan(head, left.Length - head - tail), other = right.AsSpan(head, right.Length - head - tail);
        bool isSwap = one.Length == 2 && other.Length == 2 && one[0] == other[1] && one[1] == other[0];
        return (isSwap || (one.Length <= 1 && other.Length <= 1)) && !one.ContainsAnyInRange('0', '9') && !other.ContainsAnyInRange('0', '9')
            && Math.Min(WordAt(left, head), WordAt(right, head)) >= ShortestWord;
    }

    /// <summary>How long the word is that a place is in or behind.</summary>
    private static int WordAt(string name, int at)
    {
        int end = name.IndexOf('_', Math.Min(at, name.Length)) is var found and >= 0 ? found : name.Length;
        return end - (at == 0 ? 0 : name.LastIndexOf('_', at - 1) + 1);
    }
}

/// <summary>Names among which slips of others are looked for, without comparing each with each: a slip leaves the beginning or the end as it is.</summary>
internal sealed class Slips
{
    private const int Kept = 4;
    private const int MostAlike = 200;

    private readonly ILookup<string, string> _byBegin;
    private readonly ILookup<string, string> _byEnd;

    /// <summary>Takes the names; those that are too short to tell are left out.</summary>
    public Slips(IEnumerable<string> names)
    {
        Names = [.. names];
        string[] told = [.. Names.Where(name => name.Length > 2 * Kept)];
        _byBegin = told.ToLookup(name => name[..Kept], StringComparer.Ordinal);
        _byEnd = told.ToLookup(name => name[^Kept..], StringComparer.Ordinal);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Those that a name is most likely meant to be.</summary>
    public IEnumerable<string> Near(string name) =>
        name.Length <= 2 * Kept ? [] : _byBegin[name[..Kept]].Take(MostAlike).Concat(_byEnd[name[^Kept..]].Take(MostAlike)).Where(other => Slip.IsOne(name, other)).Distinct(StringComparer.Ordinal);
}
