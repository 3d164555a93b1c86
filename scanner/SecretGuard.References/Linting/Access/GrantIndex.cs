using SecretGuard.Inventories;

namespace SecretGuard.References.Linting.Access;

/// <summary>Grants by what their patterns begin with, so that a name is held only against those that may be about it: a repository has thousands of both.</summary>
internal sealed class GrantIndex
{
    private readonly ILookup<string, Grant> _grants;
    private readonly string[] _beginnings;
    private readonly int[] _lengths;

    /// <summary>Takes grants, each with one of its patterns as <see cref="NameGlob"/> writes them.</summary>
    public GrantIndex(IEnumerable<(string Glob, Grant Grant)> grants)
    {
        _grants = grants.ToLookup(one => NameGlob.BeginningOf(one.Glob), one => one.Grant, StringComparer.Ordinal);
        _beginnings = [.. _grants.Select(group => group.Key)];
        Array.Sort(_beginnings, StringComparer.Ordinal);
        _lengths = [.. _beginnings.Select(beginning => beginning.Length).Distinct().Order()];
    }

    /// <summary>Those whose patterns may meet a name that is written the same way; others do not.</summary>
    public IEnumerable<Grant> Near(string name)
    {
        string beginning = NameGlob.BeginningOf(name);
        foreach (int length in _lengths.TakeWhile(length => length <= beginning.Length))
        {
            foreach (Grant grant in _grants[beginning[..length]])
            {
                yield return grant;
            }
        }

        // Of a name of which a part is not known, the rest may be what a longer pattern asks for.
        int first = beginning.Length == name.Length ? _beginnings.Length : Array.BinarySearch(_beginnings, beginning, StringComparer.Ordinal);
        for (int i = first < 0 ? ~first : first; i < _beginnings.Length && _beginnings[i].StartsWith(beginning, StringComparison.Ordinal); i++)
        {
            foreach (Grant grant in _beginnings[i].Length > beginning.Length ? _grants[_beginnings[i]] : [])
            {
                yield return grant;
            }
        }
    }
}
