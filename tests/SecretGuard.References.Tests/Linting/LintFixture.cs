using SecretGuard.Configuration;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Linting;
using SecretGuard.References.Sources;
using SecretGuard.TestKit;
using SecretGuard.Triage;

namespace SecretGuard.References.Tests.Linting;

/// <summary>A repository of one or more files below <c>Fixtures/SLUG</c>: the entries <c>ok…</c> have nothing wrong, the entries <c>ng…</c> what the slug says.</summary>
/// <param name="Name">The entry's name: of a file or a folder.</param>
/// <param name="Files">Paths within it, with <c>/</c>, and texts.</param>
internal sealed record LintFixture(string Name, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>The file that declares.</summary>
    public const string Settings = "secretguard.yml";

    /// <summary>The folder of the fixtures in the source tree.</summary>
    public static string Folder { get; } = Path.Combine(Root(AppContext.BaseDirectory), "tests", "SecretGuard.References.Tests", "Linting", "Fixtures");

    /// <summary>The entries of a rule.</summary>
    public static IReadOnlyList<LintFixture> Of(string slug) =>
    [
        .. Directory.EnumerateFileSystemEntries(Path.Combine(Folder, slug)).Where(entry => Path.GetFileName(entry) is ['o', 'k', ..] or ['n', 'g', ..]).Order(StringComparer.Ordinal)
            .Select(entry => new LintFixture(Path.GetFileName(entry), Directory.Exists(entry)
                ? Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(entry, file).Replace('\\', '/'), Read, StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal) { [Path.GetFileName(entry)] = Read(entry) })),
    ];

    /// <summary>The same with another text in one file.</summary>
    public LintFixture With(string path, string text) => this with { Files = new Dictionary<string, string>(Files, StringComparer.Ordinal) { [path] = text } };

    /// <summary>What lints tell, in the order of the places.</summary>
    public IReadOnlyList<Complaint> Complaints()
    {
        LintRepository repository = Read(out LintFindings wrong);
        return [.. LintCatalogue.Judge(repository, wrong).Distinct().OrderBy(complaint => complaint.Location.Path, StringComparer.Ordinal).ThenBy(complaint => complaint.Location.StartLine)
            .ThenBy(complaint => complaint.Location.StartColumn).ThenBy(complaint => complaint.Rule.Slug, StringComparer.Ordinal)];
    }

    /// <summary>The repository as lints see it.</summary>
    /// <param name="wrong">What is wrong in its files one by one.</param>
    public LintRepository Read(out LintFindings wrong)
    {
        wrong = new LintFindings();
        var found = new Extraction([], wrong);
        foreach ((string path, string text) in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            ExtractorCatalogue.Read(new SourceText(path, text), found);
        }

        return new LintRepository(wrong)
        {
            Declaration = Declared(),
            Today = new DateTime(2026, 6, 15, 0, 0, 0, DateTimeKind.Utc),
            Records = InventoryRecord.Merge(DeclaredStores.Resolve(found.Records, found.Stores)),
            Unresolved = found.Records,
            Stores = found.Stores,
            Paths = Files.Keys.ToHashSet(StringComparer.Ordinal),
            TextOf = path => Files.GetValueOrDefault(path),
        };
    }

    /// <summary>A complaint as the expectation of its rule shows it.</summary>
    public string Line(Complaint complaint) =>
        $"{Name}{(Files.Count == 1 && Files.ContainsKey(Name) ? "" : "/" + complaint.Location.Path)}:{complaint.Location.StartLine}:{complaint.Location.StartColumn}-{complaint.Location.EndLine}:{complaint.Location.EndColumn} {complaint.Rule.Slug} [{complaint.Subject}] {complaint.Reason}{(complaint.Replacement is { } text ? $" => {text}" : "")}{(complaint.Besides is { } besides ? $" + {besides.Location.StartLine}:{besides.Location.StartColumn} {besides.Text.Replace("\n", "\\n", StringComparison.Ordinal)}" : "")}";

    private Declaration Declared()
    {
        if (!Files.TryGetValue(Settings, out string? text))
        {
            return Declaration.Empty;
        }

        SettingsResult read = SettingsReader.Read(text, Settings);
        read.Errors.ShouldBeEmpty($"{Name}/{Settings}");
        return read.Settings.Declaration;
    }

    /// <summary>A text with the values made up that stand in it as placeholders: the same in each run.</summary>
    private static string Read(string path) => Placeholders.Fill(File.ReadAllText(path).ReplaceLineEndings("\n"), new Random(7));

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "SecretGuard.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
