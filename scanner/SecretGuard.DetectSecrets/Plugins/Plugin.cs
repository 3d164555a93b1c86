namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>What a plugin took from a line.</summary>
/// <param name="Hashed">The string whose SHA-1 is the entry's: for some kinds only the token's prefix.</param>
/// <param name="Value">The whole secret as far as the line shows it.</param>
internal readonly record struct Capture(string Hashed, string Value)
{
    public Capture(string value)
        : this(value, value)
    {
    }

    /// <summary>Whether the hash says less than the value, so that another value has the same.</summary>
    public bool IsPartial => Hashed != Value;
}

/// <summary>One line as a plugin sees it.</summary>
/// <param name="Text">Without its end and the blanks before that.</param>
/// <param name="Path">The file's, which tells its language; empty for a text of the command line.</param>
/// <param name="IsLoose">Whether anything counts that the plugin could mean, quoted or not: for a text of the command line.</param>
internal readonly record struct PluginLine(string Text, string Path, bool IsLoose = false);

/// <summary>One of detect-secrets' detectors. Stateless; thread-safe.</summary>
/// <param name="name">The class name, by which options and baselines know it.</param>
/// <param name="type">The kind that its entries have.</param>
internal abstract class Plugin(string name, string type)
{
    public string Name { get; } = name;

    public string Type { get; } = type;

    /// <summary>Whether it knows a format, and not only what looks random or has a name that says secret.</summary>
    public virtual bool KnowsFormat => true;

    /// <summary>Whether anything in a text could be its own: asked once for a file, so it must be cheap.</summary>
    public virtual bool MayFind(string text) => true;

    /// <summary>Adds what it takes from the line; the same twice does no harm.</summary>
    public abstract void Find(PluginLine line, List<Capture> found);

    /// <summary>What it took from a line, with what the lines behind that add to the value.</summary>
    public virtual Capture Whole(Capture capture, IReadOnlyList<string> lines, int number) => capture;

    /// <summary>Its verdict about a text of the command line, from what it took from that: <c>True</c>, <c>False</c>, or with an entropy.</summary>
    public virtual string Verdict(IReadOnlyList<Capture> found) => found.Count > 0 ? "True" : "False";
}
