using SecretGuard.Findings;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Templates;

/// <summary>A setting that somebody has set to an empty text on purpose: <c>secretPrefix: ""</c>.</summary>
/// <param name="Key">Its names, with dots between them.</param>
/// <param name="Location">Where.</param>
internal sealed record EmptyChoice(string Key, Location Location)
{
    /// <summary>Whether a setting of Helm is this one: charts within others have their values below a key more.</summary>
    public bool IsValue(string path) => Key == path || Key.EndsWith("." + path, StringComparison.Ordinal) || path.EndsWith("." + Key, StringComparison.Ordinal);

    /// <summary>Whether a variable of the environment is this setting by its name: <c>SECRET_PREFIX</c> is <c>secretPrefix</c>, and <c>prefix</c> below <c>secret</c>. <c>PREFIX</c> alone may be any.</summary>
    public bool IsVariable(string name)
    {
        string wanted = Folded(name), own = Folded(Key[(Key.LastIndexOf('.') + 1)..]);
        return !EmptyChoices.IsWord(wanted) && (Folded(Key).EndsWith(wanted, StringComparison.Ordinal) || (EmptyChoices.IsOfSecrets(own) && wanted.EndsWith(own, StringComparison.Ordinal)));
    }

    private static string Folded(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}

/// <summary>Finds them: names whose empty value says something, which a password's does not.</summary>
internal static class EmptyChoices
{
    private static readonly string[] Words = ["prefix", "suffix", "namespace", "delimiter", "separator"];
    private static readonly string[] Stores = ["secret", "vault", "keyvault", "ssm"];

    /// <summary>Whether an empty value of this name says something.</summary>
    public static bool MaySay(string name) => Array.Exists(Words, word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a name in small letters is nothing but such a word.</summary>
    public static bool IsWord(string name) => Words.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether it is what names of secrets begin or end with, by its own name.</summary>
    public static bool IsOfSecrets(string name) =>
        (name.EndsWith("prefix", StringComparison.OrdinalIgnoreCase) || name.EndsWith("suffix", StringComparison.OrdinalIgnoreCase)) && Array.Exists(Stores, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a default has the sign in it that parts it from what it stands before or behind: <c>env-</c>, not <c>shop</c> or a path.</summary>
    public static bool IsJoined(string value) =>
        value.Trim('"', '\'') is { Length: > 1 } text && !text.Contains('/', StringComparison.Ordinal) && (text[^1] is '-' or '_' or '.' || text[0] is '-' or '_' or '.');

    /// <summary>Whether a text may have some.</summary>
    public static bool MayBeIn(LintText text) =>
        text.Source.IsYaml && !OwnFiles.IsOne(text.Source) && (text.Source.Text.Contains("\"\"", StringComparison.Ordinal) || text.Source.Text.Contains("''", StringComparison.Ordinal)) && Array.Exists(Words, word => text.Source.Text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Those of a text: keys of settings, variables of Compose, of pipelines and of containers.</summary>
    public static IEnumerable<EmptyChoice> In(LintText text)
    {
        var seen = new HashSet<YamlValue>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(YamlValue Value, string Key)>(text.Roots.Select(root => (root, "")));
        while (open.TryPop(out (YamlValue Value, string Key) current))
        {
            if (!seen.Add(current.Value))
            {
                continue;
            }

            if (current.Value.TextOf("name") is { } variable && MaySay(variable) && IsEmpty(current.Value["value"]))
            {
                yield return new EmptyChoice(variable, current.Value["value"].Location);
            }

            foreach ((YamlValue key, YamlValue value) in current.Value.Members.Where(member => member.Key.Text is not null))
            {
                string path = current.Key.Length == 0 ? key.Text! : $"{current.Key}.{key.Text}";
                if (IsEmpty(value) && MaySay(key.Text!))
                {
                    yield return new EmptyChoice(path, value.Location);
                }

                open.Push((value, path));
            }

            foreach (YamlValue item in current.Value.Items)
            {
                open.Push((item, current.Key));
            }
        }
    }

    /// <summary>An empty text in quotes: a key without a value is none.</summary>
    private static bool IsEmpty(YamlValue value) => value is { Text: null, Style: YamlDotNet.Core.ScalarStyle.DoubleQuoted or YamlDotNet.Core.ScalarStyle.SingleQuoted };
}
