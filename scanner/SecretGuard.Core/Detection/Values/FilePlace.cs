namespace SecretGuard.Detection.Values;

/// <summary>What a path says about the role of a file.</summary>
internal enum FilePlace
{
    /// <summary>Nothing.</summary>
    Ordinary,

    /// <summary>Texts for people, in one language a file.</summary>
    Translation,

    /// <summary>Tests, fixtures, examples, documentation: made-up values are usual, real ones happen.</summary>
    Trial,
}

/// <summary>Tells the place from the path.</summary>
internal static class FilePlaces
{
    private static readonly HashSet<string> TranslationWords = new(
        ["i18n", "l10n", "locale", "locales", "lang", "langs", "language", "languages", "translation", "translations", "localization", "localizations", "nls", "messages", "strings", "resources", "intl"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> TrialWords = new(
        ["test", "tests", "testing", "spec", "specs", "fixture", "fixtures", "testdata", "mock", "mocks", "example", "examples", "sample", "samples", "demo", "demos", "doc", "docs", "documentation", "unittest", "unittests", "it", "e2e", "tutorial", "tutorials", "testsuite", "mysql-test"],
        StringComparer.OrdinalIgnoreCase);

    public static FilePlace Of(string path)
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
            foreach (string word in parts[i].Split('.', '_', '-'))
            {
                if (TranslationWords.Contains(word) && (i < parts.Length - 1 || FileSyntaxes.Of(name) is FileSyntax.Json or FileSyntax.KeyValue or FileSyntax.Yaml or FileSyntax.Markup))
                {
                    return FilePlace.Translation;
                }

                trial |= TrialWords.Contains(word);
            }
        }

        string stem = name.Split('.')[0];
        return trial || EndsWith(stem, "Test") || EndsWith(stem, "Tests") || EndsWith(stem, "Spec") || EndsWith(stem, "IT") && stem.Length > 4 ? FilePlace.Trial : FilePlace.Ordinary;
    }

    private static bool EndsWith(string text, string ending) => text.EndsWith(ending, StringComparison.Ordinal);
}
