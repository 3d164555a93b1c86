namespace SecretGuard.Detection.Values;

/// <summary>What a path says about the role of a file.</summary>
public enum FilePlace
{
    /// <summary>Nothing.</summary>
    Ordinary,

    /// <summary>Texts for people, in one language a file.</summary>
    Translation,

    /// <summary>Tests, fixtures, examples, documentation: made-up values are usual, real ones happen.</summary>
    Trial,
}

/// <summary>Tells the place from the path.</summary>
public static class FilePlaces
{
    private static readonly WordSet TranslationWords = WordSet.Of(
        "i18n intl l10n lang langs language languages locale locales localization localizations messages nls resources strings translation translations");

    private static readonly WordSet TrialWords = WordSet.Of(
        "demo demos doc docs documentation e2e example examples fixture fixtures it mock mocks mysql-test sample samples spec specs test testdata testing tests "
        + "testsuite tutorial tutorials unittest unittests");

    /// <summary>Whether a file is for tests, or shows how something is done: made-up values are usual in it.</summary>
    public static bool IsTrial(string path) => Of(path) == FilePlace.Trial;

    /// <summary>The path that this thread asked for last, and its place: the versions of a file come one after the other.</summary>
    [ThreadStatic]
    private static (string Path, FilePlace Place)? _last;

    /// <summary>The place of a file.</summary>
    /// <param name="path">Its path, with either slash.</param>
    public static FilePlace Of(string path)
    {
        if (_last is { } last && last.Path == path)
        {
            return last.Place;
        }

        FilePlace place = Find(path);
        _last = (path, place);
        return place;
    }

    private static FilePlace Find(string path)
    {
        string[] parts = path.Split('/', '\\');
        string name = parts[parts.Length - 1];
        if (EndsWith(name, ".resx") || EndsWith(name, ".po") || EndsWith(name, ".pot") || EndsWith(name, ".xlf") || EndsWith(name, ".xliff") || EndsWith(name, ".arb") || EndsWith(name, ".strings"))
        {
            return FilePlace.Translation;
        }

        bool trial = false;
        for (int i = 0; i < parts.Length; i++)
        {
            foreach (string word in parts[i].ToLowerInvariant().Split('.', '_', '-'))
            {
                if (TranslationWords.Contains(word) && !IsSourceSet(parts, i) && (i < parts.Length - 1 || FileSyntaxes.Of(name) is FileSyntax.Json or FileSyntax.KeyValue or FileSyntax.Yaml or FileSyntax.Markup))
                {
                    return FilePlace.Translation;
                }

                trial |= TrialWords.Contains(word);
            }
        }

        string stem = name.Split('.')[0];
        return trial || EndsWith(stem, "Test") || EndsWith(stem, "Tests") || EndsWith(stem, "Spec") || EndsWith(stem, "IT") && stem.Length > 4 ? FilePlace.Trial : FilePlace.Ordinary;
    }

    /// <summary>src/main/resources holds whatever a JVM program reads, its configuration above all.</summary>
    private static bool IsSourceSet(string[] parts, int i) => parts[i] == "resources" && i > 1 && parts[i - 2] == "src";

    private static bool EndsWith(string text, string ending) => text.EndsWith(ending, StringComparison.Ordinal);
}
