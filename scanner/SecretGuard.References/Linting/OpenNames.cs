namespace SecretGuard.References.Linting;

/// <summary>Names with what bears them; of some a part is not known.</summary>
internal sealed class OpenNames<T>
{
    private readonly ILookup<string, T> _known;
    private readonly (string Name, T Bearer)[] _open;

    /// <summary>Takes what bears names.</summary>
    public OpenNames(IEnumerable<T> bearers, Func<T, string> name)
    {
        (string Name, T Bearer)[] all = [.. bearers.Select(bearer => (name(bearer), bearer))];
        _open = Array.FindAll(all, one => OpenName.IsOpen(one.Name));
        _known = all.Where(one => !OpenName.IsOpen(one.Name)).ToLookup(one => one.Name, one => one.Bearer, StringComparer.Ordinal);
    }

    /// <summary>Everything that may bear a name of which all is known, what surely does first.</summary>
    public IEnumerable<T> Of(string name) => _known[name].Concat(_open.Where(one => OpenName.MayBeSame(one.Name, name)).Select(one => one.Bearer));

    /// <summary>Whether anything may bear a name.</summary>
    public bool MayHave(string name) => Of(name).Any();
}
