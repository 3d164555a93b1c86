using System.Text.RegularExpressions;
using SecretGuard.Text;

namespace SecretGuard.References.Joining;

/// <summary>
/// How a name becomes the one that the next store knows it by: <c>GHCR_TOKEN</c> → <c>ghcr-token</c>. Always stated, never guessed. Transforms are put together with
/// <see cref="Then"/>; one that two different names come out of as one is lossy, which <see cref="NameCollision"/> finds.
/// </summary>
public sealed class NameTransform
{
    private const int MostKnown = 20;
    private const string Add = "add:";
    private const string Remove = "remove:";
    private const string Replaces = "replace:";
    private const string With = "=>";

    private static readonly Dictionary<string, Func<string, string>> Known = new(StringComparer.Ordinal)
    {
        ["none"] = name => name,
        ["upper"] = name => name.ToUpperInvariant(),
        ["lower"] = name => name.ToLowerInvariant(),
        ["double-underscore-to-colon"] = name => name.Replace("__", ":", StringComparison.Ordinal),
        ["colon-to-double-underscore"] = name => name.Replace(":", "__", StringComparison.Ordinal),
        ["double-hyphen-to-colon"] = name => name.Replace("--", ":", StringComparison.Ordinal),
        ["colon-to-double-hyphen"] = name => name.Replace(":", "--", StringComparison.Ordinal),
        ["underscore-to-hyphen-lower"] = name => name.Replace('_', '-').Replace('.', '-').ToLowerInvariant(),
        ["hyphen-to-underscore-upper"] = name => name.Replace('-', '_').Replace('.', '_').ToUpperInvariant(),
    };

    private readonly Func<string, string?> _apply;

    private NameTransform(string description, Func<string, string?> apply)
    {
        Description = description;
        _apply = apply;
    }

    /// <summary>The names that <see cref="Named"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys];

    /// <summary>Leaves every name as it is.</summary>
    public static NameTransform None { get; } = Named("none");

    /// <summary>What it does, for people: <c>underscore-to-hyphen-lower, add 'app-'</c>.</summary>
    public string Description { get; }

    /// <summary>One of <see cref="Names"/>. Throws <see cref="FormatException"/> where it is none; the message says which there are.</summary>
    public static NameTransform Named(string name) => Known.TryGetValue(name, out Func<string, string>? apply)
        ? new NameTransform(name, apply)
        : throw new FormatException($"'{name}' is no transform of names; there are {string.Join(", ", Names.Take(MostKnown))}, add:PREFIX, remove:PREFIX and replace:PATTERN=>TEXT{NearestName.Hint(name, Names)}");

    /// <summary>What users write: names of <see cref="Names"/>, <c>add:</c> and <c>remove:</c> with a prefix, <c>replace:PATTERN=>TEXT</c>, one after the other. Throws <see cref="FormatException"/> as <see cref="Named"/>.</summary>
    public static NameTransform Parse(IEnumerable<string> texts) => texts
        .Select(text => text.StartsWith(Add, StringComparison.Ordinal) ? AddPrefix(text[Add.Length..])
            : text.StartsWith(Remove, StringComparison.Ordinal) ? RemovePrefix(text[Remove.Length..])
            : text.StartsWith(Replaces, StringComparison.Ordinal) ? Replace(text[Replaces.Length..]) : Named(text))
        .Aggregate(None, (made, next) => made.Then(next));

    /// <summary>Puts a text before every name. An empty one is a choice: names are as they are, and no default comes in its place.</summary>
    public static NameTransform AddPrefix(string prefix) => new($"add '{prefix}'", name => prefix + name);

    /// <summary>Takes a text from the beginning of every name; a name that does not begin so is not meant. An empty one is a choice, by which every name is meant.</summary>
    public static NameTransform RemovePrefix(string prefix) => new($"remove '{prefix}'", name => name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : null);

    /// <summary>
    /// Replaces every match of a regular expression; <c>$1</c> and <c>${name}</c> stand for its groups. A name without a match stays. Throws
    /// <see cref="FormatException"/> where the expression is none, or looks around or back.
    /// </summary>
    public static NameTransform Replace(string pattern, string replacement)
    {
        Regex regex = UserPattern.Parse(pattern);
        return new NameTransform($"'{pattern}' → '{replacement}'", name => regex.Replace(name, replacement));
    }

    private static NameTransform Replace(string text)
    {
        int at = text.LastIndexOf(With, StringComparison.Ordinal);
        return at > 0 ? Replace(text[..at], text[(at + With.Length)..])
            : throw new FormatException($"'{Replaces}{text}' does not say what takes the place of what: write {Replaces}PATTERN{With}TEXT");
    }

    /// <summary>This one, and then another over what comes out of it.</summary>
    public NameTransform Then(NameTransform next) => ReferenceEquals(this, None) ? next : ReferenceEquals(next, None) ? this
        : new($"{Description}, {next.Description}", name => Apply(name) is { } made ? next.Apply(made) : null);

    /// <summary>What a name becomes. Null where it is none that this is about, or where nothing is left of it.</summary>
    public string? Apply(string name) => _apply(name) is { Length: > 0 } made ? made : null;

    /// <inheritdoc/>
    public override string ToString() => Description;
}
