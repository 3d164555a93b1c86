using SecretGuard.Inventories;

namespace SecretGuard.Reporting;

/// <summary>Declared secrets as a Markdown table, for documents that people read.</summary>
public static class InventoryTable
{
    private static readonly (string Name, string Title, Func<DeclaredSecret, string> Cell)[] All =
    [
        ("id", "Secret", secret => MarkdownText.Code(secret.Id)),
        ("description", "What it is", secret => MarkdownText.Escape(secret.Description ?? "")),
        ("store", "Store", secret => MarkdownText.Escape(secret.Store ?? "")),
        ("name", "Name there", secret => MarkdownText.Code(secret.NameIn(secret.Store ?? ""))),
        ("kind", "Kind", secret => secret.Kind),
        ("fields", "Fields", secret => Codes(secret.Fields.Select(field => field.Name))),
        ("category", "Category", secret => MarkdownText.Escape(secret.Category ?? "")),
        ("environments", "Environments", secret => Texts(secret.Environments)),
        ("origin", "Made by", secret => secret.Origin.ToString().ToLowerInvariant()),
        ("mirrors", "Copies", secret => Texts(secret.Mirrors)),
        ("rotation", "Rotation", Rotation),
        ("owner", "Owner", secret => MarkdownText.Escape(secret.Owner ?? "")),
        ("consumers", "Consumers", secret => Texts(secret.Consumers)),
        ("evidence", "Evidence", secret => Codes(secret.Evidence.Select(path => path.Path))),
    ];

    /// <summary>The columns that there are, by name.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. All.Select(column => column.Name)];

    /// <summary>The columns that are shown where none are asked for.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["id", "store", "name", "fields", "rotation", "owner", "consumers"];

    /// <summary>The lines of the table.</summary>
    /// <param name="secrets">The rows.</param>
    /// <param name="columns">Names of <see cref="Columns"/>, in the order in which they are shown.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<DeclaredSecret> secrets, IReadOnlyList<string> columns)
    {
        (string Name, string Title, Func<DeclaredSecret, string> Cell)[] shown = [.. columns.Select(name => Array.Find(All, column => column.Name == name))];
        return
        [
            $"| {string.Join(" | ", shown.Select(column => column.Title))} |",
            $"|{string.Concat(shown.Select(_ => "---|"))}",
            .. secrets.Select(secret => $"| {string.Join(" | ", shown.Select(column => column.Cell(secret)))} |"),
        ];
    }

    /// <summary><c>90d, grace 7d: Lambda, infra/rotation.tf</c>.</summary>
    private static string Rotation(DeclaredSecret secret)
    {
        if (secret.Rotation is not { } rotation)
        {
            return "";
        }

        string when = $"{(rotation.Every is { } every ? DeclaredTime.Write(every) : "manual")}{(rotation.MaxAge is { } most ? $", at most {DeclaredTime.Write(most)}" : "")}{(rotation.Grace > TimeSpan.Zero ? $", grace {DeclaredTime.Write(rotation.Grace)}" : "")}";
        string how = string.Join(", ", new[] { rotation.Method, rotation.Automation, rotation.Runbook?.Path, rotation.Reason }.OfType<string>());
        return MarkdownText.Escape(how.Length == 0 ? when : $"{when}: {how}");
    }

    private static string Texts(IEnumerable<string> texts) => MarkdownText.Escape(string.Join(", ", texts));

    private static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Select(MarkdownText.Code));
}
