using System.Collections.Frozen;
using SecretGuard.DetectSecrets.Plugins;

namespace SecretGuard.DetectSecrets.Lines;

/// <summary>What the ending of a file's name says about how values are written in it.</summary>
internal static class Languages
{
    private static readonly KeywordForm[] Configuration = [KeywordForm.Colon, KeywordForm.Compared, KeywordForm.EqualsSign, KeywordForm.Statement];
    private static readonly KeywordForm[] Go = [KeywordForm.ColonEquals, KeywordForm.Compared, KeywordForm.EqualsSign, KeywordForm.Statement];
    private static readonly KeywordForm[] C = [KeywordForm.CAssignment];
    private static readonly KeywordForm[] Cpp = [KeywordForm.Constructor, KeywordForm.EqualsSignQuoted];
    private static readonly KeywordForm[] Quoted = [KeywordForm.ColonQuoted, KeywordForm.Compared, KeywordForm.EqualsSignQuoted, KeywordForm.Statement, KeywordForm.Arrow];

    private static readonly FrozenDictionary<string, KeywordForm[]> Forms = new (string Endings, KeywordForm[] Forms)[]
    {
        (".yaml .yml .eyaml .ini .conf .cfg .cnf .config .properties .toml", Configuration),
        (".go", Go),
        (".cs .c .m", C),
        (".cpp", Cpp),
        (".cls .java .js .php .py .pyi .swift .tf .html", Quoted),
    }.SelectMany(group => group.Endings.Split(' ').Select(ending => KeyValuePair.Create(ending, group.Forms))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The forms in which a secret's name is looked for.</summary>
    public static IReadOnlyList<KeywordForm> FormsOf(string path) => Forms.GetValueOrDefault(Path.GetExtension(path), Quoted);

    /// <summary>Whether the name tells the language, so that the file is not taken for settings without sections.</summary>
    public static bool IsKnown(string path) => Forms.ContainsKey(Path.GetExtension(path));

    /// <summary>Whether this is YAML.</summary>
    public static bool IsYaml(string path) => Path.GetExtension(path) is ".yaml" or ".yml" or ".eyaml";
}
